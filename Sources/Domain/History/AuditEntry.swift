/// Who did what and when; written with the change itself, and never changed.
package struct AuditEntry: Sendable, Hashable, Codable, Identifiable {
    package typealias ID = Identifier<AuditEntry>

    /// What was done.
    package enum Action: String, Sendable, Hashable, Codable, CaseIterable {
        case wrote, saved, restored, merged, replayed, branched
        case openedReview, closedReview, commented, replied, resolved, decided
        case movedLabel, changedRule
        case marked, deleted, undeleted, purged, imported
        case createdKey, rotatedKey, revokedKey, signedIn, signedOut
    }

    package let id: ID
    package let workspace: Workspace
    package let actor: String
    package let role: Role
    package let action: Action
    /// The prompt it was done to; nil for rules of the workspace.
    package let prompt: Prompt.ID?
    /// What it was done to, such as `revisions/3` or `labels/production`.
    package let target: String
    /// More about it, such as the revision that a label moved to.
    package let detail: String?
    package let at: Timestamp

    package init(
        id: ID, workspace: Workspace, actor: Actor, action: Action, prompt: Prompt.ID?, target: String,
        detail: String? = nil, at: Timestamp
    ) {
        self.id = id
        self.workspace = workspace
        self.actor = actor.name
        role = actor.role
        self.action = action
        self.prompt = prompt
        self.target = target
        self.detail = detail
        self.at = at
    }
}
