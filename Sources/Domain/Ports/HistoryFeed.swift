/// Tells what any instance changed in a history that several share.
///
/// One reader at a time.
package protocol HistoryFeed: Sendable {
    /// What changed since the last call, in order; the first call answers ``HistoryChange/missed``.
    ///
    /// It waits a moment for something to happen, and answers nothing when nothing did.
    func next() async throws(StoreError) -> [HistoryChange]
}

/// Something that happened in a history.
package enum HistoryChange: Sendable, Hashable {
    /// A prompt is new, or has a new head; as it is now.
    case saved(Prompt)
    /// A prompt is in the trash, or gone for good.
    case removed(Prompt.ID, in: Workspace)
    /// Somebody said something of a prompt that was offered.
    case said(RecommendationFeedback)
    /// Somebody decided about a rule.
    case decided(RuleDecision, in: Workspace)
    /// What happened before is not known: whoever keeps a copy reads everything again.
    case missed
}
