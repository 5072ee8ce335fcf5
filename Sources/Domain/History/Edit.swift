/// One thing that a revision changed, as search finds it.
package struct Edit: Sendable, Hashable, Codable, Identifiable {
    package typealias ID = Identifier<Edit>

    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case added, removed, replaced, moved
    }

    package let id: ID
    package let prompt: Prompt.ID
    package let revision: Int
    /// What it is about: a slot of the scene, such as `camera`, or a field, such as `negative`.
    package let slot: String
    package let kind: Kind
    package let author: String
    package let savedAt: Timestamp
    package let oldText: String
    package let newText: String
    /// Words of ``oldText`` as search compares them.
    package let oldTerms: [String]
    package let newTerms: [String]
    /// The revision that took it back; nil while it stands.
    package var revertedBy: Int?

    package init(
        id: ID, prompt: Prompt.ID, revision: Int, slot: String, kind: Kind, author: String,
        savedAt: Timestamp, oldText: String, newText: String, oldTerms: [String], newTerms: [String],
        revertedBy: Int? = nil
    ) {
        self.id = id
        self.prompt = prompt
        self.revision = revision
        self.slot = slot
        self.kind = kind
        self.author = author
        self.savedAt = savedAt
        self.oldText = oldText
        self.newText = newText
        self.oldTerms = oldTerms
        self.newTerms = newTerms
        self.revertedBy = revertedBy
    }
}

/// Which edits are looked for; what is nil or empty does not matter.
package struct EditQuery: Sendable, Hashable {
    /// The most terms of one choice.
    package static let maximumTerms = 8

    package var prompt: Prompt.ID?
    package var author: String?
    package var slot: String?
    package var kind: Edit.Kind?
    /// Choices of terms: all terms of one of them must be on the old side.
    package var oldTerms: [[String]] = []
    package var newTerms: [[String]] = []
    /// The earliest moment, included.
    package var since: Timestamp?
    /// The moment before which all must be.
    package var until: Timestamp?
    package var isReverted: Bool?

    package init() {}
}
