/// Keeps what happens to a prompt as a whole: marks, the trash, its end, its way to another store.
///
/// Same durability and isolation as ``HistoryStore``. A prompt in the trash is found nowhere but there,
/// nor are its edits, labels and reviews; its videos stay until it is purged.
package protocol LifecycleStore: Sendable {
    /// Changes marks, and returns the prompt with them.
    ///
    /// - Throws: ``StoreError/Code/notFound``; ``StoreError/Code/conflict`` when the change does not fit.
    func mark(
        _ id: Prompt.ID, with change: MarksChange, recording entry: AuditEntry?, in workspace: Workspace
    ) async throws(StoreError) -> Prompt

    /// Puts a prompt into the trash.
    ///
    /// - Throws: ``StoreError/Code/notFound``, also when it is there already.
    func delete(
        _ id: Prompt.ID, at now: Timestamp, recording entry: AuditEntry, in workspace: Workspace
    ) async throws(StoreError)

    /// Takes a prompt out of the trash, as it was.
    ///
    /// - Throws: ``StoreError/Code/notFound`` unless it is there.
    func restore(_ id: Prompt.ID, recording entry: AuditEntry, in workspace: Workspace)
        async throws(StoreError)

    /// The trash of a workspace, the newest prompt first.
    ///
    /// - Parameters:
    ///   - before: Only prompts older than this one; nil starts at the newest.
    ///   - limit: At most how many, 1...1000.
    func deletedPrompts(in workspace: Workspace, before: Prompt.ID?, limit: Int) async throws(StoreError)
        -> [Prompt]

    /// Forgets a prompt for good, from the trash or not: revisions, branches, edits, labels, reviews,
    /// words.
    ///
    /// Entries of the audit trail stay: they say who did what, and hold no word of the prompt.
    ///
    /// - Throws: ``StoreError/Code/notFound`` when there is no such prompt, nor was one.
    func purge(_ id: Prompt.ID, recording entry: AuditEntry, in workspace: Workspace)
        async throws(StoreError)

    /// Prompts of all workspaces that were put into the trash before a moment, the first one first.
    func prompts(deletedBefore moment: Timestamp, limit: Int) async throws(StoreError) -> [Prompt]

    /// Prompts of all workspaces that nobody marked or labelled, and whose head was saved before a moment,
    /// the oldest first.
    func prompts(untouchedSince moment: Timestamp, limit: Int) async throws(StoreError) -> [Prompt]

    /// Takes in prompts of another store as they are, all or none.
    ///
    /// - Parameter histories: Whole ones, with their words.
    /// - Throws: ``StoreError/Code/conflict`` when an identifier is taken or a history is not whole.
    func insert(_ histories: [(history: PromptHistory, words: PromptWords)]) async throws(StoreError)
}
