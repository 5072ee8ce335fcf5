/// Finds prompts by words, by what they are, and by what people noted about them.
///
/// What is saved is found at once. Conforming types promise what `StoreContractTests` checks.
package protocol PromptIndex: Sendable {
    /// Prompts of a workspace that fit a query: the best ``MatchRank`` first, in it the newest.
    ///
    /// A prompt comes once, with its best rank. Pages give every prompt that nobody changes meanwhile
    /// exactly once, whatever else is saved or deleted.
    ///
    /// - Parameters:
    ///   - query: Everything it names must hold.
    ///   - after: Where the page before ended; nil starts with the best.
    ///   - limit: At most how many, 1...1000.
    func find(_ query: PromptQuery, in workspace: Workspace, after: FindMark?, limit: Int)
        async throws(StoreError) -> [FoundPrompt]

    /// Prompts of all workspaces whose words are missing or of another version, in any order,
    /// those in the trash included.
    func prompts(withoutWordsOf version: String, limit: Int) async throws(StoreError) -> [Prompt]

    /// Replaces the words of a prompt, unless its head is no longer this revision.
    ///
    /// - Throws: ``StoreError/Code/notFound`` when there is no such prompt.
    func index(_ words: PromptWords, of id: Prompt.ID, revision number: Int, in workspace: Workspace)
        async throws(StoreError)
}
