import Domain
import Resilience

extension JobRun {
    /// Waits until the provider has the video.
    mutating func follow(_ handle: ProviderHandle) async throws {
        var faults = 0
        while true {
            guard parts.journal.latest(of: job).state != .cancelled else { throw TakenOver() }
            do {
                if try await look(at: handle) { return parts.reached(.made) }
                faults = 0
            } catch let open as CircuitOpen {
                try await parts.clock.sleep(for: max(open.retryAfter, .seconds(1)))
            } catch let error as ReadFault {
                faults += 1
                try await pause(after: error.error, faults)
            }
            try checkTime()
            try await waitForNextLook(at: handle)
        }
    }

    /// Waits as the provider's plan says; the moment is kept with the job, so that a restart keeps to it.
    private mutating func waitForNextLook(at handle: ProviderHandle) async throws {
        let now = parts.wallClock.now()
        let pause = provider.provider.pause(for: handle, at: now)
        job.nextPollAt = now.advanced(by: pause)
        guard let name = provider.provider.hintName(of: handle) else {
            return try await parts.clock.sleep(for: pause)
        }
        try await parts.hints.sleep(
            for: pause, unless: name, at: provider.provider.name, on: parts.clock)
    }

    /// A question that failed, which says nothing of the work.
    private struct ReadFault: Error {
        let error: ProviderError
    }

    /// Asks once; true when the video is there.
    private mutating func look(at handle: ProviderHandle) async throws -> Bool {
        let state: ProviderState
        do {
            state = try await provider.call { provider throws(ProviderError) in
                try await provider.state(of: handle)
            }
        } catch let error as ProviderError {
            throw ReadFault(error: error)
        }
        switch state {
        case .queued: return false
        case .running(let progress):
            try await advance(to: progress)
            return false
        case .succeeded: return true
        case .failed(let error): throw error
        case .notFound:
            // What costs nothing is made again; what may have been paid for is not.
            throw ProviderError(
                provider.provider.isRepeatable ? .transient : .lost,
                "\(provider.provider.name) no longer knows the job")
        }
    }

    /// Reads are repeated freely; only work that can be repeated is given up for them.
    private func pause(after error: ProviderError, _ faults: Int) async throws {
        var policy = configuration.retry
        if !provider.provider.isRepeatable { policy.maximumAttempts = .max }
        var bits = JitterBits(source: parts.random)
        guard let pause = policy.delay(after: faults, error.fault, using: &bits) else { throw error }
        try await parts.clock.sleep(for: pause)
    }

    private func checkTime() throws(ProviderError) {
        try checkDeadline()
        guard timeLeft > .zero else {
            throw ProviderError(
                .transient, "The video was not ready within \(configuration.attemptDeadline)")
        }
    }

    /// Fetches the video; a download that fails is tried again without submitting anything.
    mutating func fetch(_ handle: ProviderHandle) async throws -> VideoFile {
        job.state = .downloading
        try await save()
        var failures = 0
        while true {
            do {
                return try await keep(handle, of: provider.provider, isSubstitute: false)
            } catch let error as ProviderError where error.code == .downloadFailed {
                failures += 1
                var bits = JitterBits(source: parts.random)
                guard let pause = configuration.retry.delay(after: failures, .transient, using: &bits) else {
                    throw error
                }
                try await parts.clock.sleep(for: pause)
                // Asking again renews links that are over.
                _ = try await look(at: handle)
            } catch let error as ProviderError where error.code == .storage {
                // What was paid for is not given up for want of room here.
                guard !provider.provider.isRepeatable else { throw error }
                throw Paused(pause: .seconds(30))
            }
        }
    }

    mutating func keep(_ handle: ProviderHandle, of provider: any VideoProvider, isSubstitute: Bool)
        async throws
        -> VideoFile
    {
        let target = try await parts.shelf.reserve(for: job.id, format: job.request.format)
        do {
            try await provider.download(handle, to: target)
            parts.reached(.fetched)
            job.report = await provider.report(on: handle) ?? job.report
            let file = try await parts.shelf.keep(
                target, of: job.id, isSubstitute: isSubstitute,
                lasting: provider.makesOtherLengths ? nil : job.request.format.durationSeconds)
            parts.reached(.kept)
            return file
        } catch {
            await parts.shelf.discard(target)
            throw error
        }
    }
}

struct JitterBits: RandomNumberGenerator {
    let source: any RandomSource

    mutating func next() -> UInt64 { source.next() }
}
