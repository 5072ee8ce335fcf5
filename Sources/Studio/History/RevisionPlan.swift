import Domain

/// A revision that is to be saved, before it has a number.
struct RevisionPlan {
    let configuration: Configuration
    /// The head of the branch.
    let parent: Revision
    var mergedFrom: Int?
    let branch: ReferenceName
    let actor: Actor
    let note: String?
    let action: AuditEntry.Action
    var detail: String?
    /// The earlier revision whose state it brings back.
    var restores: Int?
}
