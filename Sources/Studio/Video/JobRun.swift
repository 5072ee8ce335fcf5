import Domain
import Resilience
import Telemetry

/// One job on its way from the store to a finished video: one attempt, or one look at what came of the last.
///
/// The intent is stored before a provider is called and its handle right after, so that whoever takes
/// over knows what may have been asked for already. A pause between attempts is spent in the queue.
struct JobRun {
    /// The job is no longer ours: cancelled, or leased by somebody else.
    struct TakenOver: Error {}

    /// There is nothing to be done now, and nothing has failed.
    struct Paused: Error {
        let pause: Duration
    }

    let parts: JobRunner.Parts
    let configuration: JobRunner.Configuration
    let provider: ProviderGuard
    var job: VideoJob
    var savedAt: Timestamp

    init(
        _ job: VideoJob, provider: ProviderGuard, parts: JobRunner.Parts,
        configuration: JobRunner.Configuration
    ) {
        self.job = job
        self.provider = provider
        self.parts = parts
        self.configuration = configuration
        savedAt = parts.wallClock.now()
    }

    /// Works until the job is final, given back to the store, or no longer ours.
    mutating func run() async -> VideoJob {
        do {
            try await job.state.isFinal ? revisit() : makeVideo()
        } catch is CancellationError {
            await giveBack()
        } catch is TakenOver {
            await abandon()
        } catch {
            // The lease runs out by itself, and the job is taken up again when the store is back.
            parts.log.error("job could not be saved", ["job.id": job.id.rawValue, "error": "\(error)"])
            await abandon()
        }
        return job
    }

    /// When this round gives up.
    var deadline: Timestamp { job.deadline ?? job.createdAt.advanced(by: configuration.deadline) }

    /// How long a round may take: services have their own idea of it.
    var patience: Duration { provider.provider.patience ?? configuration.deadline }

    mutating func makeVideo() async throws {
        if job.deadline == nil { job.deadline = parts.wallClock.now().advanced(by: patience) }
        do {
            try checkDeadline()
            let file = try await attempt()
            parts.metrics.attempts["succeeded"].increment()
            try await finish(as: .succeeded, with: file)
        } catch let open as CircuitOpen {
            try await putBack(for: max(open.retryAfter, .seconds(1)))
        } catch let paused as Paused {
            try await putBack(for: paused.pause)
        } catch let error as ProviderError {
            try await failed(error)
        }
    }

    func checkDeadline() throws(ProviderError) {
        guard parts.wallClock.now() < deadline else {
            throw ProviderError(
                .deadlineExceeded, "The video was not ready within \(patience)")
        }
    }

    // MARK: One attempt

    private mutating func attempt() async throws -> VideoFile {
        do {
            let handle = try await submission()
            try await follow(handle)
            return try await fetch(handle)
        } catch {
            await withdraw(after: error)
            throw error
        }
    }

    /// Ends work that nobody waits for; what was paid for elsewhere goes on unless the job was cancelled.
    private mutating func withdraw(after error: any Error) async {
        guard let handle = job.handle else { return }
        if provider.provider.isRepeatable || parts.journal.latest(of: job).state == .cancelled {
            await provider.provider.cancel(handle)
            job.handle = nil
        } else if let error = error as? ProviderError, error.endsSubmission, error.code != .downloadFailed {
            // What was paid for and could not be fetched is looked at again.
            job.handle = nil
        }
    }
}

extension ProviderError {
    /// Whether nothing more can come of what was submitted.
    fileprivate var endsSubmission: Bool {
        switch code {
        case .deadlineExceeded, .outcomeUnknown, .storage, .cancelled: false
        case .authentication, .balance, .throttled, .invalidRequest, .contentPolicy, .transient, .lost,
            .downloadFailed:
            true
        }
    }
}
