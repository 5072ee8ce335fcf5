import Domain

/// What a store should hold, in the simplest form that could be right.
struct StoreModel {
    private(set) var prompts: [Prompt.ID: Prompt] = [:]
    private(set) var revisions: [Prompt.ID: [Revision]] = [:]
    private(set) var jobs: [VideoJob.ID: VideoJob] = [:]
    private var lastTokens: [VideoJob.ID: Int] = [:]
    private var turns: [VideoJob.ID: Int] = [:]
    private var turn = 0

    mutating func create(_ prompt: Prompt, first: Revision) throws(StoreError) {
        guard prompts[prompt.id] == nil else { throw StoreError(.conflict, "") }
        prompts[prompt.id] = prompt
        revisions[prompt.id] = [first]
    }

    mutating func append(_ revision: Revision, in workspace: Workspace) throws(StoreError) {
        var prompt = try prompt(revision.prompt, in: workspace)
        guard revision.number == prompt.head.number + 1 else { throw StoreError(.conflict, "") }
        prompt.head = Prompt.Head(of: revision)
        prompts[prompt.id] = prompt
        revisions[prompt.id, default: []].append(revision)
    }

    func prompt(_ id: Prompt.ID, in workspace: Workspace) throws(StoreError) -> Prompt {
        guard let prompt = prompts[id], prompt.workspace == workspace else { throw StoreError(.notFound, "") }
        return prompt
    }

    func prompts(in workspace: Workspace) -> [Prompt] {
        prompts.values.filter { $0.workspace == workspace }.sorted { $0.id > $1.id }
    }

    mutating func enqueue(_ job: VideoJob) throws(StoreError) -> VideoJob {
        guard jobs[job.id] == nil else { throw StoreError(.conflict, "") }
        line(up: job)
        jobs[job.id] = job
        return job
    }

    /// Puts a job at the end of its workspace's line.
    private mutating func line(up job: VideoJob) {
        let others = jobs.values.filter { $0.workspace == job.workspace && $0.dueAt != nil }
        turns[job.id] = max(turn, 1 + (others.compactMap { turns[$0.id] }.max() ?? -1))
    }

    func job(_ id: VideoJob.ID, in workspace: Workspace) throws(StoreError) -> VideoJob {
        guard let job = jobs[id], job.workspace == workspace else { throw StoreError(.notFound, "") }
        return job
    }

    func jobs(in workspace: Workspace) -> [VideoJob] {
        jobs.values.filter { $0.workspace == workspace }.sorted { $0.id > $1.id }
    }

    /// Takes over what the store chose as the lease's token, after checking that it may be chosen.
    mutating func claimed(_ claimed: VideoJob?, owner: String, at now: Timestamp, for duration: Duration)
        -> Bool
    {
        let open = jobs.values.filter { job in
            job.dueAt.map { $0 <= now } ?? false && job.lease.map { $0.expiresAt <= now } ?? true
        }
        let first = open.min { (turns[$0.id, default: 0], $0.id) < (turns[$1.id, default: 0], $1.id) }
        guard var expected = first else { return claimed == nil }
        turn = max(turn, turns[expected.id, default: 0])
        guard let token = claimed?.lease?.token, token > lastTokens[expected.id, default: 0] else {
            return false
        }
        expected.lease = VideoJob.Lease(owner: owner, token: token, expiresAt: now.advanced(by: duration))
        lastTokens[expected.id] = token
        jobs[expected.id] = expected
        return claimed == expected
    }

    mutating func save(_ job: VideoJob) throws(StoreError) {
        let stored = try self.job(job.id, in: job.workspace)
        guard stored.lease?.token == job.lease?.token else { throw StoreError(.conflict, "") }
        jobs[job.id] = job
    }

    mutating func cancel(_ id: VideoJob.ID, in workspace: Workspace, at now: Timestamp) throws(StoreError)
        -> VideoJob
    {
        var job = try job(id, in: workspace)
        if job.cancel(at: now) { jobs[id] = job }
        return job
    }

    mutating func retry(_ id: VideoJob.ID, in workspace: Workspace, at now: Timestamp) throws(StoreError)
        -> VideoJob
    {
        var job = try job(id, in: workspace)
        if job.retry(at: now) {
            line(up: job)
            jobs[id] = job
        }
        return job
    }

    var counts: [VideoJob.State: Int] { jobs.values.reduce(into: [:]) { $0[$1.state, default: 0] += 1 } }
}
