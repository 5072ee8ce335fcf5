/// A request to look at a revision, or at a range of them, with everything that was said about it.
package struct Review: Sendable, Hashable, Codable, Identifiable {
    package typealias ID = Identifier<Review>

    package enum State: String, Sendable, Hashable, Codable, CaseIterable {
        case open, closed
    }

    package let id: ID
    package let workspace: Workspace
    package let prompt: Prompt.ID
    /// The first revision of the range.
    package let first: Int
    /// The revision that an approval approves.
    package let last: Int
    package let title: String
    package let author: String
    package let createdAt: Timestamp
    package var updatedAt: Timestamp
    package var state: State
    package var comments: [Comment]
    /// Every verdict in order; of one reviewer's, the last counts.
    package var verdicts: [Verdict]
    /// 1 when opened; each change counts one up.
    package var version: Int

    package init(
        id: ID, workspace: Workspace, prompt: Prompt.ID, first: Int, last: Int, title: String,
        author: String, createdAt: Timestamp
    ) {
        self.id = id
        self.workspace = workspace
        self.prompt = prompt
        self.first = first
        self.last = last
        self.title = title
        self.author = author
        self.createdAt = createdAt
        updatedAt = createdAt
        state = .open
        comments = []
        verdicts = []
        version = 1
    }

    /// The last verdict of each reviewer.
    package var standing: [Verdict] {
        var seen: Set<String> = []
        return verdicts.reversed().filter { seen.insert($0.reviewer).inserted }.reversed()
    }

    /// Whether somebody asked for changes or rejected it, and has not approved since.
    package var isContested: Bool { standing.contains { $0.kind != .approve } }
}

/// What a reviewer says of a revision.
package struct Verdict: Sendable, Hashable, Codable {
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case approve
        case requestChanges = "request-changes"
        case reject
    }

    package let reviewer: String
    package let kind: Kind
    package let reason: String
    package let at: Timestamp

    package init(reviewer: String, kind: Kind, reason: String, at: Timestamp) {
        self.reviewer = reviewer
        self.kind = kind
        self.reason = reason
        self.at = at
    }
}

/// A remark on a review, mostly on some words of a revision.
package struct Comment: Sendable, Hashable, Codable, Identifiable {
    package typealias ID = Identifier<Comment>

    package struct Reply: Sendable, Hashable, Codable {
        package let author: String
        package let text: String
        package let at: Timestamp

        package init(author: String, text: String, at: Timestamp) {
            self.author = author
            self.text = text
            self.at = at
        }
    }

    package let id: ID
    package let author: String
    package let text: String
    package let at: Timestamp
    /// The words it is about; nil when it is about the whole.
    package let anchor: Anchor?
    package var replies: [Reply] = []
    /// Who settled it; nil while it is open.
    package var resolvedBy: String?

    package init(id: ID, author: String, text: String, at: Timestamp, anchor: Anchor?) {
        self.id = id
        self.author = author
        self.text = text
        self.at = at
        self.anchor = anchor
    }
}
