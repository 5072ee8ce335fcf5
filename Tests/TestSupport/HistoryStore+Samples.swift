package import Domain

extension HistoryStore {
    /// Saves a prompt with an entry of the audit trail that fits.
    package func create(_ prompt: Prompt, first: Revision) async throws(StoreError) {
        try await create(
            prompt, first: first, recording: .sample(of: first, action: .wrote, in: prompt.workspace))
    }

    /// Saves a revision with an entry of the audit trail that fits.
    package func append(_ revision: Revision, in workspace: Workspace) async throws(StoreError) {
        try await append(
            revision, edits: [], reverting: [],
            recording: .sample(of: revision, action: .saved, in: workspace), in: workspace)
    }
}

extension AuditEntry {
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
