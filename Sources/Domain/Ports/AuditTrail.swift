/// Reads who did what; entries come in with the changes they tell of, and stay as they are.
package protocol AuditTrail: Sendable {
    /// Entries of a workspace, the newest first.
    ///
    /// - Parameters:
    ///   - prompt: Only entries about this prompt, when given.
    ///   - before: Only entries older than this one; nil starts at the newest.
    ///   - limit: At most how many, 1...1000.
    func auditEntries(in workspace: Workspace, of prompt: Prompt.ID?, before: AuditEntry.ID?, limit: Int)
        async throws(StoreError) -> [AuditEntry]
}
