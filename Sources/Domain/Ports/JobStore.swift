/// Keeps video jobs, hands them to one worker at a time, and remembers what happened to them.
///
/// Same durability as ``HistoryStore``. Conforming types promise what `StoreContractTests` checks.
package protocol JobStore: Sendable {
    /// Saves a new job in the state ``VideoJob/State/queued`` at the end of its workspace's line.
    ///
    /// - Returns: The job, or the one that has the same ``VideoJob/idempotencyKey`` in its workspace; then
    ///   nothing was saved.
    /// - Throws: ``StoreError/Code/conflict`` when the identifier exists.
    @discardableResult
    func enqueue(_ job: VideoJob) async throws(StoreError) -> VideoJob

    /// - Throws: ``StoreError/Code/notFound``.
    func job(_ id: VideoJob.ID, in workspace: Workspace) async throws(StoreError) -> VideoJob

    /// Jobs of a workspace, the newest first.
    ///
    /// - Parameters:
    ///   - prompt: Only jobs of this prompt, when given.
    ///   - before: Only jobs older than this one; nil starts at the newest.
    ///   - limit: At most how many, 1...1000.
    func jobs(in workspace: Workspace, of prompt: Prompt.ID?, before: VideoJob.ID?, limit: Int)
        async throws(StoreError) -> [VideoJob]

    /// Leases a job that is due and that nobody holds a live lease on.
    ///
    /// - Parameters:
    ///   - work: Which jobs, and which of them comes first.
    ///   - owner: Who will work on it.
    ///   - now: The moment that decides what is due and which leases are over.
    ///   - duration: How long the lease lasts unless ``renew(_:of:)`` extends it.
    /// - Returns: The job with a lease whose token is greater than every earlier one of this job; nil
    ///   when there is nothing to do.
    func claim(_ work: JobWork, owner: String, at now: Timestamp, for duration: Duration)
        async throws(StoreError) -> VideoJob?

    /// Extends a lease to its ``VideoJob/Lease/expiresAt``; it is no event, and no change of the job.
    ///
    /// - Throws: ``StoreError/Code/conflict`` when the stored lease has another token or was taken away.
    func renew(_ lease: VideoJob.Lease, of id: VideoJob.ID) async throws(StoreError)

    /// Replaces the stored job, its lease included.
    ///
    /// When ``VideoJob/eventNumber`` is a new one, the job is also kept as that event.
    ///
    /// - Throws: ``StoreError/Code/conflict`` when the stored lease has another token than `job.lease`:
    ///   somebody else has taken over. ``StoreError/Code/notFound``.
    func save(_ job: VideoJob) async throws(StoreError)

    /// Marks a job as cancelled unless it is final, and takes its lease away; see
    /// ``VideoJob/cancel(at:)``.
    ///
    /// - Returns: The job as it is now.
    /// - Throws: ``StoreError/Code/notFound``.
    func cancel(_ id: VideoJob.ID, in workspace: Workspace, at now: Timestamp) async throws(StoreError)
        -> VideoJob

    /// Queues a job again at the end of its workspace's line; see ``VideoJob/retry(at:)``.
    ///
    /// - Returns: The job as it is now, unchanged when it is under way or has its video.
    /// - Throws: ``StoreError/Code/notFound``.
    func retry(_ id: VideoJob.ID, in workspace: Workspace, at now: Timestamp) async throws(StoreError)
        -> VideoJob

    /// What happened to a job: the job as it was at each event after `number`, oldest first, without leases.
    ///
    /// - Throws: ``StoreError/Code/notFound``.
    func events(of id: VideoJob.ID, in workspace: Workspace, after number: Int) async throws(StoreError)
        -> [VideoJob]

    /// Jobs of all workspaces whose ``VideoJob/updatedAt`` is `moment` or later, the earliest first.
    ///
    /// - Parameter limit: At most how many, 1...1000.
    func changes(since moment: Timestamp, limit: Int) async throws(StoreError) -> [VideoJob]

    /// Jobs of a provider that succeeded, the newest first.
    ///
    /// - Parameter limit: At most how many, 1...1000.
    func succeeded(by provider: String, limit: Int) async throws(StoreError) -> [VideoJob]

    /// Jobs of all workspaces that have a video, the oldest first.
    ///
    /// - Parameter limit: At most how many, 1...1000.
    func withVideos(limit: Int) async throws(StoreError) -> [VideoJob]

    /// Forgets all jobs of a prompt with their events, and returns them as they were.
    func removeJobs(of prompt: Prompt.ID, in workspace: Workspace) async throws(StoreError) -> [VideoJob]

    /// How many jobs are in each state.
    func counts() async throws(StoreError) -> [VideoJob.State: Int]

    /// How much is kept and waits.
    func load() async throws(StoreError) -> JobLoad
}

/// Which jobs a worker can take.
package enum JobWork: Sendable, Hashable {
    /// Jobs of a provider, unless `atMost` live leases on its jobs exist already.
    ///
    /// Those of the highest priority come first; among these, workspaces take turns, and each has its jobs
    /// done in the order in which they were queued.
    case rendering(by: String, atMost: Int? = nil)
    /// This one, due or paused.
    case job(VideoJob.ID)
    /// Jobs whose webhook has to be told, the longest due first.
    case telling
}

/// How much the job store holds.
package struct JobLoad: Sendable, Hashable {
    /// Jobs that are ``VideoJob/State/queued``.
    package var waiting: Int
    /// When the oldest of them was made.
    package var oldest: Timestamp?
    /// Jobs that are under way.
    package var underWay: Int
    /// Bytes of all videos.
    package var videoBytes: Int

    package init(waiting: Int = 0, oldest: Timestamp? = nil, underWay: Int = 0, videoBytes: Int = 0) {
        self.waiting = waiting
        self.oldest = oldest
        self.underWay = underWay
        self.videoBytes = videoBytes
    }
}
