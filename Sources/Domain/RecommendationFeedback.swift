/// What somebody said about a prompt that was offered for an idea.
package struct RecommendationFeedback: Sendable, Hashable, Codable, Identifiable {
    package typealias ID = Identifier<RecommendationFeedback>

    package enum Verdict: String, Sendable, Hashable, Codable, CaseIterable {
        /// Taken as it is.
        case used
        /// Taken and changed.
        case edited
        /// Of no use for this idea.
        case rejected
        /// It fits another idea: never again for this one.
        case notTheSame
    }

    package let id: ID
    package let workspace: Workspace
    /// The prompt that was offered.
    package let prompt: Prompt.ID
    /// The idea it was offered for.
    package let idea: String
    package let verdict: Verdict
    package let author: String
    package let savedAt: Timestamp

    package init(
        id: ID, workspace: Workspace, prompt: Prompt.ID, idea: String, verdict: Verdict, author: String,
        savedAt: Timestamp
    ) {
        self.id = id
        self.workspace = workspace
        self.prompt = prompt
        self.idea = idea
        self.verdict = verdict
        self.author = author
        self.savedAt = savedAt
    }
}
