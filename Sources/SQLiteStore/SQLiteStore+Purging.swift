package import Domain

extension SQLiteStore {
    package func purge(_ id: Prompt.ID, recording entry: AuditEntry, in workspace: Workspace)
        async throws(StoreError)
    {
        let entry = try AuditRecord(entry)
        try await writer.write { (connection) throws(StoreError) in
            let isThere = try connection.has(
                "SELECT 1 FROM prompt WHERE id = ?1 AND workspace = ?2",
                [SQLiteValue(id), SQLiteValue(workspace)])
            guard isThere else { throw .noPrompt(id) }
            try FindEntry.remove(of: id, from: connection)
            try Self.removeEdits(of: id, in: workspace, from: connection)
            // What points to others goes before what it points to.
            for table in ["label", "review", "branch", "revision"] {
                try connection.run("DELETE FROM \(table) WHERE prompt = ?1", [SQLiteValue(id)])
            }
            try connection.run("DELETE FROM prompt WHERE id = ?1", [SQLiteValue(id)])
            try entry.insert(into: connection)
        }
        // It is gone either way; what is left of its bytes goes now, or with the next purge.
        try? await wipe()
    }

    /// Lets the index forget the words of what was removed, and empties the log into the file.
    ///
    /// Freed pages are overwritten with zeros (`secure_delete`). The index keeps removed words until it is
    /// merged, which is done in steps, so that a large one holds nobody up.
    func wipe() async throws(StoreError) {
        try await writer.run { (connection) throws(StoreError) in
            for _ in 0..<32 {
                let before = connection.changedRows
                try connection.run("INSERT INTO find (find, rank) VALUES ('merge', -200)")
                // SQLite's sign that there is nothing to merge.
                if connection.changedRows - before < 2 { break }
            }
            try connection.run("PRAGMA wal_checkpoint(TRUNCATE)")
        }
    }

    private static func removeEdits(
        of id: Prompt.ID, in workspace: Workspace, from connection: borrowing SQLiteConnection
    ) throws(StoreError) {
        var edits: [Edit] = []
        try connection.run(
            "SELECT document, reverted_by FROM edit WHERE workspace = ?1 AND prompt = ?2",
            [SQLiteValue(workspace), SQLiteValue(id)]
        ) { (row) throws(StoreError) in edits.append(try EditRecord.edit(from: row)) }
        for edit in edits { try EditRecord.remove(edit, in: workspace, from: connection) }
    }
}
