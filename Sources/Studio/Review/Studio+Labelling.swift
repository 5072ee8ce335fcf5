package import Domain

extension Studio {
    /// Returns all labels of a prompt, by name.
    package func labels(of id: Prompt.ID, in workspace: Workspace) async throws -> [Label] {
        try await parts.history.labels(of: id, in: workspace)
    }

    /// Returns a label and the revision that it points to.
    ///
    /// - Throws: ``StoreError`` with `notFound` when there is no such label.
    package func label(_ name: ReferenceName, of id: Prompt.ID, in workspace: Workspace) async throws
        -> (label: Label, revision: Revision)
    {
        let labels = try await parts.history.labels(of: id, in: workspace)
        guard let label = labels.first(where: { $0.name == name }) else {
            throw StoreError(.notFound, "There is no branch or label \(name) of prompt \(id)")
        }
        return (label, try await parts.history.revision(label.revision, of: id, in: workspace))
    }

    /// Points a label to a revision, as far as the workspace's rule for it allows.
    ///
    /// - Throws: ``PermissionError``; ``ReviewError`` when the rule asks for approvals that the revision
    ///   does not have; ``StoreError``.
    package func move(
        _ name: ReferenceName, to reference: RevisionReference, of id: Prompt.ID, in workspace: Workspace,
        by actor: Actor
    ) async throws -> Label {
        let rule = try await parts.history.rules(in: workspace).first { $0.label == name }
        try actor.require(
            rule?.isProtected == true ? .moveProtectedLabels : .moveLabels, in: workspace)
        let revision = try await revision(reference, of: id, in: workspace)
        if let rule, rule.requiredApprovals > 0 { try await check(rule, for: revision, in: workspace) }
        let now = parts.clock.now()
        let label = Label(
            prompt: id, name: name, revision: revision.number, movedBy: actor.name, movedAt: now)
        try await parts.history.move(
            label,
            recording: entry(
                .movedLabel, by: actor, in: workspace, prompt: id, target: "labels/\(name)",
                detail: "revisions/\(revision.number)", at: now),
            in: workspace)
        await relearn(id, in: workspace)
        // Every instance reads the prompt anew at its next look.
        await refresh(try await parts.history.prompt(id, in: workspace))
        return label
    }

    /// Returns what the workspace asks of its labels.
    package func labelRules(in workspace: Workspace) async throws -> [LabelRule] {
        try await parts.history.rules(in: workspace)
    }

    /// Sets what the workspace asks of a label.
    ///
    /// - Throws: ``PermissionError`` or ``StoreError``.
    package func set(_ rule: LabelRule, in workspace: Workspace, by actor: Actor) async throws {
        try actor.require(.manageRules, in: workspace)
        let detail = "protected \(rule.isProtected), approvals \(rule.requiredApprovals)"
        try await parts.history.set(
            rule,
            recording: entry(
                .changedRule, by: actor, in: workspace, prompt: nil, target: "labels/\(rule.label)",
                detail: detail, at: parts.clock.now()),
            in: workspace)
    }

    /// Returns who did what, the newest first.
    ///
    /// - Throws: ``PermissionError`` or ``StoreError``.
    package func auditEntries(
        in workspace: Workspace, of prompt: Prompt.ID?, before: AuditEntry.ID?, limit: Int, by actor: Actor
    ) async throws -> [AuditEntry] {
        try actor.require(.readAudit, in: workspace)
        return try await parts.history.auditEntries(
            in: workspace, of: prompt, before: before, limit: limit)
    }

    /// Counts who approved a revision, over all its reviews.
    private func check(_ rule: LabelRule, for revision: Revision, in workspace: Workspace) async throws {
        let reviews = try await parts.history.reviews(
            ofRevision: revision.number, of: revision.prompt, in: workspace)
        let verdicts = reviews.flatMap(\.verdicts).sorted { $0.at < $1.at }
        let latest = Dictionary(verdicts.map { ($0.reviewer, $0.kind) }) { $1 }
        let opponents = latest.filter { $0.value != .approve }.keys.sorted()
        guard opponents.isEmpty else { throw ReviewError.contested(label: rule.label, by: opponents) }
        guard latest.count >= rule.requiredApprovals else {
            throw ReviewError.notApproved(
                label: rule.label, required: rule.requiredApprovals, found: latest.count)
        }
    }
}
