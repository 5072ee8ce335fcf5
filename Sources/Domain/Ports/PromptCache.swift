/// Keeps drafts for repeated ideas.
///
/// A cache never throws: what it cannot read is a miss, what it cannot write is forgotten, and both are
/// counted. Conforming types promise what `CacheContractTests` checks.
package protocol PromptCache: Sendable {
    func draft(for key: CacheKey) async -> Draft?

    /// Stores a draft for `lifetime`.
    func store(_ draft: Draft, for key: CacheKey, lifetime: Duration) async

    /// Forgets everything of one workspace.
    func removeAll(in workspace: Workspace) async
}

/// Everything a draft depends on.
///
/// Two requests share a draft only when all of it is equal.
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
