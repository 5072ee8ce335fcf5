import Synchronization

/// Keeps retries from multiplying the load on something that is already failing.
///
/// Each first attempt earns a tenth of a retry, and each retry costs a whole one, so that retries add
/// at most 10 % to the load whatever each call's policy allows. Share one among all calls to the same
/// thing.
package final class RetryBudget: Sendable {
    private let state: Mutex<RetryBudgetState>

    package init(_ state: RetryBudgetState = RetryBudgetState()) { self.state = Mutex(state) }

    /// Notes a first attempt.
    package func deposit() { state.withLock { $0.deposit() } }

    /// Takes one retry, and returns whether there was one to take.
    package func withdraw() -> Bool { state.withLock { $0.withdraw() } }
}

/// The rules of a retry budget, without a lock.
package struct RetryBudgetState: Sendable, Hashable {
    /// Thousandths of a retry; whole numbers, so that nothing is lost in rounding.
    private var balance: Int
    private let earned: Int
    private let maximum: Int
    private static let retry = 1000

    /// Makes a full budget.
    ///
    /// - Parameters:
    ///   - ratio: Retries that one first attempt earns, 0...1.
    ///   - reserve: The most retries that can be saved up, and what a new budget holds.
    package init(ratio: Double = 0.1, reserve: Int = 10) {
        precondition((0...1).contains(ratio) && reserve >= 0, "A budget is neither negative nor a multiple")
        earned = Int((ratio * Double(Self.retry)).rounded())
        maximum = reserve * Self.retry
        balance = maximum
    }

    package mutating func deposit() { balance = min(maximum, balance + earned) }

    package mutating func withdraw() -> Bool {
        guard balance >= Self.retry else { return false }
        balance -= Self.retry
        return true
    }
}
