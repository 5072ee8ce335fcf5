/// A name that points to one revision of a prompt, such as `production`.
package struct Label: Sendable, Hashable, Codable {
    package let prompt: Prompt.ID
    package let name: ReferenceName
    package let revision: Int
    package let movedBy: String
    package let movedAt: Timestamp

    package init(
        prompt: Prompt.ID, name: ReferenceName, revision: Int, movedBy: String, movedAt: Timestamp
    ) {
        self.prompt = prompt
        self.name = name
        self.revision = revision
        self.movedBy = movedBy
        self.movedAt = movedAt
    }
}

/// What a workspace asks of a label before it moves.
package struct LabelRule: Sendable, Hashable, Codable {
    package let label: ReferenceName
    /// Whether moving it takes the right ``Permission/moveProtectedLabels``.
    package let isProtected: Bool
    /// How many reviewers must have approved the revision; 0 for none.
    package let requiredApprovals: Int

    package init(label: ReferenceName, isProtected: Bool, requiredApprovals: Int) {
        self.label = label
        self.isProtected = isProtected
        self.requiredApprovals = requiredApprovals
    }
}
