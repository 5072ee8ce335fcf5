package import Domain

extension SQLiteStore: AccessStore {
    package func accessBook(after version: Int?) async throws(StoreError) -> AccessBook? {
        try await reader.read { (connection) throws(StoreError) in
            let number = "SELECT number FROM access_version"
            guard try connection.number(number) != version else { return nil }
            // One state of all three tables, whoever writes meanwhile.
            try connection.run("BEGIN")
            defer { try? connection.run("COMMIT") }
            return AccessBook(
                version: try connection.number(number),
                keys: try connection.documents(AccessKey.self, "SELECT document FROM access_key ORDER BY id"),
                sessions: try connection.documents(
                    AccessSession.self, "SELECT document FROM access_session ORDER BY digest"))
        }
    }

    package func add(_ key: AccessKey, ending replaced: Timestamp?, recording entry: AuditEntry)
        async throws(StoreError)
    {
        let (entry, document) = (try AuditRecord(entry), try StoredDocument.encode(key))
        try await writer.write { (connection) throws(StoreError) in
            if let id = key.replaces, let replaced {
                let old = try connection.accessKey(id, in: key.workspace)
                guard !old.isRevoked else { throw .revokedKey }
                try connection.replace(old.ending(by: replaced, isRevoked: false))
            }
            try connection.run(
                "INSERT INTO access_key (id, prefix, document) VALUES (?, ?, ?)",
                [SQLiteValue(key.id), .text(key.prefix), .text(document)])
            try connection.countAccessChange()
            try entry.insert(into: connection)
        }
    }

    package func revoke(
        _ id: AccessKey.ID, in workspace: Workspace, at now: Timestamp, recording entry: AuditEntry
    ) async throws(StoreError) -> AccessKey {
        let entry = try AuditRecord(entry)
        return try await writer.write { (connection) throws(StoreError) in
            let key = try connection.accessKey(id, in: workspace)
            guard !key.isRevoked else { return key }
            let revoked = key.ending(by: now, isRevoked: true)
            try connection.replace(revoked)
            try connection.countAccessChange()
            try entry.insert(into: connection)
            return revoked
        }
    }

    package func start(_ session: AccessSession, recording entry: AuditEntry) async throws(StoreError) {
        let (entry, document) = (try AuditRecord(entry), try StoredDocument.encode(session))
        try await writer.write { (connection) throws(StoreError) in
            try connection.run(
                "DELETE FROM access_session WHERE ends_at <= ?", [SQLiteValue(session.startedAt)])
            try connection.run(
                "INSERT INTO access_session (digest, ends_at, document) VALUES (?, ?, ?)",
                [.text(session.digest), SQLiteValue(session.endsAt), .text(document)])
            try connection.countAccessChange()
            try entry.insert(into: connection)
        }
    }

    package func endSession(_ digest: String, recording entry: AuditEntry) async throws(StoreError) {
        let entry = try AuditRecord(entry)
        try await writer.write { (connection) throws(StoreError) in
            let before = connection.changedRows
            try connection.run("DELETE FROM access_session WHERE digest = ?", [.text(digest)])
            guard connection.changedRows > before else { return }
            try connection.countAccessChange()
            try entry.insert(into: connection)
        }
    }
}

extension SQLiteConnection {
    /// - Throws: `StoreError.Code.notFound`.
    fileprivate borrowing func accessKey(_ id: AccessKey.ID, in workspace: Workspace) throws(StoreError)
        -> AccessKey
    {
        let found = try documents(
            AccessKey.self, "SELECT document FROM access_key WHERE id = ?", [SQLiteValue(id)])
        guard let key = found.first, key.workspace == workspace else { throw .noKey(id) }
        return key
    }

    fileprivate borrowing func replace(_ key: AccessKey) throws(StoreError) {
        try run(
            "UPDATE access_key SET document = ? WHERE id = ?",
            [.text(try StoredDocument.encode(key)), SQLiteValue(key.id)])
    }

    /// Lets every reader see that something changed.
    fileprivate borrowing func countAccessChange() throws(StoreError) {
        try run("UPDATE access_version SET number = number + 1")
    }

    fileprivate borrowing func documents<Value: Decodable>(
        _ type: Value.Type, _ sql: String, _ arguments: [SQLiteValue] = []
    ) throws(StoreError) -> [Value] {
        var values: [Value] = []
        try run(sql, arguments) { (row) throws(StoreError) in
            values.append(try StoredDocument.decode(type, from: row.text(0)))
        }
        return values
    }
}
