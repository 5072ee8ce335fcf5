/// Tries a call again by a ``RetryPolicy``.
///
/// ```swift
/// let retry = Retry(policy: RetryPolicy(), budget: budget, clock: .continuous)
/// let handle = try await retry.run(classify: \.fault) { try await provider.submit(request) }
/// ```
package struct Retry<C: Clock>: Sendable where C.Duration == Duration {
    private let policy: RetryPolicy
    private let budget: RetryBudget?
    private let clock: C
    private let random: @Sendable () -> UInt64

    /// - Parameters:
    ///   - policy: How often and when.
    ///   - budget: What retries cost all callers together; nil for no limit.
    ///   - clock: The clock that waits are measured on.
    ///   - random: Random bits for the jitter.
    package init(
        policy: RetryPolicy = RetryPolicy(), budget: RetryBudget? = nil, clock: C,
        random: @escaping @Sendable () -> UInt64 = { UInt64.random(in: .min ... .max) }
    ) {
        self.policy = policy
        self.budget = budget
        self.clock = clock
        self.random = random
    }

    /// Calls `body` until it returns, or until policy, budget or deadline say that it is enough.
    ///
    /// A cancelled task is never tried again.
    ///
    /// - Parameters:
    ///   - deadline: No wait goes beyond it.
    ///   - classify: Says how an error of `body` failed.
    ///   - body: The call; it gets the attempt's number, the first is 1.
    /// - Returns: What `body` returns.
    /// - Throws: The error of the last attempt, or `CancellationError` when the task is cancelled while
    ///   it waits.
    package func run<Value, Failure: Error>(
        until deadline: Deadline<C.Instant>? = nil, classify: (Failure) -> Fault,
        _ body: (Int) async throws(Failure) -> Value
    ) async throws -> Value {
        budget?.deposit()
        var attempt = 1
        while true {
            do throws(Failure) {
                return try await body(attempt)
            } catch {
                guard let delay = delay(after: attempt, error, classify, until: deadline) else { throw error }
                try await clock.sleep(for: delay)
            }
            attempt += 1
        }
    }

    private func delay<Failure: Error>(
        after attempt: Int, _ error: Failure, _ classify: (Failure) -> Fault,
        until deadline: Deadline<C.Instant>?
    ) -> Duration? {
        guard !Task.isCancelled, !(error is CancellationError) else { return nil }
        var bits = RandomBits(source: random)
        guard let delay = policy.delay(after: attempt, classify(error), using: &bits) else { return nil }
        if let deadline, deadline.remaining(at: clock.now) <= delay { return nil }
        guard budget?.withdraw() ?? true else { return nil }
        return delay
    }
}

/// A generator around a closure.
private struct RandomBits: RandomNumberGenerator {
    let source: @Sendable () -> UInt64

    mutating func next() -> UInt64 { source() }
}
