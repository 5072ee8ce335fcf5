/// How often a failed call is tried again, and when.
package struct RetryPolicy: Sendable, Hashable {
    /// Calls in all, the first one included.
    ///
    /// The default is 3; 1 never tries again.
    package var maximumAttempts = 3

    /// The wait before the second attempt is at most this long; it doubles from attempt to attempt.
    ///
    /// The default is 200 milliseconds.
    package var baseDelay: Duration = .milliseconds(200)

    /// No wait of our own choice is longer.
    ///
    /// The default is 10 seconds.
    package var maximumDelay: Duration = .seconds(10)

    /// A wait that the other side asks for is not obeyed when it is longer: the call fails instead.
    ///
    /// The default is 60 seconds.
    package var maximumRetryAfter: Duration = .seconds(60)

    /// Creates the default policy.
    package init() {}

    /// Returns how long to wait before the next attempt, or nil when there is none.
    ///
    /// A transient fault waits anywhere from nothing to the full delay ("full jitter"), so that callers
    /// who failed together do not come back together. Throttling waits at least half of it ("equal
    /// jitter"), and never less than the other side asked for.
    ///
    /// - Parameters:
    ///   - attempt: The attempt that failed; the first is 1.
    ///   - fault: How it failed.
    ///   - random: Where the jitter comes from.
    package func delay(
        after attempt: Int, _ fault: Fault, using random: inout some RandomNumberGenerator
    ) -> Duration? {
        guard attempt < maximumAttempts else { return nil }
        switch fault {
        case .permanent:
            return nil
        case .transient:
            return backoff(after: attempt) * Double.random(in: 0...1, using: &random)
        case .throttled(let wanted?) where wanted > maximumRetryAfter:
            return nil
        case .throttled(let wanted):
            let own = backoff(after: attempt) * Double.random(in: 0.5...1, using: &random)
            return wanted.map { $0 + baseDelay * Double.random(in: 0...1, using: &random) } ?? own
        }
    }

    private func backoff(after attempt: Int) -> Duration {
        // 2^30 times any sensible base is beyond every maximum; more would overflow.
        min(maximumDelay, baseDelay * (1 << min(max(0, attempt - 1), 30)))
    }
}
