package import Domain

extension SQLiteStore: JobStore {
    @discardableResult
    package func enqueue(_ job: VideoJob) async throws(StoreError) -> VideoJob {
        let record = try JobRecord(job)
        return try await writer.write { (connection) throws(StoreError) in
            if let key = job.idempotencyKey {
                let earlier = try JobRecord.jobs(
                    "WHERE workspace = ?1 AND idempotency_key = ?2",
                    [SQLiteValue(job.workspace), .text(key)], on: connection)
                if let first = earlier.first { return first }
            }
            try record.insert(into: connection)
            return job
        }
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

    package func renew(_ lease: VideoJob.Lease, of id: VideoJob.ID) async throws(StoreError) {
        try await writer.write { (connection) throws(StoreError) in
            var isHeld = false
            try connection.run(
                "UPDATE job SET lease_expires_at = ?3 WHERE id = ?1 AND lease_token = ?2 RETURNING 1",
                [SQLiteValue(id), SQLiteValue(lease.token), SQLiteValue(lease.expiresAt)]
            ) { (_) throws(StoreError) in isHeld = true }
            guard isHeld else { throw .takenOver(id) }
        }
    }

    package func save(_ job: VideoJob) async throws(StoreError) {
        let record = try JobRecord(job)
        try await writer.write { (connection) throws(StoreError) in
            guard try !record.update(on: connection, holding: job.lease?.token) else { return }
            _ = try JobRecord.job(job.id, in: job.workspace, on: connection)
            throw .takenOver(job.id)
        }
    }

    package func cancel(_ id: VideoJob.ID, in workspace: Workspace, at now: Timestamp)
        async throws(StoreError) -> VideoJob
    {
        try await change(id, in: workspace) { $0.cancel(at: now) }
    }

    package func retry(_ id: VideoJob.ID, in workspace: Workspace, at now: Timestamp)
        async throws(StoreError) -> VideoJob
    {
        try await change(id, in: workspace, isRequeued: true) { $0.retry(at: now) }
    }

    /// Changes a job whoever holds it; `body` says whether there is anything to save.
    private func change(
        _ id: VideoJob.ID, in workspace: Workspace, isRequeued: Bool = false,
        _ body: @escaping @Sendable (inout VideoJob) -> Bool
    ) async throws(StoreError) -> VideoJob {
        try await writer.write { (connection) throws(StoreError) in
            var job = try JobRecord.job(id, in: workspace, on: connection)
            let token = job.lease?.token
            if body(&job) {
                _ = try JobRecord(job).update(on: connection, holding: token, isRequeued: isRequeued)
            }
            return job
        }
    }
}

extension StoreError {
    fileprivate static func takenOver(_ id: VideoJob.ID) -> Self {
        Self(.conflict, "Somebody else has taken over job \(id)")
    }
}
