package import Domain

extension SQLiteStore: ReviewStore {
    package func create(_ review: Review, recording entry: AuditEntry) async throws(StoreError) {
        let record = try ReviewRecord(review)
        let entry = try AuditRecord(entry)
        try await writer.write { (connection) throws(StoreError) in
            try connection.requirePrompt(review.prompt, in: review.workspace)
            try record.insert(into: connection)
            try entry.insert(into: connection)
        }
    }

    package func save(_ review: Review, recording entry: AuditEntry) async throws(StoreError) {
        let record = try ReviewRecord(review)
        let entry = try AuditRecord(entry)
        try await writer.write { (connection) throws(StoreError) in
            var stored: Int?
            try connection.run(
                """
                SELECT version FROM review WHERE id = ?1 AND workspace = ?2 AND NOT EXISTS
                    (SELECT 1 FROM prompt WHERE prompt.id = review.prompt AND deleted_at IS NOT NULL)
                """,
                [SQLiteValue(review.id), SQLiteValue(review.workspace)]
            ) { (row) throws(StoreError) in stored = row.integer(0) }
            guard let stored else { throw .noReview(review.id) }
            guard review.version == stored + 1 else {
                throw StoreError(
                    .conflict, "Somebody else changed the review meanwhile; read it again",
                    detail: "stored version \(stored), given \(review.version)")
            }
            try record.update(on: connection)
            try entry.insert(into: connection)
        }
    }

    package func review(_ id: Review.ID, in workspace: Workspace) async throws(StoreError) -> Review {
        let found = try await reviews(
            where: "workspace = ?1 AND id = ?2", [SQLiteValue(workspace), SQLiteValue(id)])
        guard let review = found.first else { throw .noReview(id) }
        return review
    }

    package func reviews(in workspace: Workspace, of prompt: Prompt.ID?, before: Review.ID?, limit: Int)
        async throws(StoreError) -> [Review]
    {
        let mark = before?.rawValue ?? Self.behindAllIdentifiers
        let named = prompt == nil ? "" : "AND prompt = ?4"
        return try await reviews(
            where: "workspace = ?1 AND id < ?2 \(named) ORDER BY id DESC LIMIT ?3",
            [SQLiteValue(workspace), .text(mark), .page(limit)] + (prompt.map { [SQLiteValue($0)] } ?? []))
    }

    package func reviews(ofRevision number: Int, of prompt: Prompt.ID, in workspace: Workspace)
        async throws(StoreError) -> [Review]
    {
        try await reviews(
            where: "workspace = ?1 AND prompt = ?2 AND last = ?3 ORDER BY id",
            [SQLiteValue(workspace), SQLiteValue(prompt), SQLiteValue(number)])
    }

    private func reviews(where condition: String, _ arguments: [SQLiteValue]) async throws(StoreError)
        -> [Review]
    {
        let visible = """
            SELECT document FROM review
            WHERE NOT EXISTS (SELECT 1 FROM prompt WHERE prompt.id = review.prompt AND deleted_at IS NOT NULL) AND\u{20}
            """
        return try await documents(Review.self, visible + condition, arguments)
    }

    /// Reads values that are kept whole in a statement's first column.
    func documents<Value: Decodable & Sendable>(
        _ type: Value.Type, _ sql: String, _ arguments: [SQLiteValue]
    ) async throws(StoreError) -> [Value] {
        try await reader.read { (connection) throws(StoreError) in
            var values: [Value] = []
            try connection.run(sql, arguments) { (row) throws(StoreError) in
                values.append(try StoredDocument.decode(type, from: row.text(0)))
            }
            return values
        }
    }
}

extension StoreError {
    fileprivate static func noReview(_ id: Review.ID) -> Self {
        Self(.notFound, "There is no review \(id)")
    }
}
