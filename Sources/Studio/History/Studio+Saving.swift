import Diffing
import Domain
import Telemetry

extension Studio {
    /// Saves a planned revision as the next one, with its diff, its edits and its entry of the audit trail.
    ///
    /// - Throws: ``StoreError``: `conflict` when another revision was saved since the plan was made.
    func save(_ plan: RevisionPlan, newest: Int, in workspace: Workspace) async throws -> Revision {
        let now = parts.clock.now()
        let start = ContinuousClock.now
        let diff = Differ().diff(plan.parent.text, plan.configuration.text)
        parts.metrics.diffing.observe(ContinuousClock.now - start)
        let revision = Revision(
            prompt: plan.parent.prompt, number: newest + 1, parent: plan.parent.number,
            mergedFrom: plan.mergedFrom, branch: plan.branch, author: plan.actor.name, note: plan.note,
            savedAt: now, configuration: plan.configuration,
            diff: diff,
            changes: FieldChange.changes(from: plan.parent.configuration, to: plan.configuration))
        // What a merge brings in was found where it was edited.
        let edits =
            plan.mergedFrom == nil
            ? try await EditReader(
                random: parts.random, vocabulary: vocabulary(of: revision.prompt, in: workspace)
            ).edits(of: revision, after: plan.parent) : []
        let reverted = try await revertedEdits(by: edits, plan: plan, in: workspace)
        let words = try await words(of: revision, in: workspace)
        try await Span.during("store.append") {
            try await parts.history.append(
                revision, words: words, edits: edits, reverting: reverted,
                recording: entry(
                    plan.action, by: plan.actor, in: workspace, prompt: revision.prompt,
                    target: "revisions/\(revision.number)", detail: plan.detail, at: now),
                in: workspace)
        }
        parts.metrics.revisions.increment()
        for operation in diff.operations {
            parts.metrics.diffOperations[operation.kind.rawValue].increment()
        }
        if plan.branch == .main {
            parts.recommender.edits.revert(reverted, in: workspace)
            try await follow(revision, in: workspace)
        }
        return revision
    }

    /// Lets the cache and the recommender follow the head.
    private func follow(_ revision: Revision, in workspace: Workspace) async throws {
        let prompt = try await parts.history.prompt(revision.prompt, in: workspace)
        await refresh(prompt)
        await parts.recommender.learn(prompt)
        await parts.recommender.relearn(prompt, from: parts.history)
    }

    /// Earlier edits that are taken back: by their mirror image, or by bringing back what was before them.
    private func revertedEdits(by edits: [Edit], plan: RevisionPlan, in workspace: Workspace) async throws
        -> [Edit.ID]
    {
        guard !edits.isEmpty else { return [] }
        var query = EditQuery()
        query.prompt = plan.parent.prompt
        query.isReverted = false
        let standing = try await parts.history.edits(
            matching: query, in: workspace, before: nil, limit: 1000)
        var candidates = standing.filter { $0.revision > plan.restores ?? .max }
        for edit in edits {
            let mirrored = standing.first { $0.mirrors(edit) }
            if let mirrored, !candidates.contains(mirrored) { candidates.append(mirrored) }
        }
        guard !candidates.isEmpty else { return [] }
        let graph = RevisionGraph(
            try await parts.history.revisions(of: plan.parent.prompt, in: workspace))
        let ancestors = graph.ancestors(of: plan.parent.number)
            .subtracting(plan.restores.map { graph.ancestors(of: $0) } ?? [])
        return candidates.filter { ancestors.contains($0.revision) }.map(\.id)
    }

    /// An entry of the audit trail.
    func entry(
        _ action: AuditEntry.Action, by actor: Actor, in workspace: Workspace, prompt: Prompt.ID?,
        target: String, detail: String? = nil, at now: Timestamp
    ) -> AuditEntry {
        AuditEntry(
            id: AuditEntry.ID(at: now, random: parts.random), workspace: workspace, actor: actor,
            action: action, prompt: prompt, target: target, detail: detail, at: now)
    }
}

extension Edit {
    /// Whether one undoes the other.
    fileprivate func mirrors(_ other: Self) -> Bool {
        oldText.utf8.elementsEqual(other.newText.utf8) && newText.utf8.elementsEqual(other.oldText.utf8)
    }
}
