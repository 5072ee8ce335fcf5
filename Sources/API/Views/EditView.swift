import Domain

/// An edit that was found, as clients see it.
struct EditView: Encodable, Identifiable {
    let id: Edit.ID
    let prompt: Prompt.ID
    let revision: Int
    let slot: String
    let kind: Edit.Kind
    let oldText: String
    let newText: String
    let author: String
    let savedAt: Timestamp
    let revertedBy: Int?
    let links: RevisionView.Links

    init(_ edit: Edit) {
        id = edit.id
        prompt = edit.prompt
        revision = edit.revision
        slot = edit.slot
        kind = edit.kind
        oldText = edit.oldText
        newText = edit.newText
        author = edit.author
        savedAt = edit.savedAt
        revertedBy = edit.revertedBy
        let path = "/v1/prompts/\(edit.prompt)"
        links = RevisionView.Links(itself: "\(path)/revisions/\(edit.revision)", prompt: path)
    }
}

/// An entry of the audit trail, as clients see it.
struct AuditView: Encodable, Identifiable {
    let id: AuditEntry.ID
    let actor: String
    let role: Role
    let action: AuditEntry.Action
    let prompt: Prompt.ID?
    let target: String
    let detail: String?
    let at: Timestamp

    init(_ entry: AuditEntry) {
        id = entry.id
        actor = entry.actor
        role = entry.role
        action = entry.action
        prompt = entry.prompt
        target = entry.target
        detail = entry.detail
        at = entry.at
    }
}
