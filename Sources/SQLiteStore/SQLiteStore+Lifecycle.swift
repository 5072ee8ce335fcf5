package import Domain

extension SQLiteStore: LifecycleStore {
    package func mark(
        _ id: Prompt.ID, with change: MarksChange, recording entry: AuditEntry?, in workspace: Workspace
    ) async throws(StoreError) -> Prompt {
        var record: AuditRecord?
        if let entry { record = try AuditRecord(entry) }
        return try await writer.write { [record] (connection) throws(StoreError) in
            var found: Prompt?
            try connection.run(
                PromptRecord.select + "prompt.id = ?1 AND prompt.workspace = ?2 AND deleted_at IS NULL",
                [SQLiteValue(id), SQLiteValue(workspace)]
            ) { (row) throws(StoreError) in found = try PromptRecord.prompt(from: row) }
            guard var prompt = found else { throw .noPrompt(id) }
            do throws(InputError) {
                prompt.marks = try change.applied(to: prompt.marks)
            } catch {
                throw StoreError(.conflict, error.description)
            }
            try connection.run(
                "UPDATE prompt SET marks = ?2, is_kept = ?3 WHERE id = ?1",
                [
                    SQLiteValue(id), .text(try StoredDocument.encode(prompt.marks)),
                    .integer(prompt.marks.isKept ? 1 : 0),
                ])
            try FindEntry.update(of: id, on: connection)
            try record?.insert(into: connection)
            return prompt
        }
    }

    package func delete(
        _ id: Prompt.ID, at now: Timestamp, recording entry: AuditEntry, in workspace: Workspace
    ) async throws(StoreError) {
        let entry = try AuditRecord(entry)
        try await writer.write { (connection) throws(StoreError) in
            try connection.requirePrompt(id, in: workspace)
            try connection.run(
                "UPDATE prompt SET deleted_at = ?2 WHERE id = ?1", [SQLiteValue(id), SQLiteValue(now)])
            try FindEntry.update(of: id, on: connection)
            try entry.insert(into: connection)
        }
    }

    package func restore(_ id: Prompt.ID, recording entry: AuditEntry, in workspace: Workspace)
        async throws(StoreError)
    {
        let entry = try AuditRecord(entry)
        try await writer.write { (connection) throws(StoreError) in
            let isThere = try connection.has(
                "SELECT 1 FROM prompt WHERE id = ?1 AND workspace = ?2 AND deleted_at IS NOT NULL",
                [SQLiteValue(id), SQLiteValue(workspace)])
            guard isThere else { throw StoreError(.notFound, "There is no prompt \(id) in the trash") }
            try connection.run("UPDATE prompt SET deleted_at = NULL WHERE id = ?1", [SQLiteValue(id)])
            try FindEntry.update(of: id, on: connection)
            try entry.insert(into: connection)
        }
    }

    package func deletedPrompts(in workspace: Workspace, before: Prompt.ID?, limit: Int)
        async throws(StoreError) -> [Prompt]
    {
        try await prompts(
            where: """
                prompt.workspace = ?1 AND prompt.id < ?2 AND deleted_at IS NOT NULL
                ORDER BY prompt.id DESC LIMIT ?3
                """,
            [SQLiteValue(workspace), .text(before?.rawValue ?? Self.behindAllIdentifiers), .page(limit)])
    }

    package func prompts(deletedBefore moment: Timestamp, limit: Int) async throws(StoreError) -> [Prompt] {
        try await prompts(
            where: "deleted_at < ?1 ORDER BY deleted_at, prompt.id LIMIT ?2",
            [SQLiteValue(moment), .page(limit)])
    }

    package func prompts(untouchedSince moment: Timestamp, limit: Int) async throws(StoreError) -> [Prompt] {
        try await prompts(
            where: """
                prompt.id < ?3 AND is_kept = 0 AND deleted_at IS NULL AND saved_at < ?1
                AND NOT EXISTS (SELECT 1 FROM label WHERE label.prompt = prompt.id)
                ORDER BY prompt.id LIMIT ?2
                """,
            [SQLiteValue(moment), .page(limit), SQLiteValue(Prompt.ID.least(at: moment))])
    }

    package func insert(_ histories: [(history: PromptHistory, words: PromptWords)])
        async throws(StoreError)
    {
        var records: [PromptHistoryRecord] = []
        for (history, words) in histories {
            records.append(try PromptHistoryRecord(history, words: words))
        }
        try await writer.write { [records] (connection) throws(StoreError) in
            for record in records { try record.insert(into: connection) }
        }
    }
}

extension SQLiteConnection {
    /// Whether a statement finds anything.
    borrowing func has(_ sql: String, _ arguments: [SQLiteValue]) throws(StoreError) -> Bool {
        var isThere = false
        try run(sql, arguments) { (_) throws(StoreError) in isThere = true }
        return isThere
    }
}
