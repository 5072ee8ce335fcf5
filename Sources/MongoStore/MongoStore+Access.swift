package import Domain

extension MongoStore: AccessStore {
    package func accessBook(after version: Int?) async throws(StoreError) -> AccessBook? {
        try await run { (connection) throws(StoreError) in
            guard try connection.accessVersion() != version else { return nil }
            // One state of all of it, whoever writes meanwhile.
            return try connection.transaction { () throws(StoreError) in
                AccessBook(
                    version: try connection.accessVersion(),
                    keys: try Records.values(
                        AccessKey.self, connection.find(Collection.keys, [:], sort: ["_id": 1])),
                    sessions: try Records.values(
                        AccessSession.self, connection.find(Collection.sessions, [:], sort: ["_id": 1])))
            }
        }
    }

    package func add(_ key: AccessKey, ending replaced: Timestamp?, recording entry: AuditEntry)
        async throws(StoreError)
    {
        let document = try BSONEncoder.encode(key)
        try await changeAccess(recording: entry) { (connection) throws(StoreError) in
            if let id = key.replaces, let replaced {
                let old = try connection.accessKey(id, in: key.workspace)
                guard !old.isRevoked else { throw .revokedKey }
                try connection.replace(old.ending(by: replaced, isRevoked: false))
            }
            try connection.write([.insert(document)], to: Collection.keys)
            return true
        }
    }

    package func revoke(
        _ id: AccessKey.ID, in workspace: Workspace, at now: Timestamp, recording entry: AuditEntry
    ) async throws(StoreError) -> AccessKey {
        try await changeAccess(recording: entry) { (connection) throws(StoreError) in
            let key = try connection.accessKey(id, in: workspace)
            if !key.isRevoked { try connection.replace(key.ending(by: now, isRevoked: true)) }
            return !key.isRevoked
        }
        return try await run { (connection) throws(StoreError) in
            try connection.accessKey(id, in: workspace)
        }
    }

    package func start(_ session: AccessSession, recording entry: AuditEntry) async throws(StoreError) {
        let document = BSONDocument([("_id", .string(session.digest))])
            .with(try BSONEncoder.encode(session))
        try await changeAccess(recording: entry) { (connection) throws(StoreError) in
            try connection.write(
                [.deleteAll(["endsAt": ["$lte": .date(session.startedAt)]]), .insert(document)],
                to: Collection.sessions)
            return true
        }
    }

    package func endSession(_ digest: String, recording entry: AuditEntry) async throws(StoreError) {
        let mine: BSONDocument = ["_id": .string(digest)]
        try await changeAccess(recording: entry) { (connection) throws(StoreError) in
            guard try !connection.find(Collection.sessions, mine, limit: 1).isEmpty else { return false }
            try connection.write([.delete(mine)], to: Collection.sessions)
            return true
        }
    }

    /// Changes keys or sessions, lets every reader see that, and writes the entry that tells of it.
    ///
    /// - Parameter body: Returns whether it changed anything.
    private func changeAccess(
        recording entry: AuditEntry,
        _ body: @escaping @Sendable (borrowing MongoConnection) throws(StoreError) -> Bool
    ) async throws(StoreError) {
        let entry = try BSONEncoder.encode(entry)
        try await run(.write) { (connection) throws(StoreError) in
            try connection.transaction { () throws(StoreError) in
                guard try body(connection) else { return }
                try connection.write(
                    [.update(["_id": "access"], ["$inc": ["version": 1]], upsert: true)], to: Collection.meta)
                try connection.write([.insert(entry)], to: Collection.audit)
            }
        }
    }
}

extension MongoConnection {
    /// 0 before anything was written.
    fileprivate borrowing func accessVersion() throws(StoreError) -> Int {
        try find(Collection.meta, ["_id": "access"], limit: 1).first?["version"]?.int ?? 0
    }

    /// - Throws: `StoreError.Code.notFound`.
    fileprivate borrowing func accessKey(_ id: AccessKey.ID, in workspace: Workspace) throws(StoreError)
        -> AccessKey
    {
        let mine: BSONDocument = ["_id": BSON(id), "workspace": BSON(workspace)]
        guard let document = try find(Collection.keys, mine, limit: 1).first else { throw .noKey(id) }
        return try BSONDecoder.decode(AccessKey.self, from: document)
    }

    fileprivate borrowing func replace(_ key: AccessKey) throws(StoreError) {
        _ = try findAndModify(
            Collection.keys, ["_id": BSON(key.id)], update: .document(try BSONEncoder.encode(key)))
    }
}
