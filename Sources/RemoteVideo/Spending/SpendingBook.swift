package import Domain

/// The sums of a ledger, day by day.
package struct SpendingBook: Sendable {
    private struct Key: Hashable {
        let job: VideoJob.ID
        let attempt: Int
    }

    private static let day: Int64 = 86_400_000

    private var latest: [Key: Spending] = [:]
    private var order: [Key] = []
    private var days: [Int64: [Workspace: Money]] = [:]

    package init() {}

    /// The last word on each submission, in the order in which they were reserved.
    package var all: [Spending] { order.compactMap { latest[$0] } }

    /// Adds a line; it takes the place of what was said of the same submission.
    package mutating func add(_ spending: Spending) {
        let key = Key(job: spending.job, attempt: spending.attempt)
        if let old = latest[key] {
            count(old, sign: -1)
        } else {
            order.append(key)
        }
        latest[key] = spending
        count(spending, sign: 1)
    }

    /// What was spent on the day of a moment.
    package func spent(at now: Timestamp, in workspace: Workspace? = nil) -> Money {
        let sums = days[now.milliseconds / Self.day] ?? [:]
        guard let workspace else { return sums.values.reduce(.zero, +) }
        return sums[workspace] ?? .zero
    }

    /// - Throws: ``BudgetExceeded`` when an amount is more than is left.
    package func check(
        _ amount: Money, in workspace: Workspace, at now: Timestamp, _ limits: SpendingLimits
    ) throws(BudgetExceeded) {
        let rest = Duration.milliseconds(Self.day - now.milliseconds % Self.day)
        for (limit, whose) in [(limits.day, nil), (limits.workspace, workspace)] {
            let spent = spent(at: now, in: whose)
            guard let limit, spent + amount > limit else { continue }
            throw BudgetExceeded(
                workspace: whose, limit: limit, spent: spent, wanted: amount, retryAfter: rest)
        }
    }

    private mutating func count(_ spending: Spending, sign: Int) {
        guard spending.state != .released else { return }
        let change = Money(microdollars: spending.amount.microdollars * sign)
        days[spending.at.milliseconds / Self.day, default: [:]][spending.workspace, default: .zero] =
            (days[spending.at.milliseconds / Self.day]?[spending.workspace] ?? .zero) + change
    }
}
