import Domain

/// A job as it stands in its table: all but the lease as JSON, beside the columns that are searched.
struct JobRecord: Sendable {
    private let job: VideoJob
    private let document: String

    init(_ job: VideoJob) throws(StoreError) {
        self.job = job
        var free = job
        free.lease = nil
        document = try StoredDocument.encode(free)
    }

    /// Adds the job at the end of its workspace's line, with its first event.
    func insert(into connection: borrowing SQLiteConnection) throws(StoreError) {
        try connection.run(
            """
            INSERT INTO job (id, workspace, prompt, state, lease_owner, lease_token, lease_expires_at, document,
                updated_at, due_at, webhook_at, video_bytes, priority, provider, idempotency_key,
                last_token, turn)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, coalesce(?6, 0), \
            \(Self.lastTurn))
            """, values + [SQLiteValue(job.provider), SQLiteValue(job.idempotencyKey)])
        try addEvent(on: connection)
    }

    /// Replaces the row of the same identifier if its lease has this token; the last token never goes back.
    ///
    /// - Returns: Whether there was such a row.
    func update(
        on connection: borrowing SQLiteConnection, holding token: Int?, isRequeued: Bool = false
    ) throws(StoreError) -> Bool {
        var isFound = false
        try connection.run(
            """
            UPDATE job SET prompt = ?3, state = ?4, lease_owner = ?5, lease_token = ?6, lease_expires_at = ?7,
                document = ?8, updated_at = ?9, due_at = ?10, webhook_at = ?11, video_bytes = ?12,
                priority = ?13, last_token = max(last_token, coalesce(?6, 0))\
            \(isRequeued ? ", turn = \(Self.lastTurn)" : "")
            WHERE id = ?1 AND workspace = ?2 AND lease_token IS ?14 RETURNING 1
            """, values + [SQLiteValue(token)]
        ) { (_) throws(StoreError) in isFound = true }
        if isFound { try addEvent(on: connection) }
        return isFound
    }

    /// The turn after the workspace's last one that waits, or the one that the line has come to.
    private static let lastTurn = """
        max(coalesce((SELECT turn FROM job_turn WHERE priority = ?13), 0),
            1 + coalesce((SELECT max(turn) FROM job WHERE workspace = ?2 AND priority = ?13
                AND due_at IS NOT NULL), -1))
        """

    private func addEvent(on connection: borrowing SQLiteConnection) throws(StoreError) {
        try connection.run(
            """
            INSERT INTO job_event SELECT ?1, ?2, json_remove(?3, '$.request')
            WHERE ?2 > coalesce((SELECT max(number) FROM job_event WHERE job = ?1), 0)
            """, [SQLiteValue(job.id), SQLiteValue(job.eventNumber), .text(document)])
    }

    private var values: [SQLiteValue] {
        [
            SQLiteValue(job.id), SQLiteValue(job.workspace), SQLiteValue(job.prompt),
            .text(job.state.rawValue), SQLiteValue(job.lease?.owner), SQLiteValue(job.lease?.token),
            SQLiteValue(job.lease?.expiresAt), .text(document), SQLiteValue(job.updatedAt),
            SQLiteValue(job.dueAt), SQLiteValue(job.webhook?.nextAttemptAt), SQLiteValue(job.result?.bytes),
            SQLiteValue(job.priority.rank),
        ]
    }
}

/// Reading.
extension JobRecord {
    /// What ``job(from:)`` reads, in its order.
    static let columns = "document, lease_token, lease_owner, lease_expires_at"

    static func job(from row: borrowing SQLiteRow) throws(StoreError) -> VideoJob {
        var job = try StoredDocument.decode(VideoJob.self, from: row.text(0))
        if let token = row.optionalInteger(1), let owner = try row.optionalText(2) {
            job.lease = VideoJob.Lease(owner: owner, token: token, expiresAt: row.timestamp(3))
        }
        return job
    }

    /// Returns one job.
    ///
    /// - Throws: `StoreError.Code.notFound`.
    static func job(
        _ id: VideoJob.ID, in workspace: Workspace, on connection: borrowing SQLiteConnection
    ) throws(StoreError) -> VideoJob {
        let found = try jobs(
            "WHERE id = ?1 AND workspace = ?2", [SQLiteValue(id), SQLiteValue(workspace)], on: connection)
        guard let job = found.first else { throw StoreError(.notFound, "There is no video job \(id)") }
        return job
    }

    /// Returns the jobs that a clause, of a closed set, selects.
    static func jobs(
        _ clause: String, _ arguments: [SQLiteValue], on connection: borrowing SQLiteConnection
    ) throws(StoreError) -> [VideoJob] {
        var jobs: [VideoJob] = []
        try connection.run("SELECT \(columns) FROM job " + clause, arguments) { (row) throws(StoreError) in
            jobs.append(try job(from: row))
        }
        return jobs
    }

    /// Returns the job as it was at each event after `number`; what is asked for never changes, and stands
    /// only once.
    static func events(
        of id: VideoJob.ID, in workspace: Workspace, after number: Int,
        on connection: borrowing SQLiteConnection
    ) throws(StoreError) -> [VideoJob] {
        let request = try self.job(id, in: workspace, on: connection).request
        let text = try StoredDocument.encode(request)
        var events: [VideoJob] = []
        try connection.run(
            """
            SELECT json_set(document, '$.request', json(?3)), NULL, NULL, NULL FROM job_event
            WHERE job = ?1 AND number > ?2 ORDER BY number
            """, [SQLiteValue(id), SQLiteValue(number), .text(text)]
        ) { (row) throws(StoreError) in events.append(try job(from: row)) }
        return events
    }
}
