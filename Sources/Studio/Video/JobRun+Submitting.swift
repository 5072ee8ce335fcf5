import Domain
import Resilience

extension JobRun {
    /// Returns the submission that is under way already, or makes one.
    mutating func submission() async throws -> ProviderHandle {
        if let handle = try await earlierSubmission() { return handle }
        if isAttemptOpen {
            // What a killed process had begun starts anew, and its time with it.
            job.attempts.removeLast()
        } else if job.failedAttempts == 0 {
            provider.noteFirstAttempt()
        }
        job.attempts.append(
            VideoJob.Attempt(
                provider: provider.provider.name, round: job.round, startedAt: parts.wallClock.now()))
        job.handle = nil
        job.state = .submitting
        try await save()
        parts.reached(.intended)
        return try await submit()
    }

    private mutating func submit() async throws -> ProviderHandle {
        let (request, name, time) = (job.request, submissionName, timeLeft)
        try await reserve()
        do {
            let handle = try await provider.call { provider throws(ProviderError) in
                try await provider.submit(request, as: name, within: time)
            }
            parts.reached(.accepted)
            return try await accepted(handle)
        } catch let open as CircuitOpen {
            // It was not called, so the attempt was none.
            await settle(.released)
            job.attempts.removeLast()
            throw open
        } catch let error as ProviderError where error.code == .outcomeUnknown {
            guard let handle = try await lookUp() else {
                // It is certain now that nothing was accepted, so another attempt pays for nothing twice.
                await settle(.released)
                throw ProviderError(.transient, error.message, detail: error.detail)
            }
            return try await accepted(handle)
        } catch let error as ProviderError {
            await settle(.released)
            throw error
        }
    }

    mutating func accepted(_ handle: ProviderHandle) async throws -> ProviderHandle {
        job.handle = handle
        job.state = .submitted
        try await save()
        await settle(.accepted)
        parts.reached(.submitted)
        return handle
    }

    /// What the provider calls this attempt: the same after a restart, so that it can be looked up.
    var submissionName: SubmissionName { SubmissionName(job: job.id, attempt: job.attempts.count) }

    /// Whether the last attempt has not ended: a process that was killed left it.
    private var isAttemptOpen: Bool {
        job.attempts.last.map { $0.round == job.round && $0.endedAt == nil } ?? false
    }

    /// What is left for this attempt; work that cannot be repeated has the whole round.
    var timeLeft: Duration {
        let now = parts.wallClock.now()
        let whole = now.duration(to: deadline)
        guard provider.provider.isRepeatable, let start = job.attempts.last?.startedAt else { return whole }
        return min(whole, now.duration(to: start.advanced(by: configuration.attemptDeadline)))
    }

    /// Finds out what an earlier process submitted.
    private mutating func earlierSubmission() async throws -> ProviderHandle? {
        let isRepeatable = provider.provider.isRepeatable
        if let handle = job.handle, handle.provider == provider.provider.name {
            let state = try await provider.call { provider throws(ProviderError) in
                try await provider.state(of: handle)
            }
            if state != .notFound { return handle }
            guard isRepeatable else {
                throw ProviderError(.lost, "\(provider.provider.name) no longer knows the job")
            }
        } else if job.state == .submitting, !isRepeatable {
            if let handle = try await lookUp() { return try await accepted(handle) }
        }
        return nil
    }

    /// Asks whether the provider accepted the last attempt.
    ///
    /// - Returns: Its handle; nil when it certainly did not, so that it can be submitted.
    /// - Throws: `ProviderError.Code.outcomeUnknown` when the provider cannot tell.
    func lookUp() async throws -> ProviderHandle? {
        let name = submissionName
        let found = try await provider.call { provider throws(ProviderError) in
            try await provider.lookUp(name)
        }
        switch found {
        case .found(let handle): return handle
        case .absent: return nil
        case .cannotTell:
            throw ProviderError(
                .outcomeUnknown, "Whether \(provider.provider.name) accepted the job is not known")
        }
    }
}
