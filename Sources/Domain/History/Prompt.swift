/// A prompt with its history: what was typed, what was made of it, and where it stands now.
package struct Prompt: Sendable, Hashable, Codable, Identifiable {
    package typealias ID = Identifier<Prompt>

    package let id: ID
    package let workspace: Workspace
    package let idea: Idea
    /// What the writer made; revision 1 is its text.
    package let draft: Draft
    package let createdAt: Timestamp
    /// The newest revision of the branch `main`.
    package var head: Head
    package var marks: PromptMarks
    /// When it was put into the trash; nil for what is not there.
    package var deletedAt: Timestamp?

    /// Where a prompt stands now.
    package struct Head: Sendable, Hashable, Codable {
        package var number: Int
        package var configuration: Configuration
        package var savedAt: Timestamp

        package var text: String { configuration.text }

        package init(number: Int, configuration: Configuration, savedAt: Timestamp) {
            self.number = number
            self.configuration = configuration
            self.savedAt = savedAt
        }

        package init(of revision: Revision) {
            self.init(
                number: revision.number, configuration: revision.configuration, savedAt: revision.savedAt)
        }
    }

    package init(
        id: ID, workspace: Workspace, idea: Idea, draft: Draft, createdAt: Timestamp, head: Head,
        marks: PromptMarks = PromptMarks(), deletedAt: Timestamp? = nil
    ) {
        self.id = id
        self.workspace = workspace
        self.idea = idea
        self.draft = draft
        self.createdAt = createdAt
        self.head = head
        self.marks = marks
        self.deletedAt = deletedAt
    }
}

extension Prompt {
    /// What was stored before there were marks has none.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            id: try container.decode(ID.self, forKey: .id),
            workspace: try container.decode(Workspace.self, forKey: .workspace),
            idea: try container.decode(Idea.self, forKey: .idea),
            draft: try container.decode(Draft.self, forKey: .draft),
            createdAt: try container.decode(Timestamp.self, forKey: .createdAt),
            head: try container.decode(Head.self, forKey: .head),
            marks: try container.decodeIfPresent(PromptMarks.self, forKey: .marks) ?? PromptMarks(),
            deletedAt: try container.decodeIfPresent(Timestamp.self, forKey: .deletedAt))
    }
}
