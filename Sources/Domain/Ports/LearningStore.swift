/// Keeps what the recommender was told: feedback on what it offered, and decisions about its rules.
///
/// Same durability and isolation as ``HistoryStore``. Conforming types promise what `StoreContractTests`
/// checks.
package protocol LearningStore: Sendable {
    /// Keeps a feedback.
    ///
    /// - Throws: ``StoreError/Code/conflict`` when the identifier exists, ``StoreError/Code/notFound``
    ///   when its workspace has no such prompt.
    func record(_ feedback: RecommendationFeedback) async throws(StoreError)

    /// Feedback of all workspaces, the oldest first.
    ///
    /// - Parameters:
    ///   - after: Only feedback newer than this one; nil starts at the oldest.
    ///   - limit: At most how many, 1...1000.
    func feedback(after: RecommendationFeedback.ID?, limit: Int) async throws(StoreError)
        -> [RecommendationFeedback]

    /// Keeps a decision, in the place of an earlier one about the same rule.
    func decide(_ decision: RuleDecision, in workspace: Workspace) async throws(StoreError)

    /// All decisions of a workspace, by rule.
    func decisions(in workspace: Workspace) async throws(StoreError) -> [RuleDecision]
}
