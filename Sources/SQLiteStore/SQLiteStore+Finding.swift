package import Domain

extension SQLiteStore: PromptIndex {
    package func find(_ query: PromptQuery, in workspace: Workspace, after: FindMark?, limit: Int)
        async throws(StoreError) -> [FoundPrompt]
    {
        guard let search = FindSearch(query, in: workspace) else { return [] }
        let limit = min(max(limit, 0), 1000)
        return try await reader.read { (connection) throws(StoreError) in
            var found: [FoundPrompt] = []
            for (rank, expression) in search.ranks where rank >= after?.rank ?? .idea {
                guard found.count < limit else { break }
                var last = search.documents.upperBound
                if let after, after.rank == rank {
                    last = min(last, try FindEntry.document(of: after.prompt, on: connection) - 1)
                }
                let arguments: [SQLiteValue] = [
                    .text(expression), .integer(search.documents.lowerBound), .integer(last),
                    .integer(Int64(limit - found.count)),
                ]
                try connection.run(Self.findSQL, arguments) { (row) throws(StoreError) in
                    found.append(FoundPrompt(prompt: try PromptRecord.prompt(from: row), rank: rank))
                }
            }
            return found
        }
    }

    package func prompts(withoutWordsOf version: String, limit: Int) async throws(StoreError) -> [Prompt] {
        try await prompts(
            where: """
                prompt.id IN (
                    SELECT prompt FROM (SELECT prompt FROM find_entry
                        WHERE version < ?1 ORDER BY version, prompt LIMIT ?2)
                    UNION ALL SELECT prompt FROM (SELECT prompt FROM find_entry
                        WHERE version > ?1 ORDER BY version, prompt LIMIT ?2))
                LIMIT ?2
                """,
            [.text(version), .page(limit)])
    }

    package func index(
        _ words: PromptWords, of id: Prompt.ID, revision number: Int, in workspace: Workspace
    ) async throws(StoreError) {
        let lines = FindLines(words)
        try await writer.write { (connection) throws(StoreError) in
            var head: Int?
            try connection.run(
                """
                SELECT head FROM prompt JOIN branch ON branch.prompt = prompt.id AND branch.name = 'main'
                WHERE prompt.id = ?1 AND workspace = ?2
                """, [SQLiteValue(id), SQLiteValue(workspace)]
            ) { (row) throws(StoreError) in head = row.integer(0) }
            guard let head else { throw .noPrompt(id) }
            if head == number { try FindEntry.update(of: id, lines: lines, on: connection) }
        }
    }

    /// The index is asked first, and gives the newest first by itself.
    private static let findSQL = """
        WITH hit AS MATERIALIZED (
            SELECT rowid AS document FROM find WHERE find MATCH ?1 AND rowid BETWEEN ?2 AND ?3
            ORDER BY rowid DESC LIMIT ?4)

        """ + PromptRecord.columns + """
            FROM hit JOIN find_entry ON find_entry.document = hit.document
            JOIN prompt ON prompt.id = find_entry.prompt
            JOIN branch ON branch.prompt = prompt.id AND branch.name = 'main'
            JOIN revision ON revision.prompt = prompt.id AND number = head
            ORDER BY hit.document DESC
            """
}
