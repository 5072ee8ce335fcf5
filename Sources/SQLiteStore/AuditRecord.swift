import Domain

/// An entry of the audit trail as it stands in its table.
struct AuditRecord: Sendable {
    private let entry: AuditEntry
    private let document: String

    init(_ entry: AuditEntry) throws(StoreError) {
        self.entry = entry
        document = try StoredDocument.encode(entry)
    }

    func insert(into connection: borrowing SQLiteConnection) throws(StoreError) {
        try connection.run(
            "INSERT INTO audit (id, workspace, prompt, document) VALUES (?, ?, ?, ?)",
            [
                SQLiteValue(entry.id), SQLiteValue(entry.workspace), SQLiteValue(entry.prompt?.rawValue),
                .text(document),
            ])
    }
}
