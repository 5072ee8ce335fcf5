/// Keeps what was written for repeated ideas.
///
/// A cache never throws: what it cannot read is a miss, what it cannot write is forgotten, and both are
/// counted. Conforming types promise what `CacheContractTests` checks.
package protocol PromptCache: Sendable {
    func prompt(for key: CacheKey) async -> CachedPrompt?

    /// Stores what was written for `lifetime`.
    func store(_ prompt: CachedPrompt, for key: CacheKey, lifetime: Duration) async

    /// Forgets everything of one workspace.
    func removeAll(in workspace: Workspace) async
}

/// What a repeated idea gets: the prompt as it was written, and what was recommended then.
package struct CachedPrompt: Sendable, Hashable, Codable {
    package let prompt: Prompt
    package let similar: [Recommendation]

    package init(prompt: Prompt, similar: [Recommendation]) {
        self.prompt = prompt
        self.similar = similar
    }
}

/// Everything a draft depends on.
///
/// Two requests share a prompt only when all of it is equal.
package struct CacheKey: Sendable, Hashable {
    package let workspace: Workspace
    package let idea: Idea
    /// Writer, template and lexicon.
    package let versions: [Version]

    package init(workspace: Workspace, idea: Idea, versions: [Version]) {
        self.workspace = workspace
        self.idea = idea
        self.versions = versions
    }
}
