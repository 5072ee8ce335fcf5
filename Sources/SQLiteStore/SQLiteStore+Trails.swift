package import Domain

extension SQLiteStore: AuditTrail {
    package func auditEntries(
        in workspace: Workspace, of prompt: Prompt.ID?, before: AuditEntry.ID?, limit: Int
    ) async throws(StoreError) -> [AuditEntry] {
        let mark = before?.rawValue ?? Self.behindAllIdentifiers
        let named = prompt == nil ? "" : "AND prompt = ?4"
        return try await documents(
            AuditEntry.self,
            "SELECT document FROM audit WHERE workspace = ?1 AND id < ?2 \(named) ORDER BY id DESC LIMIT ?3",
            [SQLiteValue(workspace), .text(mark), .page(limit)] + (prompt.map { [SQLiteValue($0)] } ?? []))
    }
}

extension SQLiteStore: EditIndex {
    package func edits(matching query: EditQuery, in workspace: Workspace, before: Edit.ID?, limit: Int)
        async throws(StoreError) -> [Edit]
    {
        try await reader.read { (connection) throws(StoreError) in
            let search = EditSearch(query, in: workspace, before: before)
            var edits: [Edit] = []
            try connection.run(search.sql, search.arguments + [.page(limit)]) { (row) throws(StoreError) in
                edits.append(try EditRecord.edit(from: row))
            }
            return edits
        }
    }
}
