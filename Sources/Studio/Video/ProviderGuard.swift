package import Domain
package import Resilience
import Synchronization

/// A provider behind what keeps it, and us, from being overrun: a circuit breaker, a limit of jobs at a time
/// that follows its load, and a budget of retries.
package final class ProviderGuard: Sendable {
    /// How a provider is guarded.
    package struct Configuration: Sendable {
        /// Jobs at the same time in this process: the limit falls and climbs within it; 1 by default.
        package var concurrency: ClosedRange<Int> = 1...1
        /// Jobs at the same time in all processes that share the store; nil for no limit.
        package var sharedConcurrency: Int?
        package var circuit = CircuitConfiguration()
        package var budget = RetryBudgetState()

        package init() {}
    }

    /// What metrics show.
    package struct Health: Sendable, Hashable {
        package let condition: CircuitState<Timestamp>.Condition
        package let limit: Int
        package let running: Int
    }

    private struct State {
        var circuit: CircuitState<Timestamp>
        var limit: ConcurrencyLimit
    }

    package let provider: any VideoProvider
    let sharedConcurrency: Int?
    private let budget: RetryBudget
    private let clock: any WallClock
    private let state: Mutex<State>

    package init(
        _ provider: any VideoProvider, configuration: Configuration = Configuration(),
        clock: any WallClock
    ) {
        self.provider = provider
        self.clock = clock
        sharedConcurrency = configuration.sharedConcurrency
        budget = RetryBudget(configuration.budget)
        state = Mutex(
            State(
                circuit: CircuitState(configuration: configuration.circuit),
                limit: ConcurrencyLimit(configuration.concurrency)))
    }

    package var health: Health {
        state.withLock { state in
            Health(
                condition: state.circuit.condition, limit: state.limit.limit, running: state.limit.running)
        }
    }

    /// Asks for room for one more job.
    func takeSlot() -> ConcurrencyLimit.Ticket? { state.withLock { $0.limit.take() } }

    /// Gives the room back, with how the job ended.
    func giveBack(_ ticket: ConcurrencyLimit.Ticket, _ outcome: ConcurrencyLimit.Outcome) {
        state.withLock { $0.limit.ended(outcome, ticket) }
    }

    /// Notes the first attempt of a round.
    func noteFirstAttempt() { budget.deposit() }

    /// Takes one retry, and returns whether there was one to take.
    func takeRetry() -> Bool { budget.withdraw() }

    /// Calls the provider, unless its circuit is open.
    ///
    /// - Throws: `CircuitOpen`, or what `body` throws.
    func call<Value>(_ body: (any VideoProvider) async throws(ProviderError) -> Value) async throws -> Value {
        let start = clock.now()
        switch state.withLock({ $0.circuit.permit(at: start) }) {
        case .rejected(let wait): throw CircuitOpen(retryAfter: wait)
        case .granted(let ticket):
            do throws(ProviderError) {
                let value = try await body(provider)
                end(ticket) { $0.outcome(of: start.duration(to: $1)) }
                return value
            } catch {
                let isFault = error.isProvidersFault && !Task.isCancelled
                end(ticket) { _, _ in isFault ? .failed : .undecided }
                throw error
            }
        }
    }

    private func end(
        _ ticket: CircuitState<Timestamp>.Ticket,
        _ outcome: (CircuitState<Timestamp>, Timestamp) -> CircuitState<Timestamp>.Outcome
    ) {
        let now = clock.now()
        state.withLock { $0.circuit.ended(outcome($0.circuit, now), ticket, at: now) }
    }
}

extension ProviderError {
    /// Whether it speaks of the provider's health; throttling has a limit of its own.
    fileprivate var isProvidersFault: Bool {
        switch code {
        case .transient, .outcomeUnknown, .downloadFailed: true
        case .authentication, .balance, .throttled, .invalidRequest, .contentPolicy, .lost,
            .deadlineExceeded, .cancelled, .storage:
            false
        }
    }

    /// What it says of the load that the provider bears.
    var loadOutcome: ConcurrencyLimit.Outcome {
        switch code {
        case .throttled, .transient, .outcomeUnknown: .overloaded
        case .authentication, .balance, .invalidRequest, .contentPolicy, .lost, .downloadFailed,
            .deadlineExceeded, .cancelled, .storage:
            .undecided
        }
    }

    /// How it failed, for those who try again.
    var fault: Fault {
        guard isTransient else { return .permanent }
        return code == .throttled ? .throttled(retryAfter: retryAfter) : .transient
    }
}
