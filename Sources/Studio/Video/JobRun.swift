import Domain
import Resilience
import Telemetry

/// One job on its way from the store to a finished video.
///
/// The intent is stored before a provider is called and its handle right after, so that whoever takes
/// over knows what may have been asked for already.
struct JobRun {
    /// The job is no longer ours: cancelled, or leased by somebody else.
    private struct TakenOver: Error {}

    private let parts: JobRunner.Parts
    private let configuration: JobRunner.Configuration
    private let deadline: Timestamp
    private var job: VideoJob
    private var savedAt: Timestamp

    init(_ job: VideoJob, parts: JobRunner.Parts, configuration: JobRunner.Configuration) {
        self.job = job
        self.parts = parts
        self.configuration = configuration
        savedAt = parts.wallClock.now()
        deadline = savedAt.advanced(by: configuration.deadline)
    }

    /// Works until the job is final, given back to the store, or no longer ours.
    mutating func run() async -> VideoJob {
        do {
            try await makeVideo()
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

    private mutating func makeVideo() async throws {
        while true {
            do {
                let file = try await attempt(with: parts.provider, isSubstitute: false)
                parts.metrics.attempts["succeeded"].increment()
                return try await finish(as: .succeeded, with: file)
            } catch let error as ProviderError {
                try await failed(error)
                guard let pause = pause(after: error) else { return try await giveUp(after: error) }
                try await parts.clock.sleep(for: pause)
            }
        }
    }

    // MARK: One attempt

    private mutating func attempt(with provider: any VideoProvider, isSubstitute: Bool) async throws
        -> VideoFile
    {
        do {
            let handle = try await submission(to: provider)
            try await follow(handle, of: provider)
            return try await fetch(handle, from: provider, isSubstitute: isSubstitute)
        } catch {
            await withdraw(from: provider)
            throw error
        }
    }

    /// Ends work that nobody waits for; what was paid for elsewhere goes on unless the job was cancelled.
    private func withdraw(from provider: any VideoProvider) async {
        guard let handle = job.handle else { return }
        if provider.isRepeatable || parts.journal.latest(of: job).state == .cancelled {
            await provider.cancel(handle)
        }
    }

    /// Returns the submission that is under way already, or makes one.
    private mutating func submission(to provider: any VideoProvider) async throws -> ProviderHandle {
        if let handle = job.handle, handle.provider == provider.name {
            if try await provider.state(of: handle) != .notFound { return handle }
            guard provider.isRepeatable else {
                throw ProviderError(.lost, "\(provider.name) no longer knows the job")
            }
        } else if job.state == .submitting, !provider.isRepeatable {
            throw ProviderError(.outcomeUnknown, "Whether \(provider.name) accepted the job is not known")
        }
        job.handle = nil
        job.state = .submitting
        job.attempts.append(VideoJob.Attempt(provider: provider.name, startedAt: parts.wallClock.now()))
        try await save()
        job.handle = try await provider.submit(job.request, job: job.id)
        job.state = .submitted
        try await save()
        guard let handle = job.handle else { throw TakenOver() }
        return handle
    }

    private mutating func follow(_ handle: ProviderHandle, of provider: any VideoProvider) async throws {
        while true {
            guard parts.journal.latest(of: job).state != .cancelled else { throw TakenOver() }
            switch try await provider.state(of: handle) {
            case .queued: break
            case .running(let progress): try await advance(to: progress)
            case .succeeded: return
            case .failed(let error): throw error
            case .notFound: throw ProviderError(.lost, "\(provider.name) no longer knows the job")
            }
            guard parts.wallClock.now() < deadline else {
                throw ProviderError(
                    .deadlineExceeded, "The video was not ready within \(configuration.deadline)")
            }
            try await parts.clock.sleep(for: provider.pollInterval)
        }
    }

    private mutating func fetch(
        _ handle: ProviderHandle, from provider: any VideoProvider, isSubstitute: Bool
    ) async throws -> VideoFile {
        job.state = .downloading
        try await save()
        let target = try await parts.shelf.reserve(for: job.id, format: job.request.format)
        do {
            try await provider.download(handle, to: target)
            return try await parts.shelf.keep(target, of: job.id, isSubstitute: isSubstitute)
        } catch {
            await parts.shelf.discard(target)
            throw error
        }
    }

    // MARK: Failing

    private mutating func failed(_ error: ProviderError) async throws {
        parts.metrics.attempts[error.code.rawValue].increment()
        job.failure = VideoJob.Failure(reason: error.code, message: error.message)
        if let last = job.attempts.indices.last {
            job.attempts[last].endedAt = parts.wallClock.now()
            job.attempts[last].failure = job.failure
        }
        job.handle = nil
        job.progress = 0
        try await save()
        parts.log.warning(
            "video attempt failed",
            [
                "job.id": job.id.rawValue, "reason": error.code.rawValue,
                "detail": error.detail ?? error.message,
            ])
    }

    private func pause(after error: ProviderError) -> Duration? {
        guard parts.wallClock.now() < deadline else { return nil }
        var bits = JitterBits(source: parts.random)
        return configuration.retry.delay(
            after: job.attempts.count { $0.failure != nil }, error.fault, using: &bits)
    }

    private mutating func giveUp(after error: ProviderError) async throws {
        switch error.code {
        case .outcomeUnknown: try await finish(as: .unknown, with: nil)
        case .lost: try await finish(as: .lost, with: nil)
        default: try await finish(as: .failed, with: try await substitute())
        }
    }

    /// Makes the animation that stands in; nil when even that fails.
    private mutating func substitute() async throws -> VideoFile? {
        guard let fallback = parts.fallback else { return nil }
        do {
            let file = try await attempt(with: fallback, isSubstitute: true)
            parts.metrics.substitutes.increment()
            return file
        } catch let error as ProviderError {
            parts.log.error(
                "substitute failed",
                ["job.id": job.id.rawValue, "detail": error.detail ?? error.message])
            return nil
        }
    }

    // MARK: Keeping the store up to date

    private mutating func advance(to progress: Double) async throws {
        job.state = .running
        job.progress = max(job.progress, min(progress, 1))
        let now = parts.wallClock.now()
        guard savedAt.advanced(by: configuration.leaseDuration / 3) > now else { return try await save() }
        job.updatedAt = now
        parts.journal.announce(job)
    }

    private mutating func finish(as state: VideoJob.State, with file: VideoFile?) async throws {
        let now = parts.wallClock.now()
        job.end(as: state, at: now)
        job.result = file
        job.handle = nil
        if state == .succeeded {
            job.progress = 1
            job.failure = nil
        }
        if let last = job.attempts.indices.last { job.attempts[last].endedAt = now }
        try await save()
        parts.metrics.videos[state.rawValue].increment()
        parts.metrics.rendering.observe(job.createdAt.duration(to: now))
        await noteOutcome()
    }

    /// Notes at the prompt what came of it; the job is done whether that works or not.
    private func noteOutcome() async {
        var change = MarksChange()
        switch job.state {
        case .succeeded: change.outcome = .rendered
        case .failed: change.outcome = .failed
        default: return
        }
        do {
            _ = try await parts.marks?.mark(
                job.prompt, with: change, recording: nil, in: job.workspace)
        } catch {
            parts.log.warning("outcome was not noted", ["job.id": job.id.rawValue])
        }
    }

    private mutating func save() async throws {
        let now = parts.wallClock.now()
        job.tell(at: now)
        let leaseEnd = now.advanced(by: configuration.leaseDuration)
        if !job.state.isFinal { job.lease?.expiresAt = leaseEnd }
        do {
            try await parts.jobs.save(job)
        } catch  where error.code == .conflict {
            throw TakenOver()
        }
        savedAt = now
        parts.journal.announce(job)
    }

    /// Ends the lease, so that the next start goes on at once.
    private mutating func giveBack() async {
        let now = parts.wallClock.now()
        job.updatedAt = now
        job.lease?.expiresAt = now
        do {
            try await parts.jobs.save(job)
        } catch {
            parts.log.warning("job was not given back", ["job.id": job.id.rawValue])
        }
    }

    private mutating func abandon() async {
        if let stored = try? await parts.jobs.job(job.id, in: job.workspace) { job = stored }
    }
}

extension ProviderError {
    fileprivate var fault: Fault {
        guard isTransient else { return .permanent }
        return code == .throttled ? .throttled(retryAfter: retryAfter) : .transient
    }
}

private struct JitterBits: RandomNumberGenerator {
    let source: any RandomSource

    mutating func next() -> UInt64 { source.next() }
}
