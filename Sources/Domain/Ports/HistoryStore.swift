/// Keeps prompts and every revision of them.
///
/// What a call acknowledged survives `kill -9` and a power cut. Nothing crosses workspaces: a prompt of
/// another one is not found. Conforming types promise what `StoreContractTests` checks.
package protocol HistoryStore: Sendable {
    /// Saves a new prompt with its first revision, both or neither.
    ///
    /// - Throws: ``StoreError/Code/conflict`` when the identifier exists.
    func create(_ prompt: Prompt, first: Revision) async throws(StoreError)

    /// Saves the next revision and moves the head to it.
    ///
    /// - Throws: ``StoreError/Code/conflict`` unless `revision.number` is the head's number plus one;
    ///   ``StoreError/Code/notFound`` when there is no such prompt.
    func append(_ revision: Revision, in workspace: Workspace) async throws(StoreError)

    /// - Throws: ``StoreError/Code/notFound``.
    func prompt(_ id: Prompt.ID, in workspace: Workspace) async throws(StoreError) -> Prompt

    /// - Throws: ``StoreError/Code/notFound``.
    func revision(_ number: Int, of id: Prompt.ID, in workspace: Workspace) async throws(StoreError)
        -> Revision

    /// All revisions, the first first.
    ///
    /// - Throws: ``StoreError/Code/notFound`` when there is no such prompt.
    func revisions(of id: Prompt.ID, in workspace: Workspace) async throws(StoreError) -> [Revision]

    /// Prompts of a workspace, the newest first.
    ///
    /// - Parameters:
    ///   - before: Only prompts older than this one; nil starts at the newest.
    ///   - limit: At most how many, 1...1000.
    func prompts(in workspace: Workspace, before: Prompt.ID?, limit: Int) async throws(StoreError) -> [Prompt]

    /// Prompts of all workspaces, the oldest first, to build an index from.
    func allPrompts(after: Prompt.ID?, limit: Int) async throws(StoreError) -> [Prompt]

    /// Answers when the store can be read and written now.
    func checkHealth() async throws(StoreError)
}
