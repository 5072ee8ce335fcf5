/// Keeps labels, and what a workspace asks of them.
///
/// Same durability and isolation as ``HistoryStore``; every write keeps its entry of the audit trail with
/// it, both or neither. A label that was moved is read where it is, by everybody, at once.
package protocol LabelStore: Sendable {
    /// Points a label to a revision, wherever it was before.
    ///
    /// - Throws: ``StoreError/Code/notFound`` when there is no such prompt or revision.
    func move(_ label: Label, recording entry: AuditEntry, in workspace: Workspace) async throws(StoreError)

    /// All labels of a prompt, by name.
    ///
    /// - Throws: ``StoreError/Code/notFound`` when there is no such prompt.
    func labels(of id: Prompt.ID, in workspace: Workspace) async throws(StoreError) -> [Label]

    /// Adds a rule, or replaces the one of the same label.
    func set(_ rule: LabelRule, recording entry: AuditEntry, in workspace: Workspace)
        async throws(StoreError)

    /// All rules of a workspace, by name.
    func rules(in workspace: Workspace) async throws(StoreError) -> [LabelRule]
}
