import Domain
import Resilience
import Telemetry

extension JobRun {
    /// Notes a failed attempt; the next one follows after a pause in the queue, or none.
    mutating func failed(_ error: ProviderError) async throws {
        parts.metrics.attempts[error.code.rawValue].increment()
        job.failure = VideoJob.Failure(reason: error.code, message: error.message)
        if let last = job.attempts.indices.last, job.attempts[last].endedAt == nil {
            job.attempts[last].endedAt = parts.wallClock.now()
            job.attempts[last].failure = job.failure
        }
        parts.log.warning(
            "video attempt failed",
            [
                "job.id": job.id.rawValue, "reason": error.code.rawValue,
                "detail": error.detail ?? error.message,
            ])
        if let pause = pause(after: error) {
            parts.metrics.retries.increment()
            try await putBack(for: pause)
        } else {
            try await giveUp(after: error)
        }
    }

    /// How long to wait for the next attempt; nil when policy, budget or deadline say that it is enough.
    private func pause(after error: ProviderError) -> Duration? {
        var bits = JitterBits(source: parts.random)
        // What was made and paid for is not made again for want of the file.
        guard error.code != .downloadFailed || provider.provider.isRepeatable else { return nil }
        guard
            let pause = configuration.retry.delay(
                after: max(1, job.failedAttempts), error.fault, using: &bits),
            parts.wallClock.now().advanced(by: pause) < deadline
        else { return nil }
        guard provider.takeRetry() else {
            parts.metrics.exhaustedBudgets.increment()
            return nil
        }
        return pause
    }

    private mutating func giveUp(after error: ProviderError) async throws {
        job.revisitAt = nextRevisit(after: error)
        switch error.code {
        case .outcomeUnknown: try await finish(as: .unknown, with: job.result)
        case .lost: try await finish(as: .lost, with: job.result)
        default: try await finish(as: .failed, with: try await substitute())
        }
    }

    /// When somebody looks again: only where the real video can still come.
    func nextRevisit(after error: ProviderError) -> Timestamp? {
        guard job.revisits < configuration.revisits.count else { return nil }
        let canCome =
            switch error.code {
            case .outcomeUnknown: true
            case .transient, .throttled, .storage: provider.provider.isRepeatable
            case .deadlineExceeded, .downloadFailed: provider.provider.isRepeatable || job.handle != nil
            case .authentication, .balance, .invalidRequest, .contentPolicy, .lost, .cancelled: false
            }
        return canCome
            ? parts.wallClock.now().advanced(by: configuration.revisits[job.revisits]) : nil
    }

    /// Makes the animation that stands in, unless there is one; nil when nobody can.
    private mutating func substitute() async throws -> VideoFile? {
        if let result = job.result { return result }
        parts.reached(.substituting)
        for fallback in parts.fallbacks {
            do {
                let file = try await substitute(by: fallback)
                parts.metrics.substitutes[fallback.name].increment()
                return file
            } catch let error as ProviderError {
                parts.log.error(
                    "substitute failed",
                    [
                        "job.id": job.id.rawValue, "provider": fallback.name,
                        "detail": error.detail ?? error.message,
                    ])
            }
        }
        return nil
    }

    private mutating func substitute(by fallback: any VideoProvider) async throws -> VideoFile {
        let name = SubmissionName(job: job.id, attempt: 0)
        let handle = try await fallback.submit(
            job.request, as: name, within: configuration.attemptDeadline)
        let end = parts.wallClock.now().advanced(by: configuration.attemptDeadline)
        do {
            while true {
                switch try await fallback.state(of: handle) {
                case .queued, .running: break
                case .succeeded: return try await keep(handle, of: fallback, isSubstitute: true)
                case .failed(let error): throw error
                case .notFound: throw ProviderError(.lost, "\(fallback.name) lost the substitute")
                }
                guard parts.wallClock.now() < end else {
                    throw ProviderError(.deadlineExceeded, "The substitute was not done in time")
                }
                try await parts.clock.sleep(for: fallback.pollInterval)
            }
        } catch {
            await fallback.cancel(handle)
            throw error
        }
    }
}
