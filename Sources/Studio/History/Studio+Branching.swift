import Diffing
package import Domain

extension Studio {
    /// Returns all branches of a prompt, the oldest first.
    package func branches(of id: Prompt.ID, in workspace: Workspace) async throws -> [Branch] {
        try await parts.history.branches(of: id, in: workspace)
    }

    /// Starts a branch at any revision.
    ///
    /// - Throws: ``PermissionError``, or ``StoreError``: `conflict` when there is one of this name,
    ///   `notFound` without such a revision.
    package func branch(
        _ name: ReferenceName, from start: RevisionReference, of id: Prompt.ID, in workspace: Workspace,
        by actor: Actor
    ) async throws -> Branch {
        try actor.require(.edit, in: workspace)
        let now = parts.clock.now()
        let start = try await revision(start, of: id, in: workspace)
        let branch = Branch(name: name, at: start.number, author: actor.name, createdAt: now)
        try await parts.history.create(
            branch, of: id,
            recording: entry(
                .branched, by: actor, in: workspace, prompt: id, target: "branches/\(name)",
                detail: "revisions/\(start.number)", at: now),
            in: workspace)
        return branch
    }

    /// Merges a revision into a branch by what both did since they parted.
    ///
    /// - Parameters:
    ///   - source: What is merged in: theirs.
    ///   - branch: Where it is merged to: ours.
    ///   - choices: How conflicts are resolved; see ``ConfigurationMerge/resolved(_:text:)``.
    ///   - text: The whole text as somebody merged it.
    /// - Returns: A revision with both parents; unchanged when the branch holds the source already.
    /// - Throws: ``MergeConflict`` when there are conflicts and no choices, ``InputError`` when the choices
    ///   do not fit, ``PermissionError`` or ``StoreError``.
    package func merge(
        _ source: RevisionReference, into branch: ReferenceName, of id: Prompt.ID, in workspace: Workspace,
        by actor: Actor, note: String? = nil, choices: [ConfigurationMerge.Side] = [], text: String? = nil
    ) async throws -> SavedRevision {
        try actor.require(.edit, in: workspace)
        let theirs = try await revision(source, of: id, in: workspace)
        return try await retryingWhenBeaten {
            let (ours, newest) = try await head(of: branch, of: id, in: workspace)
            let graph = RevisionGraph(try await parts.history.revisions(of: id, in: workspace))
            guard let base = graph.commonAncestor(of: ours.number, theirs.number) else {
                throw StoreError(.notFound, "The revisions have nothing in common")
            }
            guard base.number != theirs.number else {
                return SavedRevision(revision: ours, isUnchanged: true)
            }
            let merge = ConfigurationMerge(
                base: base.configuration, ours: ours.configuration, theirs: theirs.configuration)
            if merge.conflictCount > 0, choices.isEmpty, text == nil {
                throw MergeConflict(base: base, ours: ours, theirs: theirs, merge: merge)
            }
            let resolved = try merge.resolved(choices, text: text)
            let plan = RevisionPlan(
                configuration: try ConfigurationEdit(text: resolved.text).applied(to: resolved),
                parent: ours, mergedFrom: theirs.number, branch: branch, actor: actor, note: note,
                action: .merged, detail: "revisions/\(theirs.number)")
            return SavedRevision(
                revision: try await save(plan, newest: newest, in: workspace), isUnchanged: false)
        }
    }
}
