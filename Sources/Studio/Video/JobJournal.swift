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
        var wakers: [Int: AsyncStream<Void>.Continuation] = [:]
        var nextNumber = 0

        mutating func number() -> Int {
            nextNumber += 1
            return nextNumber
        }
    }

    fileprivate static let keptFinished = 256

    private let state = Mutex(State())

    private let tellOthers: @Sendable () -> Void

    /// - Parameter tellOthers: Called when a job was put into the queue, so that other instances look too.
    package init(tellOthers: @escaping @Sendable () -> Void = {}) { self.tellOthers = tellOthers }

    /// Speaks up whenever there may be a job to do.
    func wakeUps() -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        let number = state.withLock { state in
            let number = state.number()
            state.wakers[number] = continuation
            return number
        }
        continuation.onTermination = { [weak self] _ in
            self?.state.withLock { $0.wakers[number] = nil }
        }
        continuation.yield()
        return stream
    }

    /// Tells the runner to look for work.
    package func wake() {
        for waker in state.withLock({ Array($0.wakers.values) }) { waker.yield() }
    }

    /// Whether anybody follows a job.
    var hasFollowers: Bool { state.withLock { !$0.followers.isEmpty } }

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
        if job.state == .queued { tellOthers() }
        if job.state == .queued || job.webhook?.state == .due { wake() }
    }

    /// Announces what another process saved, unless it is known here.
    func heard(of job: VideoJob) {
        let isNews = state.withLock { state in
            state.followers[job.id] != nil
                && state.latest[job.id].map { $0.eventNumber < job.eventNumber } ?? true
        }
        if isNews { announce(job) }
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
            let follower = state.number()
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
        if finished.count > JobJournal.keptFinished {
            let oldest = finished.removeFirst()
            // A job that was tried again is under way, and ends once more.
            if latest[oldest]?.state.isFinal == true { latest[oldest] = nil }
        }
    }

    func announced(of stored: VideoJob) -> VideoJob {
        guard !stored.state.isFinal, let announced = latest[stored.id],
            announced.updatedAt >= stored.updatedAt
        else { return stored }
        return announced
    }
}
