package import Domain

extension MongoStore: JobStore {
    @discardableResult
    package func enqueue(_ job: VideoJob) async throws(StoreError) -> VideoJob {
        try await run(.write) { (connection) throws(StoreError) in
            do throws(StoreError) {
                return try connection.transaction { () throws(StoreError) in try connection.add(job) }
            } catch {
                // Another of the same key, or identifier, came at the same moment.
                guard error.code == .conflict, let first = try connection.earlier(than: job) else {
                    throw error
                }
                return first
            }
        }
    }

    package func job(_ id: VideoJob.ID, in workspace: Workspace) async throws(StoreError) -> VideoJob {
        try await run { (connection) throws(StoreError) in
            try connection.jobRecord(id, in: workspace).job
        }
    }

    package func jobs(in workspace: Workspace, of prompt: Prompt.ID?, before: VideoJob.ID?, limit: Int)
        async throws(StoreError) -> [VideoJob]
    {
        try await page(
            VideoJob.self, of: Collection.jobs, in: workspace, before: before, limit: limit,
            where: Records.ofPrompt(prompt))
    }

    package func renew(_ lease: VideoJob.Lease, of id: VideoJob.ID) async throws(StoreError) {
        try await run(.write) { (connection) throws(StoreError) in
            let held = try connection.findAndModify(
                Collection.jobs, ["_id": BSON(id), "lease.token": BSON(lease.token)],
                update: ["$set": ["lease.expiresAt": .date(lease.expiresAt)]])
            guard held != nil else { throw .takenOver(id) }
        }
    }

    package func save(_ job: VideoJob) async throws(StoreError) {
        _ = try await change(job.id, in: job.workspace) { (stored) throws(StoreError) in
            guard stored.lease?.token == job.lease?.token else { throw .takenOver(job.id) }
            stored = job
            return true
        }
    }

    package func cancel(_ id: VideoJob.ID, in workspace: Workspace, at now: Timestamp)
        async throws(StoreError) -> VideoJob
    {
        try await change(id, in: workspace) { (job) throws(StoreError) in job.cancel(at: now) }
    }

    package func retry(_ id: VideoJob.ID, in workspace: Workspace, at now: Timestamp)
        async throws(StoreError) -> VideoJob
    {
        try await change(id, in: workspace, isRequeued: true) { (job) throws(StoreError) in
            job.retry(at: now)
        }
    }

    /// Changes a job; `body` says whether there is anything to save.
    private func change(
        _ id: VideoJob.ID, in workspace: Workspace, isRequeued: Bool = false,
        _ body: @escaping @Sendable (inout VideoJob) throws(StoreError) -> Bool
    ) async throws(StoreError) -> VideoJob {
        try await run(.write) { (connection) throws(StoreError) in
            try connection.transaction { () throws(StoreError) in
                let stored = try connection.jobRecord(id, in: workspace)
                var job = stored.job
                guard try body(&job) else { return job }
                var record = stored.changed(to: job)
                if isRequeued { record.turn = try connection.lastTurn(of: job) }
                try connection.replace(record)
                return job
            }
        }
    }
}

extension MongoConnection {
    fileprivate borrowing func add(_ job: VideoJob) throws(StoreError) -> VideoJob {
        if let first = try earlier(than: job) { return first }
        let record = JobRecord(job, turn: try lastTurn(of: job))
        try write([.insert(record.document())], to: Collection.jobs)
        if let event = try record.event() { try write([.insert(event)], to: Collection.jobEvents) }
        return job
    }

    /// The job that has the same key.
    fileprivate borrowing func earlier(than job: VideoJob) throws(StoreError) -> VideoJob? {
        guard let key = job.idempotencyKey else { return nil }
        let filter: BSONDocument = ["workspace": BSON(job.workspace), "idempotencyKey": .string(key)]
        return try find(Collection.jobs, filter, limit: 1).first.map { (document) throws(StoreError) in
            try BSONDecoder.decode(VideoJob.self, from: document)
        }
    }
}

extension StoreError {
    fileprivate static func takenOver(_ id: VideoJob.ID) -> Self {
        Self(.conflict, "Somebody else has taken over job \(id)")
    }
}
