package import Domain
import Synchronization

/// Announces what happens to video jobs, within this process.
///
/// The store is the truth; the journal spares its readers from asking it over and over.
package final class JobJournal: Sendable {
    fileprivate struct State {
        var latest: [VideoJob.ID: VideoJob] = [:]
        /// Finished jobs in the order they ended, so that the oldest are forgotten.
        var finished: [VideoJob.ID] = []
        var followers: [VideoJob.ID: [Int: AsyncStream<VideoJob>.Continuation]] = [:]
        var nextFollower = 0
    }

    fileprivate static let keptFinished = 256

    private let state = Mutex(State())
    private let wakeUp: AsyncStream<Void>.Continuation
    /// Speaks up whenever there may be a job to do; one reader.
    let wakeUps: AsyncStream<Void>

    private let tellOthers: @Sendable () -> Void

    /// - Parameter tellOthers: Called when a job was put into the queue, so that other instances look too.
    package init(tellOthers: @escaping @Sendable () -> Void = {}) {
        self.tellOthers = tellOthers
        (wakeUps, wakeUp) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Tells the runner to look for work.
    package func wake() { wakeUp.yield() }

    /// Tells everybody what a job is like now.
    package func announce(_ job: VideoJob) {
        let followers = state.withLock { state in
            state.remember(job)
            let followers = state.followers[job.id]?.values.map { $0 } ?? []
            if job.state.isFinal { state.followers[job.id] = nil }
            return followers
        }
        for follower in followers {
            follower.yield(job)
            if job.state.isFinal { follower.finish() }
        }
        if job.state == .queued {
            wake()
            tellOthers()
        }
    }

    /// Returns what was announced last about a stored job, which may be newer than the store.
    func latest(of stored: VideoJob) -> VideoJob {
        state.withLock { $0.announced(of: stored) }
    }

    /// Follows a job from its stored state until it is final.
    package func changes(from stored: VideoJob) -> AsyncStream<VideoJob> {
        let (stream, continuation) = AsyncStream<VideoJob>.makeStream(bufferingPolicy: .bufferingNewest(16))
        let (current, follower) = state.withLock { state in
            let current = state.announced(of: stored)
            guard !current.state.isFinal else { return (current, Int?.none) }
            let follower = state.nextFollower
            state.nextFollower += 1
            state.followers[stored.id, default: [:]][follower] = continuation
            return (current, follower)
        }
        continuation.yield(current)
        guard let follower else {
            continuation.finish()
            return stream
        }
        continuation.onTermination = { [weak self] _ in self?.forget(follower, of: stored.id) }
        return stream
    }

    private func forget(_ follower: Int, of id: VideoJob.ID) {
        state.withLock { state in
            state.followers[id]?[follower] = nil
            if state.followers[id]?.isEmpty == true { state.followers[id] = nil }
        }
    }
}

extension JobJournal.State {
    mutating func remember(_ job: VideoJob) {
        let wasFinal = latest[job.id]?.state.isFinal ?? false
        latest[job.id] = job
        guard job.state.isFinal, !wasFinal else { return }
        finished.append(job.id)
        if finished.count > JobJournal.keptFinished { latest[finished.removeFirst()] = nil }
    }

    func announced(of stored: VideoJob) -> VideoJob {
        guard !stored.state.isFinal, let announced = latest[stored.id],
            announced.updatedAt >= stored.updatedAt
        else { return stored }
        return announced
    }
}
