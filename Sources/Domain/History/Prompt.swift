/// A prompt with its history: what was typed, what was made of it, and where it stands now.
package struct Prompt: Sendable, Hashable, Codable, Identifiable {
    package typealias ID = Identifier<Prompt>

    package let id: ID
    package let workspace: Workspace
    package let idea: Idea
    /// What the writer made; revision 1 is its text.
    package let draft: Draft
    package let createdAt: Timestamp
    /// The newest revision.
    package var head: Head

    /// Where a prompt stands now.
    package struct Head: Sendable, Hashable, Codable {
        package var number: Int
        package var text: String
        package var savedAt: Timestamp

        package init(number: Int, text: String, savedAt: Timestamp) {
            self.number = number
            self.text = text
            self.savedAt = savedAt
        }
    }

    package init(
        id: ID, workspace: Workspace, idea: Idea, draft: Draft, createdAt: Timestamp, head: Head
    ) {
        self.id = id
        self.workspace = workspace
        self.idea = idea
        self.draft = draft
        self.createdAt = createdAt
        self.head = head
    }
}

/// One immutable state of a prompt.
package struct Revision: Sendable, Hashable, Codable {
    package let prompt: Prompt.ID
    /// 1 is what was generated; each save counts one up, without gaps.
    package let number: Int
    /// The revision it was made from; nil for the first.
    package let parent: Int?
    package let author: String
    package let note: String?
    package let savedAt: Timestamp
    package let text: String
    /// The way from the parent's text to this one; nil for the first.
    package let diff: Diff?

    package init(
        prompt: Prompt.ID, number: Int, parent: Int?, author: String, note: String? = nil,
        savedAt: Timestamp, text: String, diff: Diff?
    ) {
        self.prompt = prompt
        self.number = number
        self.parent = parent
        self.author = author
        self.note = note
        self.savedAt = savedAt
        self.text = text
        self.diff = diff
    }
}
