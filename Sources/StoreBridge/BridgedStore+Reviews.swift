package import Domain

extension BridgedStore: ReviewStore {
    package func create(_ review: Review, recording entry: AuditEntry) async throws(StoreError) {
        try await write(.createReview(review, entry: entry)) { (remote) throws(StoreError) in
            try await remote.create(review, recording: entry)
        }
    }

    package func save(_ review: Review, recording entry: AuditEntry) async throws(StoreError) {
        try await write(.saveReview(review, entry: entry)) { (remote) throws(StoreError) in
            try await remote.save(review, recording: entry)
        }
    }

    package func review(_ id: Review.ID, in workspace: Workspace) async throws(StoreError) -> Review {
        try await read(
            atHand: { records in records.reviews[id].flatMap { $0.workspace == workspace ? $0 : nil } },
            learn: { $0.reviews[id] = $1 }
        ) { (remote) throws(StoreError) in try await remote.review(id, in: workspace) }
    }

    package func reviews(in workspace: Workspace, of prompt: Prompt.ID?, before: Review.ID?, limit: Int)
        async throws(StoreError) -> [Review]
    {
        try await read(
            atHand: { records in
                Array(
                    records.reviews.values.filter {
                        $0.workspace == workspace && (prompt == nil || $0.prompt == prompt)
                    }.newest(before: before).prefix(max(0, limit)))
            },
            learn: { records, reviews in for review in reviews { records.reviews[review.id] = review } }
        ) { (remote) throws(StoreError) in
            try await remote.reviews(in: workspace, of: prompt, before: before, limit: limit)
        }
    }

    package func reviews(ofRevision number: Int, of prompt: Prompt.ID, in workspace: Workspace)
        async throws(StoreError) -> [Review]
    {
        // A rule that counts approvals must not count those that happen to be at hand.
        try await read(atHand: { _ in nil }) { (remote) throws(StoreError) in
            try await remote.reviews(ofRevision: number, of: prompt, in: workspace)
        }
    }
}

extension BridgedStore: LabelStore {
    package func move(_ label: Label, recording entry: AuditEntry, in workspace: Workspace)
        async throws(StoreError)
    {
        try await write(.moveLabel(label, entry: entry, workspace: workspace)) {
            (remote) throws(StoreError) in
            try await remote.move(label, recording: entry, in: workspace)
        }
    }

    package func labels(of id: Prompt.ID, in workspace: Workspace) async throws(StoreError) -> [Label] {
        try await read(
            atHand: { $0.known(id, in: workspace)?.labels }, learn: { $0.prompts[id]?.labels = $1 }
        ) { (remote) throws(StoreError) in try await remote.labels(of: id, in: workspace) }
    }

    package func set(_ rule: LabelRule, recording entry: AuditEntry, in workspace: Workspace)
        async throws(StoreError)
    {
        try await write(.setRule(rule, entry: entry, workspace: workspace)) { (remote) throws(StoreError) in
            try await remote.set(rule, recording: entry, in: workspace)
        }
    }

    package func rules(in workspace: Workspace) async throws(StoreError) -> [LabelRule] {
        try await read(atHand: { $0.rules[workspace] }, learn: { $0.rules[workspace] = $1 }) {
            (remote) throws(StoreError) in try await remote.rules(in: workspace)
        }
    }
}

extension BridgedStore: AuditTrail, EditIndex {
    package func auditEntries(
        in workspace: Workspace, of prompt: Prompt.ID?, before: AuditEntry.ID?, limit: Int
    ) async throws(StoreError) -> [AuditEntry] {
        try await read(
            atHand: { records in
                Array(
                    records.entries.values.filter {
                        $0.workspace == workspace && (prompt == nil || $0.prompt == prompt)
                    }.newest(before: before).prefix(max(0, limit)))
            },
            learn: { records, entries in for entry in entries { records.entries[entry.id] = entry } }
        ) { (remote) throws(StoreError) in
            try await remote.auditEntries(in: workspace, of: prompt, before: before, limit: limit)
        }
    }

    package func edits(matching query: EditQuery, in workspace: Workspace, before: Edit.ID?, limit: Int)
        async throws(StoreError) -> [Edit]
    {
        // A search that finds only some is worse than none.
        try await read(atHand: { _ in nil }) { (remote) throws(StoreError) in
            try await remote.edits(matching: query, in: workspace, before: before, limit: limit)
        }
    }
}

extension Array where Element: Identifiable, Element.ID: Comparable {
    /// The records before a mark, the newest first.
    func newest(before mark: Element.ID?) -> [Element] {
        filter { element in mark.map { element.id < $0 } ?? true }.sorted { $0.id > $1.id }
    }
}
