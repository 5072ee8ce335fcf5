/// Finds edits by what they changed, without reading the revisions.
package protocol EditIndex: Sendable {
    /// Edits of a workspace that fit a query, the newest first.
    ///
    /// - Parameters:
    ///   - query: Everything it names must hold.
    ///   - before: Only edits older than this one; nil starts at the newest.
    ///   - limit: At most how many, 1...1000.
    func edits(matching query: EditQuery, in workspace: Workspace, before: Edit.ID?, limit: Int)
        async throws(StoreError) -> [Edit]
}

/// Everything that is kept about prompts.
package typealias Archive = HistoryStore & ReviewStore & LabelStore & AuditTrail & EditIndex

/// An archive that can be searched, with everything that happens to a prompt as a whole.
package typealias LivingArchive = Archive & LifecycleStore & PromptIndex
