import Synchronization

/// Stops calling something that keeps failing, and tries it again later.
///
/// ```swift
/// let breaker = CircuitBreaker(clock: .continuous)
/// let vectors = try await breaker.run { try await embedder.embed(texts) }
/// ```
package final class CircuitBreaker<C: Clock>: Sendable where C.Duration == Duration {
    package typealias State = CircuitState<C.Instant>

    private let state: Mutex<State>
    private let clock: C

    /// Creates a closed breaker.
    ///
    /// - Parameters:
    ///   - configuration: When to open and how to close again.
    ///   - clock: The clock that time is measured on.
    package init(configuration: CircuitConfiguration = CircuitConfiguration(), clock: C) {
        state = Mutex(State(configuration: configuration))
        self.clock = clock
    }

    /// Where the circuit stands now.
    package var condition: State.Condition { state.withLock { $0.condition } }

    /// Runs `body`, unless the circuit is open.
    ///
    /// A cancelled call does not count.
    ///
    /// - Parameters:
    ///   - counts: Whether an error of `body` is a failure of the other side; every error, by default.
    ///   - body: The call to guard.
    /// - Returns: What `body` returns.
    /// - Throws: ``CircuitOpen``, or what `body` throws.
    package func run<Value>(
        counts: (any Error) -> Bool = { _ in true }, _ body: () async throws -> Value
    ) async throws -> Value {
        switch state.withLock({ $0.permit(at: clock.now) }) {
        case .rejected(let retryAfter):
            throw CircuitOpen(retryAfter: retryAfter)
        case .granted(let ticket):
            let start = clock.now
            do {
                let value = try await body()
                let time = start.duration(to: clock.now)
                state.withLock { $0.ended($0.outcome(of: time), ticket, at: clock.now) }
                return value
            } catch {
                let isOurs = error is CancellationError || Task.isCancelled || !counts(error)
                end(isOurs ? .undecided : .failed, ticket)
                throw error
            }
        }
    }

    private func end(_ outcome: State.Outcome, _ ticket: State.Ticket) {
        state.withLock { $0.ended(outcome, ticket, at: clock.now) }
    }
}

/// A call that was not made, because the circuit is open.
package struct CircuitOpen: Error, Sendable, Hashable {
    /// How long the circuit stays open.
    package let retryAfter: Duration

    package init(retryAfter: Duration) { self.retryAfter = retryAfter }
}
