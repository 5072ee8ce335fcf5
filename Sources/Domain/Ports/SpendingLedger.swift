/// What was spent on videos, and how much more may be.
package protocol SpendingLedger: Sendable {
    /// Notes the intent to spend, unless the budget of the day is used up.
    ///
    /// - Throws: ``BudgetExceeded``, or ``ProviderError/Code/storage`` when nothing can be noted; then
    ///   nothing may be spent.
    func reserve(_ spending: Spending) async throws

    /// Notes what became of an intent: the last word on a submission counts.
    func settle(_ spending: Spending) async

    /// Checks without noting anything.
    ///
    /// - Throws: ``BudgetExceeded``.
    func check(_ amount: Money, in workspace: Workspace, at now: Timestamp) async throws(BudgetExceeded)

    /// Everything that was noted, the oldest first.
    func spendings() async throws(ProviderError) -> [Spending]
}

/// One line of the ledger: a submission that may cost something.
package struct Spending: Sendable, Hashable, Codable {
    package enum State: String, Sendable, Hashable, Codable, CaseIterable {
        /// It is about to be asked for.
        case reserved
        /// It was accepted; or it is not known whether it was, which counts as much.
        case accepted
        /// It was certainly not accepted.
        case released
        /// The provider said what it cost.
        case charged
    }

    package let at: Timestamp
    package let job: VideoJob.ID
    package let attempt: Int
    package let workspace: Workspace
    package let provider: String
    package let model: ModelName
    package var state: State
    package var amount: Money

    package init(_ job: VideoJob, attempt: Int, amount: Money, state: State, at now: Timestamp) {
        (self.at, self.job, self.attempt, workspace) = (now, job.id, attempt, job.workspace)
        (provider, model, self.state) = (job.provider, job.request.model, state)
        self.amount = amount
    }
}

/// What may be spent in a day of UTC.
package struct SpendingLimits: Sendable, Hashable {
    /// By everybody; nil is no limit.
    package var day: Money?
    /// In each workspace; nil is no limit.
    package var workspace: Money?

    package init(day: Money? = nil, workspace: Money? = nil) { (self.day, self.workspace) = (day, workspace) }
}

/// A video would cost more than is left of the day's budget.
package struct BudgetExceeded: Error, Sendable, Hashable {
    /// Whose budget: nil is everybody's.
    package let workspace: Workspace?
    package let limit: Money
    package let spent: Money
    package let wanted: Money
    /// Until the next day begins.
    package let retryAfter: Duration

    package init(
        workspace: Workspace?, limit: Money, spent: Money, wanted: Money, retryAfter: Duration
    ) {
        (self.workspace, self.limit, self.spent) = (workspace, limit, spent)
        (self.wanted, self.retryAfter) = (wanted, retryAfter)
    }
}

extension BudgetExceeded: CustomStringConvertible {
    package var description: String {
        let whose = workspace.map { "of the workspace \($0.rawValue)" } ?? "of the day"
        return "The budget \(whose) is \(limit), \(spent) of it is spent, and this video is about \(wanted); "
            + "it begins anew at midnight UTC"
    }
}
