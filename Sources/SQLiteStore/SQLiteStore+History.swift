package import Domain

extension SQLiteStore: HistoryStore {
    package func prompt(_ id: Prompt.ID, in workspace: Workspace) async throws(StoreError) -> Prompt {
        let found = try await prompts(
            where: "prompt.id = ?1 AND prompt.workspace = ?2 AND deleted_at IS NULL",
            [SQLiteValue(id), SQLiteValue(workspace)])
        guard let prompt = found.first else { throw .noPrompt(id) }
        return prompt
    }

    package func revision(_ number: Int, of id: Prompt.ID, in workspace: Workspace) async throws(StoreError)
        -> Revision
    {
        let found = try await revisions(
            where: "AND number = ?3", [SQLiteValue(id), SQLiteValue(workspace), SQLiteValue(number)])
        guard let revision = found.first else {
            throw .noRevision(number, of: id)
        }
        return revision
    }

    package func revisions(of id: Prompt.ID, in workspace: Workspace) async throws(StoreError) -> [Revision] {
        let found = try await revisions(where: "", [SQLiteValue(id), SQLiteValue(workspace)])
        // A prompt is saved together with its first revision.
        guard !found.isEmpty else { throw .noPrompt(id) }
        return found
    }

    package func branches(of id: Prompt.ID, in workspace: Workspace) async throws(StoreError) -> [Branch] {
        let found = try await reader.read { (connection) throws(StoreError) in
            var branches: [Branch] = []
            try connection.run(BranchRecord.select, [SQLiteValue(id), SQLiteValue(workspace)]) {
                (row) throws(StoreError) in branches.append(try BranchRecord.branch(from: row))
            }
            return branches
        }
        // A prompt is saved together with its main branch.
        guard !found.isEmpty else { throw .noPrompt(id) }
        return found
    }

    package func prompts(in workspace: Workspace, before: Prompt.ID?, limit: Int) async throws(StoreError)
        -> [Prompt]
    {
        try await prompts(
            where: """
                prompt.workspace = ?1 AND prompt.id < ?2 AND deleted_at IS NULL
                ORDER BY prompt.id DESC LIMIT ?3
                """,
            [SQLiteValue(workspace), .text(before?.rawValue ?? Self.behindAllIdentifiers), .page(limit)])
    }

    package func allPrompts(after: Prompt.ID?, limit: Int) async throws(StoreError) -> [Prompt] {
        try await prompts(
            where: "prompt.id > ?1 AND deleted_at IS NULL ORDER BY prompt.id LIMIT ?2",
            [.text(after?.rawValue ?? ""), .page(limit)])
    }

    package func checkHealth() async throws(StoreError) {
        try await writer.write { (connection) throws(StoreError) in
            // Writes a page although nothing changes, so a full or dead disk is found out.
            try connection.runScript("PRAGMA user_version = \(connection.number("PRAGMA user_version"))")
        }
        _ = try await reader.read { (connection) throws(StoreError) in
            try connection.number("SELECT count(*) FROM (SELECT 1 FROM prompt LIMIT 1)")
        }
    }

    /// Sorts behind every identifier, whose last letter is Z.
    static let behindAllIdentifiers = "["

    func prompts(where condition: String, _ arguments: [SQLiteValue]) async throws(StoreError)
        -> [Prompt]
    {
        try await reader.read { (connection) throws(StoreError) in
            var prompts: [Prompt] = []
            try connection.run(PromptRecord.select + condition, arguments) { (row) throws(StoreError) in
                prompts.append(try PromptRecord.prompt(from: row))
            }
            return prompts
        }
    }

    private func revisions(where condition: String, _ arguments: [SQLiteValue]) async throws(StoreError)
        -> [Revision]
    {
        try await reader.read { (connection) throws(StoreError) in
            var revisions: [Revision] = []
            let sql = RevisionRecord.select + condition + " ORDER BY number"
            try connection.run(sql, arguments) { (row) throws(StoreError) in
                revisions.append(try RevisionRecord.revision(from: row))
            }
            return revisions
        }
    }
}

extension StoreError {
    static func noPrompt(_ id: Prompt.ID) -> Self { Self(.notFound, "There is no prompt \(id)") }

    static func noRevision(_ number: Int, of id: Prompt.ID) -> Self {
        Self(.notFound, "There is no revision \(number) of prompt \(id)")
    }
}

extension SQLiteValue {
    /// A page of a list: at most 1000 entries, whatever was asked for.
    static func page(_ limit: Int) -> Self { .integer(Int64(min(max(limit, 0), 1000))) }
}
