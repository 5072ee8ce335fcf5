import Domain

/// A change of one document, with the collection that it is in.
struct RecordChange {
    let collection: String
    let change: MongoConnection.Change
    /// Whether a document has to fit.
    let mustFit: Bool

    static func insert(_ document: BSONDocument, into collection: String) -> Self {
        Self(collection: collection, change: .insert(document), mustFit: false)
    }

    static func delete(_ filter: BSONDocument, from collection: String) -> Self {
        Self(collection: collection, change: .delete(filter), mustFit: false)
    }

    static func update(
        _ filter: BSONDocument, _ update: BSONDocument, in collection: String, upsert: Bool = false
    ) -> Self {
        Self(collection: collection, change: .update(filter, update, upsert: upsert), mustFit: !upsert)
    }
}

extension MongoStore {
    /// Changes something and writes the entry of the audit trail that tells of it, both or neither.
    ///
    /// - Parameter body: Reads what it needs and returns the changes.
    func change(
        recording entry: AuditEntry,
        _ body: @escaping @Sendable (borrowing MongoConnection) throws(StoreError) -> [RecordChange]
    ) async throws(StoreError) {
        let entry = try BSONEncoder.encode(entry)
        try await run(.write) { (connection) throws(StoreError) in
            try connection.transaction { () throws(StoreError) in
                for change in try body(connection) {
                    let fitted = try connection.write([change.change], to: change.collection)
                    guard fitted == 1 || !change.mustFit else { throw .overtaken }
                }
                try connection.write([.insert(entry)], to: Collection.audit)
            }
        }
    }

    /// Values that fit a filter.
    func values<Value: Decodable & Sendable>(
        _ type: Value.Type, in collection: String, _ filter: BSONDocument, sort: BSONDocument? = nil,
        limit: Int = 0, from source: MongoConnection.Source = .primary
    ) async throws(StoreError) -> [Value] {
        try await run { (connection) throws(StoreError) in
            try Records.values(
                type,
                connection.find(collection, filter, sort: sort, limit: limit, from: source))
        }
    }

    /// A page of a workspace's records, the newest first.
    func page<Value: Decodable & Sendable>(
        _ type: Value.Type, of collection: String, in workspace: Workspace, before: Identifier<Value>?,
        limit: Int, where more: BSONDocument = [:]
    ) async throws(StoreError) -> [Value] {
        guard let limit = Page.limit(limit) else { return [] }
        var filter: BSONDocument = ["workspace": BSON(workspace)]
        if let before { filter = filter.with(["_id": ["$lt": BSON(before)]]) }
        return try await values(type, in: collection, filter.with(more), sort: ["_id": -1], limit: limit)
    }
}

extension MongoConnection {
    /// What the document of a prompt says of branches, labels and numbers.
    ///
    /// - Parameter revision: A revision that it must have.
    /// - Throws: `StoreError.Code.notFound`.
    borrowing func requirePrompt(_ id: Prompt.ID, in workspace: Workspace, revision: Int? = nil)
        throws(StoreError) -> BSONDocument
    {
        let found = try find(
            Collection.prompts, Records.living(["_id": BSON(id), "workspace": BSON(workspace)]), limit: 1,
            projection: ["newest": 1, "branches": 1, "labels": 1])
        guard let prompt = found.first else { throw .noPrompt(id) }
        // Numbers have no gaps.
        if let revision, revision < 1 || revision > prompt["newest"]?.int ?? 0 {
            throw .noRevision(revision, of: id)
        }
        return prompt
    }
}
