import Domain

/// What a job spends is noted before it is spent, and what came of it after.
extension JobRun {
    /// Takes the price of this attempt out of the budget.
    ///
    /// - Throws: ``ProviderError/Code/balance`` when the budget of the day is used up.
    func reserve() async throws {
        guard let ledger = parts.ledger, let spending = spending(.reserved) else { return }
        do {
            try await ledger.reserve(spending)
        } catch let error as BudgetExceeded {
            throw ProviderError(.balance, error.description)
        }
    }

    /// Notes what became of it; what is not settled counts as spent.
    func settle(_ state: Spending.State) async {
        guard let ledger = parts.ledger, var spending = spending(state) else { return }
        if state == .charged, let charge = job.report?.charge { spending.amount = charge }
        await ledger.settle(spending)
    }

    private func spending(_ state: Spending.State) -> Spending? {
        guard let amount = job.estimate, let attempt = job.attempts.last else { return nil }
        return Spending(
            job, attempt: job.attempts.count, amount: amount, state: state, at: attempt.startedAt)
    }
}
