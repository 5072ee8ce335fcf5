package import Diffing
package import Domain

/// Two revisions side by side.
package struct Comparison: Sendable, Hashable {
    package let old: Revision
    package let new: Revision
    package let diff: Diff
    /// What differs beside the text.
    package let changes: [FieldChange]
    /// What the edit of the text did to the scene.
    package let summary: SlotSummary
    /// Everything that differs, as a patch of the revision that clients see (RFC 6902).
    package let patch: JSONPatch
    /// The same as a merge patch (RFC 7396).
    package let mergePatch: MergePatch
}

extension Studio {
    /// Returns a prompt with its head.
    package func prompt(_ id: Prompt.ID, in workspace: Workspace) async throws -> Prompt {
        try await parts.history.prompt(id, in: workspace)
    }

    /// Returns prompts, the newest first.
    package func prompts(in workspace: Workspace, before: Prompt.ID?, limit: Int) async throws -> [Prompt] {
        try await parts.history.prompts(in: workspace, before: before, limit: limit)
    }

    /// Returns all revisions of all branches, the first first.
    package func revisions(of id: Prompt.ID, in workspace: Workspace) async throws -> [Revision] {
        try await parts.history.revisions(of: id, in: workspace)
    }

    /// Returns one revision as it was saved.
    package func revision(_ number: Int, of id: Prompt.ID, in workspace: Workspace) async throws -> Revision {
        try await parts.history.revision(number, of: id, in: workspace)
    }

    /// Rebuilds a revision from revision 1 by applying one diff after the other.
    ///
    /// - Throws: ``StoreError``; `DiffError` or ``InputError`` when the chain is broken.
    package func rebuild(_ number: Int, of id: Prompt.ID, in workspace: Workspace) async throws
        -> Configuration
    {
        try RevisionGraph(try await parts.history.revisions(of: id, in: workspace)).rebuild(number)
    }

    /// Compares any two revisions of a prompt.
    ///
    /// - Throws: ``StoreError`` with `notFound` when there is no such revision, branch or label.
    package func compare(
        _ old: RevisionReference, with new: RevisionReference, of id: Prompt.ID, in workspace: Workspace
    ) async throws -> Comparison {
        let (old, new) = (
            try await revision(old, of: id, in: workspace), try await revision(new, of: id, in: workspace)
        )
        let diff = Differ().diff(old.text, new.text)
        let vocabulary = try await vocabulary(of: id, in: workspace)
        return Comparison(
            old: old, new: new, diff: diff,
            changes: FieldChange.changes(from: old.configuration, to: new.configuration),
            summary: try SlotSummary(diff, of: old.text, vocabulary: vocabulary),
            patch: JSONPatch(from: old.configuration.json, to: new.configuration.json),
            mergePatch: try MergePatch(from: old.configuration.json, to: new.configuration.json))
    }

    /// Which words belong to which slot: those of the trade, and what the writer knew of this prompt.
    func vocabulary(of id: Prompt.ID, in workspace: Workspace) async throws -> SlotVocabulary {
        .standard.adding(try await prompt(id, in: workspace).draft.scene)
    }

    /// Returns the diff between any two texts; nothing is kept.
    ///
    /// - Throws: ``InputError`` naming `old` or `new` when a text is too long.
    package func compare(_ old: String, with new: String) throws(InputError) -> Diff {
        let maximum = ConfigurationEdit.maximumTextBytes
        for (field, text) in [("old", old), ("new", new)] where text.utf8.count > maximum {
            throw InputError(field: field, code: .tooLong, expected: "at most \(maximum) bytes")
        }
        return Differ().diff(old, new)
    }
}
