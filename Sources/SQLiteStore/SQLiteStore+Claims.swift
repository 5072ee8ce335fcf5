package import Domain

extension SQLiteStore {
    package func claim(_ work: JobWork, owner: String, at now: Timestamp, for duration: Duration)
        async throws(StoreError) -> VideoJob?
    {
        let end = now.advanced(by: duration)
        return try await writer.write { (connection) throws(StoreError) in
            if case .rendering(let provider, let most?) = work,
                try connection.liveLeases(of: provider, at: now) >= most
            {
                return nil
            }
            return try connection.lease(work, to: owner, from: now, until: end)
        }
    }
}

extension SQLiteConnection {
    fileprivate borrowing func liveLeases(of provider: String, at now: Timestamp) throws(StoreError) -> Int {
        var count = 0
        try run(
            "SELECT count(*) FROM job WHERE provider = ?1 AND lease_expires_at > ?2",
            [.text(provider), SQLiteValue(now)]
        ) { (row) throws(StoreError) in count = row.integer(0) }
        return count
    }

    /// Gives out a lease on the job whose turn it is, and moves its line on.
    fileprivate borrowing func lease(
        _ work: JobWork, to owner: String, from now: Timestamp, until end: Timestamp
    ) throws(StoreError) -> VideoJob? {
        var claimed: VideoJob?
        var (priority, turn) = (0, 0)
        try run(
            """
            UPDATE job SET last_token = last_token + 1, lease_token = last_token + 1, lease_owner = ?1,
                lease_expires_at = ?2
            WHERE id = (SELECT id FROM job WHERE (lease_expires_at IS NULL OR lease_expires_at <= ?3)
                AND \(work.clause) LIMIT 1)
            RETURNING \(JobRecord.columns), priority, turn
            """, [.text(owner), SQLiteValue(end), SQLiteValue(now)] + work.arguments
        ) { (row) throws(StoreError) in
            claimed = try JobRecord.job(from: row)
            (priority, turn) = (row.integer(4), row.integer(5))
        }
        if case .rendering = work, claimed != nil {
            try run(
                """
                INSERT INTO job_turn VALUES (?1, ?2)
                ON CONFLICT (priority) DO UPDATE SET turn = excluded.turn WHERE excluded.turn > turn
                """, [SQLiteValue(priority), SQLiteValue(turn)])
        }
        return claimed
    }
}

extension JobWork {
    /// Which jobs, of those without a live lease, and which of them first; ?3 is now.
    fileprivate var clause: String {
        switch self {
        case .rendering:
            "provider = ?4 AND due_at IS NOT NULL AND due_at <= ?3 ORDER BY priority DESC, turn, id"
        case .job: "id = ?4 AND due_at IS NOT NULL"
        case .telling: "webhook_at IS NOT NULL AND webhook_at <= ?3 ORDER BY webhook_at"
        }
    }

    fileprivate var arguments: [SQLiteValue] {
        switch self {
        case .rendering(let provider, _): [.text(provider)]
        case .job(let id): [SQLiteValue(id)]
        case .telling: []
        }
    }
}
