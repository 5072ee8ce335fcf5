package import Domain

extension HistoryStore {
    /// Saves a prompt with an entry of the audit trail that fits.
    package func create(_ prompt: Prompt, first: Revision) async throws(StoreError) {
        try await create(
            prompt, first: first, words: PromptWords(version: "1", idea: [], text: []),
            recording: .sample(of: first, action: .wrote, in: prompt.workspace))
    }

    /// Saves a revision with an entry of the audit trail that fits.
    package func append(_ revision: Revision, in workspace: Workspace) async throws(StoreError) {
        try await append(
            revision, words: nil, edits: [], reverting: [],
            recording: .sample(of: revision, action: .saved, in: workspace), in: workspace)
    }
}

extension AuditEntry {
    /// An entry about a prompt, under an identifier that nobody else has.
    package static func of(_ prompt: Prompt, _ action: Action) -> Self {
        AuditEntry(
            id: ID(at: prompt.createdAt, random: SystemRandomSource()), workspace: prompt.workspace,
            actor: Actor(name: "영희", role: .admin), action: action, prompt: prompt.id, target: "it",
            at: prompt.createdAt)
    }

    /// An entry about a revision, under an identifier that nobody else has.
    package static func sample(
        of revision: Revision, action: Action, in workspace: Workspace
    ) -> Self {
        AuditEntry(
            id: ID(at: revision.savedAt, random: SystemRandomSource()), workspace: workspace,
            actor: Actor(name: revision.author, role: .editor), action: action, prompt: revision.prompt,
            target: "revisions/\(revision.number)", at: revision.savedAt)
    }
}
