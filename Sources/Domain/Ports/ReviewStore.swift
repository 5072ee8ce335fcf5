/// Keeps reviews, each as one record.
///
/// Same durability and isolation as ``HistoryStore``; every write keeps its entry of the audit trail with
/// it, both or neither. Conforming types promise what `StoreContractTests` checks.
package protocol ReviewStore: Sendable {
    /// Saves a new review.
    ///
    /// - Throws: ``StoreError/Code/conflict`` when the identifier exists, ``StoreError/Code/notFound``
    ///   when its workspace has no such prompt.
    func create(_ review: Review, recording entry: AuditEntry) async throws(StoreError)

    /// Replaces a stored review.
    ///
    /// - Throws: ``StoreError/Code/conflict`` unless `review.version` is the stored version plus one,
    ///   ``StoreError/Code/notFound``.
    func save(_ review: Review, recording entry: AuditEntry) async throws(StoreError)

    /// - Throws: ``StoreError/Code/notFound``.
    func review(_ id: Review.ID, in workspace: Workspace) async throws(StoreError) -> Review

    /// Reviews of a workspace, the newest first.
    ///
    /// - Parameters:
    ///   - prompt: Only reviews of this prompt, when given.
    ///   - before: Only reviews older than this one; nil starts at the newest.
    ///   - limit: At most how many, 1...1000.
    func reviews(in workspace: Workspace, of prompt: Prompt.ID?, before: Review.ID?, limit: Int)
        async throws(StoreError) -> [Review]

    /// All reviews whose last revision is this one, the oldest first.
    func reviews(ofRevision number: Int, of prompt: Prompt.ID, in workspace: Workspace)
        async throws(StoreError) -> [Review]
}
