package import Domain

extension MongoStore: AuditTrail {
    package func auditEntries(
        in workspace: Workspace, of prompt: Prompt.ID?, before: AuditEntry.ID?, limit: Int
    ) async throws(StoreError) -> [AuditEntry] {
        try await page(
            AuditEntry.self, of: Collection.audit, in: workspace, before: before, limit: limit,
            where: Records.ofPrompt(prompt))
    }
}

extension MongoStore: EditIndex {
    package func edits(matching query: EditQuery, in workspace: Workspace, before: Edit.ID?, limit: Int)
        async throws(StoreError) -> [Edit]
    {
        guard let limit = Page.limit(limit) else { return [] }
        let filter = EditFilter(query, in: workspace, before: before).document
        return try await values(Edit.self, in: Collection.edits, filter, sort: ["_id": -1], limit: limit)
    }
}

/// A query for edits as conditions of MongoDB.
struct EditFilter {
    private var conditions: [BSON]

    init(_ query: EditQuery, in workspace: Workspace, before: Edit.ID?) {
        conditions = [["workspace": BSON(workspace)], ["inTrash": ["$exists": false]]]
        add("_id", before.map { ["$lt": BSON($0)] })
        add("_id", query.until.map { ["$lt": BSON(Edit.ID.least(at: $0))] })
        add("_id", query.since.map { ["$gte": BSON(Edit.ID.least(at: $0))] })
        add("prompt", query.prompt.map { BSON($0) })
        add("author", query.author.map { .string($0) })
        add("slot", query.slot.map { .string($0) })
        add("kind", query.kind.map { .string($0.rawValue) })
        add("oldTerms", anyOf: query.oldTerms)
        add("newTerms", anyOf: query.newTerms)
        add("revertedBy", query.isReverted.map { ["$exists": .bool($0)] })
    }

    var document: BSONDocument { ["$and": .array(conditions)] }

    private mutating func add(_ field: String, _ condition: BSON?) {
        guard let condition else { return }
        conditions.append(.document(BSONDocument([(field, condition)])))
    }

    private mutating func add(_ field: String, anyOf choices: [[String]]) {
        let tests = choices.filter { !$0.isEmpty }.map { choice -> BSON in
            let terms = choice.prefix(EditQuery.maximumTerms).map { BSON.string($0) }
            let all: BSON = ["$all": .array(terms)]
            return .document(BSONDocument([(field, all)]))
        }
        guard !tests.isEmpty else { return }
        conditions.append(["$or": .array(tests)])
    }
}
