/// The moment by which an answer is of use, handed down from call to call.
package struct Deadline<Instant: InstantProtocol>: Sendable, Hashable where Instant.Duration == Duration {
    package let instant: Instant

    package init(at instant: Instant) { self.instant = instant }

    /// The deadline that comes first.
    package func earlier(_ other: Self) -> Self { instant < other.instant ? self : other }

    /// The time that is left, never negative.
    package func remaining(at now: Instant) -> Duration { max(.zero, now.duration(to: instant)) }

    /// Whether it is too late.
    package func isOver(at now: Instant) -> Bool { instant <= now }
}

/// An answer that did not come in time.
package struct DeadlineExceeded: Error, Sendable, Hashable {
    package init() {}
}

extension Clock where Duration == Swift.Duration {
    /// Makes a deadline that lies `duration` ahead.
    package func deadline(in duration: Swift.Duration) -> Deadline<Instant> {
        Deadline(at: now.advanced(by: duration))
    }

    /// Runs `body` and cancels it when `deadline` passes.
    ///
    /// The call ends only when `body` has ended, so a body that ignores cancellation is waited for.
    ///
    /// - Parameters:
    ///   - deadline: When to cancel.
    ///   - body: The work.
    /// - Returns: What `body` returns.
    /// - Throws: ``DeadlineExceeded``, or what `body` throws.
    package func run<Value: Sendable>(
        until deadline: Deadline<Instant>, _ body: @escaping @Sendable () async throws -> Value
    ) async throws -> Value where Self: Sendable {
        guard !deadline.isOver(at: now) else { throw DeadlineExceeded() }
        return try await withThrowingTaskGroup(of: Value.self) { group in
            group.addTask { try await body() }
            group.addTask {
                try await sleep(until: deadline.instant, tolerance: nil)
                throw DeadlineExceeded()
            }
            defer { group.cancelAll() }
            guard let value = try await group.next() else { throw CancellationError() }
            return value
        }
    }
}
