/// Keeps prompts and every revision of them.
///
/// What a call acknowledged survives `kill -9` and a power cut. Nothing crosses workspaces: a prompt of
/// another one is not found. Conforming types promise what `StoreContractTests` checks.
package protocol HistoryStore: Sendable {
    /// Saves a new prompt with its first revision and the entry of the audit trail, all or nothing.
    ///
    /// The branch ``ReferenceName/main`` begins with it.
    ///
    /// - Parameters:
    ///   - prompt: Without marks and not in the trash.
    ///   - words: What it is found by.
    /// - Throws: ``StoreError/Code/conflict`` when the identifier exists, or `first` is not the prompt's
    ///   head, number 1 and on `main`.
    func create(_ prompt: Prompt, first: Revision, words: PromptWords, recording entry: AuditEntry)
        async throws(StoreError)

    /// Saves the next revision with what search finds it by, and moves its branch's head to it.
    ///
    /// - Parameters:
    ///   - revision: Its parent is the head of its branch.
    ///   - words: What the prompt is found by from now on; nil leaves it, as for other branches than
    ///     `main`.
    ///   - edits: What it changed.
    ///   - reverted: Edits of earlier revisions that it takes back.
    ///   - entry: What the audit trail says about it.
    ///   - workspace: Where the prompt is kept.
    /// - Throws: ``StoreError/Code/conflict`` unless `revision.number` is the newest number of all
    ///   branches plus one and `revision.parent` the head of `revision.branch`;
    ///   ``StoreError/Code/notFound`` when there is no such prompt or branch. Then nothing is saved.
    func append(
        _ revision: Revision, words: PromptWords?, edits: [Edit], reverting reverted: [Edit.ID],
        recording entry: AuditEntry, in workspace: Workspace
    ) async throws(StoreError)

    /// Starts a branch.
    ///
    /// - Throws: ``StoreError/Code/conflict`` when there is one of this name,
    ///   ``StoreError/Code/notFound`` when there is no such prompt or revision.
    func create(
        _ branch: Branch, of id: Prompt.ID, recording entry: AuditEntry, in workspace: Workspace
    ) async throws(StoreError)

    /// All branches of a prompt, the oldest first, of the same moment by name.
    ///
    /// - Throws: ``StoreError/Code/notFound`` when there is no such prompt.
    func branches(of id: Prompt.ID, in workspace: Workspace) async throws(StoreError) -> [Branch]

    /// - Throws: ``StoreError/Code/notFound``.
    func prompt(_ id: Prompt.ID, in workspace: Workspace) async throws(StoreError) -> Prompt

    /// - Throws: ``StoreError/Code/notFound``.
    func revision(_ number: Int, of id: Prompt.ID, in workspace: Workspace) async throws(StoreError)
        -> Revision

    /// All revisions of all branches, the first first.
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
