package import Domain

extension BridgedStore: JobStore {
    @discardableResult
    package func enqueue(_ job: VideoJob) async throws(StoreError) -> VideoJob {
        try await write(.enqueue(job), atHand: { $0.jobs[job.id] }) { (remote) throws(StoreError) in
            try await remote.enqueue(job)
        }
    }

    package func job(_ id: VideoJob.ID, in workspace: Workspace) async throws(StoreError) -> VideoJob {
        try await read(
            atHand: { records in records.jobs[id].flatMap { $0.workspace == workspace ? $0 : nil } },
            learn: { $0.jobs[id] = $1 }
        ) { (remote) throws(StoreError) in try await remote.job(id, in: workspace) }
    }

    package func jobs(in workspace: Workspace, of prompt: Prompt.ID?, before: VideoJob.ID?, limit: Int)
        async throws(StoreError) -> [VideoJob]
    {
        try await read(
            atHand: { records in
                Array(
                    records.jobs.values.filter {
                        $0.workspace == workspace && (prompt == nil || $0.prompt == prompt)
                    }.newest(before: before).prefix(max(0, limit)))
            },
            learn: { records, jobs in for job in jobs { records.jobs[job.id] = job } }
        ) { (remote) throws(StoreError) in
            try await remote.jobs(in: workspace, of: prompt, before: before, limit: limit)
        }
    }

    /// Only the store knows who holds what: nothing is given out while it is away.
    package func claim(_ work: JobWork, owner: String, at now: Timestamp, for duration: Duration)
        async throws(StoreError) -> VideoJob?
    {
        let claimed = try await fromStore { (remote) throws(StoreError) in
            try await remote.claim(work, owner: owner, at: now, for: duration)
        }
        if let claimed { standby.learn { $0.jobs[claimed.id] = claimed } }
        return claimed
    }

    package func renew(_ lease: VideoJob.Lease, of id: VideoJob.ID) async throws(StoreError) {
        try await fromStore { (remote) throws(StoreError) in try await remote.renew(lease, of: id) }
    }

    package func save(_ job: VideoJob) async throws(StoreError) {
        try await write(.saveJob(job)) { (remote) throws(StoreError) in try await remote.save(job) }
    }

    package func cancel(_ id: VideoJob.ID, in workspace: Workspace, at now: Timestamp)
        async throws(StoreError) -> VideoJob
    {
        let kept = JournaledWrite.cancelJob(id, workspace: workspace, at: now)
        return try await write(kept, atHand: { $0.jobs[id] }) { (remote) throws(StoreError) in
            try await remote.cancel(id, in: workspace, at: now)
        }
    }

    package func retry(_ id: VideoJob.ID, in workspace: Workspace, at now: Timestamp)
        async throws(StoreError) -> VideoJob
    {
        let kept = JournaledWrite.retryJob(id, workspace: workspace, at: now)
        return try await write(kept, atHand: { $0.jobs[id] }) { (remote) throws(StoreError) in
            try await remote.retry(id, in: workspace, at: now)
        }
    }

    package func events(of id: VideoJob.ID, in workspace: Workspace, after number: Int)
        async throws(StoreError) -> [VideoJob]
    {
        try await fromStore { (remote) throws(StoreError) in
            try await remote.events(of: id, in: workspace, after: number)
        }
    }

    package func changes(since moment: Timestamp, limit: Int) async throws(StoreError) -> [VideoJob] {
        try await fromStore { (remote) throws(StoreError) in
            try await remote.changes(since: moment, limit: limit)
        }
    }

    package func succeeded(by provider: String, limit: Int) async throws(StoreError) -> [VideoJob] {
        try await fromStore { (remote) throws(StoreError) in
            try await remote.succeeded(by: provider, limit: limit)
        }
    }

    package func withVideos(limit: Int) async throws(StoreError) -> [VideoJob] {
        try await fromStore { (remote) throws(StoreError) in try await remote.withVideos(limit: limit) }
    }

    package func removeJobs(of prompt: Prompt.ID, in workspace: Workspace) async throws(StoreError)
        -> [VideoJob]
    {
        let removed = try await fromStore { (remote) throws(StoreError) in
            try await remote.removeJobs(of: prompt, in: workspace)
        }
        standby.learn { records in for job in removed { records.jobs[job.id] = nil } }
        return removed
    }

    package func counts() async throws(StoreError) -> [VideoJob.State: Int] {
        try await fromStore { (remote) throws(StoreError) in try await remote.counts() }
    }

    package func load() async throws(StoreError) -> JobLoad {
        try await fromStore { (remote) throws(StoreError) in try await remote.load() }
    }

    /// Asks the store, and nobody else.
    func fromStore<Value: Sendable>(
        _ body: @Sendable (Remote) async throws(StoreError) -> Value
    ) async throws(StoreError) -> Value {
        try await read(atHand: { _ in nil }, body)
    }
}
