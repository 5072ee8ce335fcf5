package import Domain

/// What came of saving an edit.
package struct SavedRevision: Sendable, Hashable {
    package let revision: Revision
    /// Whether everything was the head's already, so that nothing was saved.
    package let isUnchanged: Bool
}

extension Studio {
    /// Saves an edit as the next revision of a branch, with its diff.
    ///
    /// - Parameters:
    ///   - edit: What is to change.
    ///   - id: The prompt.
    ///   - workspace: Where the prompt is kept.
    ///   - actor: Who edits; needs ``Permission/edit``.
    ///   - note: Why, in the author's words.
    ///   - base: The revision that was edited; when it is no longer the head, nothing is saved.
    ///   - branch: Whose head it becomes.
    /// - Throws: ``InputError`` naming the field, ``PermissionError``, ``EditConflict`` when somebody else
    ///   saved meanwhile, or ``StoreError``.
    package func save(
        _ edit: ConfigurationEdit, to id: Prompt.ID, in workspace: Workspace, by actor: Actor,
        note: String? = nil, basedOn base: Int? = nil, on branch: ReferenceName = .main
    ) async throws -> SavedRevision {
        try actor.require(.edit, in: workspace)
        return try await retryingWhenBeaten {
            let (head, newest) = try await head(of: branch, of: id, in: workspace)
            if let base, base != head.number {
                throw try await conflict(
                    of: edit, basedOn: base, with: head, newest: newest, in: workspace)
            }
            let configuration = try edit.applied(to: head.configuration)
            guard !configuration.isIdentical(to: head.configuration) else {
                return SavedRevision(revision: head, isUnchanged: true)
            }
            let plan = RevisionPlan(
                configuration: configuration, parent: head, branch: branch, actor: actor, note: note,
                action: .saved)
            return SavedRevision(
                revision: try await save(plan, newest: newest, in: workspace), isUnchanged: false)
        }
    }

    /// Brings an earlier state back as a new revision.
    ///
    /// - Throws: ``PermissionError``, or ``StoreError``: `notFound` without such a revision.
    package func restore(
        _ number: Int, of id: Prompt.ID, in workspace: Workspace, by actor: Actor, note: String? = nil,
        on branch: ReferenceName = .main
    ) async throws -> SavedRevision {
        try actor.require(.edit, in: workspace)
        let restored = try await parts.history.revision(number, of: id, in: workspace)
        return try await retryingWhenBeaten {
            let (head, newest) = try await head(of: branch, of: id, in: workspace)
            guard !restored.configuration.isIdentical(to: head.configuration) else {
                return SavedRevision(revision: head, isUnchanged: true)
            }
            let plan = RevisionPlan(
                configuration: restored.configuration, parent: head, branch: branch, actor: actor,
                note: note, action: .restored, detail: "revisions/\(number)", restores: number)
            return SavedRevision(
                revision: try await save(plan, newest: newest, in: workspace), isUnchanged: false)
        }
    }

    /// The head of a branch, and the newest number of all branches.
    func head(of name: ReferenceName, of id: Prompt.ID, in workspace: Workspace) async throws
        -> (head: Revision, newest: Int)
    {
        let branches = try await parts.history.branches(of: id, in: workspace)
        guard let branch = branches.first(where: { $0.name == name }) else {
            throw StoreError(.notFound, "There is no branch \(name) of prompt \(id)")
        }
        let head = try await parts.history.revision(branch.head, of: id, in: workspace)
        return (head, branches.map(\.head).max() ?? branch.head)
    }

    /// Runs `body` again when somebody else saved between its look and its save.
    func retryingWhenBeaten<Value>(_ body: () async throws -> Value) async throws -> Value {
        for _ in 1..<8 {
            do {
                return try await body()
            } catch let error as StoreError where error.code == .conflict {
                try Task.checkCancellation()
            }
        }
        return try await body()
    }

    private func conflict(
        of edit: ConfigurationEdit, basedOn number: Int, with head: Revision, newest: Int,
        in workspace: Workspace
    ) async throws -> EditConflict {
        guard (1...newest).contains(number) else {
            throw InputError(field: "base", code: .outOfRange, expected: "a revision from 1 to \(newest)")
        }
        let graph = RevisionGraph(try await parts.history.revisions(of: head.prompt, in: workspace))
        guard graph.ancestors(of: head.number).contains(number), let base = graph[number] else {
            throw InputError(
                field: "base", code: .unknownValue, expected: "a revision of the branch \(head.branch)")
        }
        let merge = ConfigurationMerge(
            base: base.configuration, ours: head.configuration,
            theirs: try edit.applied(to: base.configuration))
        return EditConflict(head: head, base: base, merge: merge)
    }
}
