package import Domain

extension SQLiteStore {
    package func create(_ prompt: Prompt, first: Revision, words: PromptWords, recording entry: AuditEntry)
        async throws(StoreError)
    {
        guard first.prompt == prompt.id, first.number == 1, first.branch == .main,
            prompt.head == Prompt.Head(of: first)
        else { throw StoreError(.conflict, "The first revision is not the one that the prompt names") }
        let record = try PromptRecord(prompt)
        let revision = try RevisionRecord(first)
        let entry = try AuditRecord(entry)
        let lines = FindLines(words)
        let main = Branch(name: .main, at: 1, author: first.author, createdAt: prompt.createdAt)
        try await writer.write(document: prompt.id.documentNumber) { (connection) throws(StoreError) in
            try record.insert(into: connection)
            try revision.insert(into: connection)
            try BranchRecord.insert(main, of: prompt.id, into: connection)
            try FindEntry.insert(lines, of: prompt.id, into: connection)
            try entry.insert(into: connection)
        }
    }

    package func append(
        _ revision: Revision, words: PromptWords?, edits: [Edit], reverting reverted: [Edit.ID],
        recording entry: AuditEntry, in workspace: Workspace
    ) async throws(StoreError) {
        let record = try RevisionRecord(revision)
        let entry = try AuditRecord(entry)
        var records: [EditRecord] = []
        for edit in edits { records.append(try EditRecord(edit)) }
        let (editRecords, lines) = (records, words.map(FindLines.init))
        try await writer.write(document: revision.prompt.documentNumber) { (connection) throws(StoreError) in
            try Self.checkFollows(revision, in: workspace, on: connection)
            try record.insert(into: connection)
            try connection.run(
                "UPDATE branch SET head = ?3 WHERE prompt = ?1 AND name = ?2",
                [
                    SQLiteValue(revision.prompt), .text(revision.branch.rawValue),
                    SQLiteValue(revision.number),
                ])
            for edit in editRecords { try edit.insert(into: connection, in: workspace) }
            for id in reverted {
                try connection.run(
                    "UPDATE edit SET reverted_by = ?3 WHERE id = ?1 AND prompt = ?2 AND reverted_by IS NULL",
                    [SQLiteValue(id), SQLiteValue(revision.prompt), SQLiteValue(revision.number)])
            }
            try FindEntry.update(after: revision, lines: lines, on: connection)
            try entry.insert(into: connection)
        }
    }

    package func create(
        _ branch: Branch, of id: Prompt.ID, recording entry: AuditEntry, in workspace: Workspace
    ) async throws(StoreError) {
        let entry = try AuditRecord(entry)
        try await writer.write { (connection) throws(StoreError) in
            try connection.requireRevision(branch.start, of: id, in: workspace)
            try BranchRecord.insert(branch, of: id, into: connection)
            try entry.insert(into: connection)
        }
    }

    private static func checkFollows(
        _ revision: Revision, in workspace: Workspace, on connection: borrowing SQLiteConnection
    ) throws(StoreError) {
        var (isThere, newest, head): (Bool, Int, Int?) = (false, 0, nil)
        try connection.run(
            """
            SELECT (SELECT max(number) FROM revision WHERE prompt = ?1),
                (SELECT head FROM branch WHERE prompt = ?1 AND name = ?3)
            FROM prompt WHERE id = ?1 AND workspace = ?2 AND deleted_at IS NULL
            """,
            [SQLiteValue(revision.prompt), SQLiteValue(workspace), .text(revision.branch.rawValue)]
        ) { (row) throws(StoreError) in
            (isThere, newest, head) = (true, row.integer(0), row.optionalInteger(1))
        }
        guard isThere else { throw .noPrompt(revision.prompt) }
        guard let head else {
            throw StoreError(.notFound, "There is no branch \(revision.branch) of prompt \(revision.prompt)")
        }
        guard newest < Int.max, revision.number == newest + 1, revision.parent == head else {
            throw StoreError(
                .conflict,
                "The branch \(revision.branch) is at revision \(head), the newest is \(newest); revision "
                    + "\(revision.number) does not follow")
        }
    }
}

extension SQLiteConnection {
    /// - Throws: `StoreError.Code.notFound` when the workspace has no such prompt.
    borrowing func requirePrompt(_ id: Prompt.ID, in workspace: Workspace) throws(StoreError) {
        var isThere = false
        try run(
            "SELECT 1 FROM prompt WHERE id = ?1 AND workspace = ?2 AND deleted_at IS NULL",
            [SQLiteValue(id), SQLiteValue(workspace)]
        ) { (_) throws(StoreError) in isThere = true }
        guard isThere else { throw .noPrompt(id) }
    }

    /// - Throws: `StoreError.Code.notFound` when the workspace has no such prompt, or it no such revision.
    borrowing func requireRevision(_ number: Int, of id: Prompt.ID, in workspace: Workspace)
        throws(StoreError)
    {
        try requirePrompt(id, in: workspace)
        var isThere = false
        try run(
            "SELECT 1 FROM revision WHERE prompt = ?1 AND number = ?2",
            [SQLiteValue(id), SQLiteValue(number)]
        ) { (_) throws(StoreError) in isThere = true }
        guard isThere else { throw .noRevision(number, of: id) }
    }
}
