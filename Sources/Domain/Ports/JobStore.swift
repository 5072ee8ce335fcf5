/// Keeps video jobs and hands them to one worker at a time.
///
/// Same durability as ``HistoryStore``. Conforming types promise what `StoreContractTests` checks.
package protocol JobStore: Sendable {
    /// Saves a new job in the state ``VideoJob/State/queued``.
    ///
    /// - Throws: ``StoreError/Code/conflict`` when the identifier exists.
    func enqueue(_ job: VideoJob) async throws(StoreError)

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

    /// Leases the oldest job that is not final and that nobody holds a live lease on.
    ///
    /// - Parameters:
    ///   - id: Only this job, when given.
    ///   - owner: Who will work on it.
    ///   - now: The moment that decides which leases are over.
    ///   - duration: How long the lease lasts unless ``save(_:)`` extends it.
    /// - Returns: The job with a lease whose token is greater than every earlier one of this job; nil
    ///   when there is nothing to do.
    func claim(_ id: VideoJob.ID?, owner: String, at now: Timestamp, for duration: Duration)
        async throws(StoreError) -> VideoJob?

    /// Replaces the stored job, its lease included.
    ///
    /// - Throws: ``StoreError/Code/conflict`` when the stored lease has another token than `job.lease`:
    ///   somebody else has taken over. ``StoreError/Code/notFound``.
    func save(_ job: VideoJob) async throws(StoreError)

    /// Marks a job as cancelled unless it is final, and takes its lease away.
    ///
    /// - Returns: The job as it is now.
    /// - Throws: ``StoreError/Code/notFound``.
    func cancel(_ id: VideoJob.ID, in workspace: Workspace, at now: Timestamp) async throws(StoreError)
        -> VideoJob

    /// Jobs of all workspaces that ended before a moment and still have their video, the first one first.
    func jobs(withVideoBefore moment: Timestamp, limit: Int) async throws(StoreError) -> [VideoJob]

    /// Forgets all jobs of a prompt, and returns them as they were.
    func removeJobs(of prompt: Prompt.ID, in workspace: Workspace) async throws(StoreError) -> [VideoJob]

    /// How many jobs are in each state.
    func counts() async throws(StoreError) -> [VideoJob.State: Int]
}
