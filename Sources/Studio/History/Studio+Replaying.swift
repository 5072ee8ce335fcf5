import Diffing
package import Domain

/// The edit that one revision made, to be made elsewhere.
package struct ReplaySource: Sendable, Hashable {
    package let prompt: Prompt.ID
    package let revision: Int

    package init(prompt: Prompt.ID, revision: Int) {
        self.prompt = prompt
        self.revision = revision
    }
}

extension Studio {
    /// Makes the edit of one prompt's revision on another prompt.
    ///
    /// - Parameters:
    ///   - source: Whose edit.
    ///   - takesWhatFits: Whether the rest is left out when not everything fits.
    /// - Throws: ``ReplayRefused`` when not everything fits, ``InputError`` naming `revision` for one
    ///   without a parent, ``PermissionError`` or ``StoreError``.
    package func replay(
        _ source: ReplaySource, on id: Prompt.ID, in workspace: Workspace, by actor: Actor,
        note: String? = nil, takingWhatFits takesWhatFits: Bool = false, to branch: ReferenceName = .main
    ) async throws -> SavedRevision {
        try actor.require(.edit, in: workspace)
        let edited = try await parts.history.revision(source.revision, of: source.prompt, in: workspace)
        guard let parent = edited.parent, let diff = edited.diff else {
            throw InputError(field: "revision", code: .outOfRange, expected: "a revision that is an edit")
        }
        let before = try await parts.history.revision(parent, of: source.prompt, in: workspace)
        return try await retryingWhenBeaten {
            let (head, newest) = try await head(of: branch, of: id, in: workspace)
            let replay = try Replay(of: diff, madeFor: before.text, on: head.text)
            var configuration = head.configuration
            configuration.text = replay.text
            let fitting = edited.changes.filter { FieldChange.isSame(configuration[$0.field], $0.old) }
            guard takesWhatFits || replay.isComplete && fitting.count == edited.changes.count else {
                throw ReplayRefused(
                    operations: diff.operations, outcomes: replay.outcomes,
                    fields: edited.changes.filter { !fitting.contains($0) })
            }
            configuration = try configuration.applying(fitting)
            guard !configuration.isIdentical(to: head.configuration) else {
                return SavedRevision(revision: head, isUnchanged: true)
            }
            let plan = RevisionPlan(
                configuration: configuration, parent: head, branch: branch, actor: actor, note: note,
                action: .replayed, detail: "prompts/\(source.prompt)/revisions/\(source.revision)")
            return SavedRevision(
                revision: try await save(plan, newest: newest, in: workspace), isUnchanged: false)
        }
    }
}
