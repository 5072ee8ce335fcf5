package import Domain

extension SQLiteStore: JobStore {
    package func enqueue(_ job: VideoJob) async throws(StoreError) {
        let record = try JobRecord(job)
        try await writer.write { (connection) throws(StoreError) in try record.insert(into: connection) }
    }

    package func job(_ id: VideoJob.ID, in workspace: Workspace) async throws(StoreError) -> VideoJob {
        try await reader.read { (connection) throws(StoreError) in
            try JobRecord.job(id, in: workspace, on: connection)
        }
    }

    package func jobs(in workspace: Workspace, of prompt: Prompt.ID?, before: VideoJob.ID?, limit: Int)
        async throws(StoreError) -> [VideoJob]
    {
        var arguments = [
            SQLiteValue(workspace), .text(before?.rawValue ?? Self.behindAllIdentifiers), .page(limit),
        ]
        if let prompt { arguments.append(SQLiteValue(prompt)) }
        let ofPrompt = prompt == nil ? "" : "AND prompt = ?4"
        return try await reader.read { [arguments] (connection) throws(StoreError) in
            try JobRecord.jobs(
                "WHERE workspace = ?1 AND id < ?2 \(ofPrompt) ORDER BY id DESC LIMIT ?3", arguments,
                on: connection)
        }
    }

    package func claim(_ id: VideoJob.ID?, owner: String, at now: Timestamp, for duration: Duration)
        async throws(StoreError) -> VideoJob?
    {
        let arguments = [SQLiteValue(now)] + (id.map { [SQLiteValue($0)] } ?? [])
        let named = id == nil ? "" : "AND id = ?2"
        return try await writer.write { (connection) throws(StoreError) in
            let open = try JobRecord.jobs(
                """
                WHERE is_final = 0 AND (lease_expires_at IS NULL OR lease_expires_at <= ?1) \(named)
                ORDER BY id LIMIT 1
                """, arguments, on: connection)
            guard var job = open.first else { return nil }
            let token = try JobRecord.lastToken(of: job.id, on: connection) + 1
            job.lease = VideoJob.Lease(owner: owner, token: token, expiresAt: now.advanced(by: duration))
            try JobRecord(job).update(on: connection)
            return job
        }
    }

    package func save(_ job: VideoJob) async throws(StoreError) {
        let record = try JobRecord(job)
        try await writer.write { (connection) throws(StoreError) in
            let stored = try JobRecord.job(job.id, in: job.workspace, on: connection)
            guard stored.lease?.token == job.lease?.token else {
                throw StoreError(
                    .conflict, "Somebody else has taken over job \(job.id)",
                    detail: "stored token \(stored.lease.map { "\($0.token)" } ?? "none"), "
                        + "given \(job.lease.map { "\($0.token)" } ?? "none")")
            }
            try record.update(on: connection)
        }
    }

    package func cancel(_ id: VideoJob.ID, in workspace: Workspace, at now: Timestamp)
        async throws(StoreError) -> VideoJob
    {
        try await writer.write { (connection) throws(StoreError) in
            var job = try JobRecord.job(id, in: workspace, on: connection)
            guard !job.state.isFinal else { return job }
            job.state = .cancelled
            job.updatedAt = now
            job.lease = nil
            try JobRecord(job).update(on: connection)
            return job
        }
    }

    package func jobs(withVideoBefore moment: Timestamp, limit: Int) async throws(StoreError) -> [VideoJob] {
        try await reader.read { (connection) throws(StoreError) in
            try JobRecord.jobs(
                "WHERE video_at < ?1 ORDER BY video_at, id LIMIT ?2", [SQLiteValue(moment), .page(limit)],
                on: connection)
        }
    }

    package func removeJobs(of prompt: Prompt.ID, in workspace: Workspace) async throws(StoreError)
        -> [VideoJob]
    {
        try await writer.write { (connection) throws(StoreError) in
            let arguments = [SQLiteValue(workspace), SQLiteValue(prompt)]
            let jobs = try JobRecord.jobs(
                "WHERE workspace = ?1 AND prompt = ?2 ORDER BY id", arguments, on: connection)
            try connection.run("DELETE FROM job WHERE workspace = ?1 AND prompt = ?2", arguments)
            return jobs
        }
    }

    package func counts() async throws(StoreError) -> [VideoJob.State: Int] {
        try await reader.read { (connection) throws(StoreError) in
            var counts: [VideoJob.State: Int] = [:]
            try connection.run("SELECT state, count(*) FROM job GROUP BY state") { (row) throws(StoreError) in
                let name = try row.text(0)
                guard let state = VideoJob.State(rawValue: name) else {
                    throw .damaged("\(name) is no state of a job")
                }
                counts[state] = row.integer(1)
            }
            return counts
        }
    }
}
