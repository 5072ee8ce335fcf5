/// Everything that is kept about one prompt, as it is carried from one store to another.
package struct PromptHistory: Sendable, Hashable, Codable {
    package var prompt: Prompt
    /// The first first.
    package var revisions: [Revision]
    /// `main` among them.
    package var branches: [Branch]
    package var edits: [Edit] = []
    package var labels: [Label] = []
    package var reviews: [Review] = []
    package var entries: [AuditEntry] = []

    package init(prompt: Prompt, revisions: [Revision], branches: [Branch]) {
        self.prompt = prompt
        self.revisions = revisions
        self.branches = branches
    }

    /// Whether it can be one prompt's: numbers without gaps, every part of the same prompt, heads that
    /// are there, and a head of `main` that is the prompt's.
    package var isWhole: Bool {
        let numbers = revisions.map(\.number)
        let known = Set(numbers)
        return !numbers.isEmpty && numbers == Array(1...numbers.count)
            && revisions.allSatisfy { $0.prompt == prompt.id && $0.parents.allSatisfy(known.contains) }
            && branches.allSatisfy { known.contains($0.head) && known.contains($0.start) }
            && edits.allSatisfy { $0.prompt == prompt.id && known.contains($0.revision) }
            && labels.allSatisfy { $0.prompt == prompt.id && known.contains($0.revision) }
            && reviews.allSatisfy { $0.prompt == prompt.id && $0.workspace == prompt.workspace }
            && entries.allSatisfy { $0.prompt == prompt.id && $0.workspace == prompt.workspace }
            && headIsRight
    }

    private var headIsRight: Bool {
        guard let main = branches.first(where: { $0.name == .main }),
            let head = revisions.first(where: { $0.number == main.head })
        else { return false }
        return prompt.head == Prompt.Head(of: head)
    }
}

extension PromptHistory {
    /// Reads everything about a prompt, through the same ports whatever the store.
    ///
    /// - Throws: ``StoreError``: `notFound` also for what is in the trash.
    package static func read(_ id: Prompt.ID, in workspace: Workspace, from archive: any Archive)
        async throws(StoreError) -> Self
    {
        var history = Self(
            prompt: try await archive.prompt(id, in: workspace),
            revisions: try await archive.revisions(of: id, in: workspace),
            branches: try await archive.branches(of: id, in: workspace))
        history.labels = try await archive.labels(of: id, in: workspace)
        var query = EditQuery()
        query.prompt = id
        history.edits = try await all { (last: Edit?, limit) throws(StoreError) in
            try await archive.edits(matching: query, in: workspace, before: last?.id, limit: limit)
        }
        history.reviews = try await all { (last: Review?, limit) throws(StoreError) in
            try await archive.reviews(in: workspace, of: id, before: last?.id, limit: limit)
        }
        history.entries = try await all { (last: AuditEntry?, limit) throws(StoreError) in
            try await archive.auditEntries(in: workspace, of: id, before: last?.id, limit: limit)
        }
        return history
    }

    /// All pages of a list that comes with the newest first, as one with the oldest first.
    private static func all<Item>(
        _ page: (_ last: Item?, _ limit: Int) async throws(StoreError) -> [Item]
    ) async throws(StoreError) -> [Item] {
        var items: [Item] = []
        while true {
            let next = try await page(items.last, 1000)
            items += next
            guard next.count == 1000 else { return items.reversed() }
        }
    }
}
