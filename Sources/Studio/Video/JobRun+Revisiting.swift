import Domain
import Resilience

/// A job that ended without its real video is looked at again: the provider may be back, or have it after all.
extension JobRun {
    mutating func revisit() async throws {
        job.revisits += 1
        job.revisitAt = nil
        do {
            switch job.state {
            case .unknown: try await findUnknown()
            case .failed where job.handle != nil: try await fetchLate()
            case .failed where provider.provider.isRepeatable: try await again()
            case .queued, .submitting, .submitted, .running, .downloading, .succeeded, .failed, .cancelled,
                .lost:
                try await leave(until: nil)
            }
        } catch let open as CircuitOpen {
            // The look was none.
            job.revisits -= 1
            try await leave(until: parts.wallClock.now().advanced(by: max(open.retryAfter, .seconds(1))))
        } catch let error as ProviderError {
            try await leave(until: nextRevisit(after: error.isTransient ? .stillUnknown : error))
        }
    }

    /// Looks up whether the submission was accepted; what certainly was not is submitted.
    private mutating func findUnknown() async throws {
        let handle = try await lookUp()
        begin()
        if let handle { _ = try await accepted(handle) }
        try await makeVideo()
    }

    /// Asks for what the deadline did not wait for.
    private mutating func fetchLate() async throws {
        guard let handle = job.handle else { return }
        let state = try await provider.call { provider throws(ProviderError) in
            try await provider.state(of: handle)
        }
        switch state {
        case .succeeded:
            begin()
            try await makeVideo()
        case .queued, .running:
            try await leave(until: nextRevisit(after: .stillUnknown))
        case .failed, .notFound:
            job.handle = nil
            try await leave(until: nil)
        }
    }

    /// Tries once more what costs nothing.
    private mutating func again() async throws {
        let old = job
        _ = job.retry(at: parts.wallClock.now())
        // It is ours already, and told with the first thing that happens.
        (job.revisits, job.lease, job.eventNumber) = (old.revisits, old.lease, old.eventNumber)
        try await makeVideo()
    }

    /// Opens the job again, with the time of a new round.
    private mutating func begin() {
        job.state = .queued
        job.progress = 0
        job.deadline = parts.wallClock.now().advanced(by: patience)
    }

    /// Ends the look without a change that is told.
    private mutating func leave(until moment: Timestamp?) async throws {
        let now = parts.wallClock.now()
        job.revisitAt = moment
        job.lease?.expiresAt = now
        try await write()
    }
}

extension ProviderError {
    fileprivate static let stillUnknown = ProviderError(.outcomeUnknown, "It is not known yet")
}
