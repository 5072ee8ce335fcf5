import Domain

/// An edit as it stands in its table, with its terms in another.
struct EditRecord: Sendable {
    private let edit: Edit
    private let document: String

    init(_ edit: Edit) throws(StoreError) {
        self.edit = edit
        document = try StoredDocument.encode(edit)
    }

    func insert(into connection: borrowing SQLiteConnection, in workspace: Workspace) throws(StoreError) {
        try connection.run(
            """
            INSERT INTO edit (id, workspace, prompt, revision, slot, kind, author, reverted_by, document)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                SQLiteValue(edit.id), SQLiteValue(workspace), SQLiteValue(edit.prompt),
                SQLiteValue(edit.revision), .text(edit.slot), .text(edit.kind.rawValue), .text(edit.author),
                SQLiteValue(edit.revertedBy), .text(document),
            ])
        for (side, terms) in [("old", edit.oldTerms), ("new", edit.newTerms)] {
            for term in terms {
                try connection.run(
                    "INSERT OR IGNORE INTO edit_term (workspace, side, term, edit) VALUES (?, ?, ?, ?)",
                    [SQLiteValue(workspace), .text(side), .text(term), SQLiteValue(edit.id)])
            }
        }
    }

    /// Forgets an edit and its terms, each by its key.
    static func remove(_ edit: Edit, in workspace: Workspace, from connection: borrowing SQLiteConnection)
        throws(StoreError)
    {
        for (side, terms) in [("old", edit.oldTerms), ("new", edit.newTerms)] {
            for term in terms {
                try connection.run(
                    "DELETE FROM edit_term WHERE workspace = ? AND side = ? AND term = ? AND edit = ?",
                    [SQLiteValue(workspace), .text(side), .text(term), SQLiteValue(edit.id)])
            }
        }
        try connection.run("DELETE FROM edit WHERE id = ?", [SQLiteValue(edit.id)])
    }

    static func edit(from row: borrowing SQLiteRow) throws(StoreError) -> Edit {
        var edit = try StoredDocument.decode(Edit.self, from: row.text(0))
        edit.revertedBy = row.optionalInteger(1)
        return edit
    }
}

/// A query for edits as SQL: conditions from a closed set, with their arguments.
struct EditSearch {
    private(set) var conditions = [
        "workspace = ?",
        "NOT EXISTS (SELECT 1 FROM prompt WHERE prompt.id = edit.prompt AND deleted_at IS NOT NULL)",
    ]
    private(set) var arguments: [SQLiteValue]

    init(_ query: EditQuery, in workspace: Workspace, before: Edit.ID?) {
        arguments = [SQLiteValue(workspace)]
        add("id < ?", before.map { SQLiteValue($0) })
        add("id < ?", query.until.map { SQLiteValue(Edit.ID.least(at: $0)) })
        add("id >= ?", query.since.map { SQLiteValue(Edit.ID.least(at: $0)) })
        add("prompt = ?", query.prompt.map { SQLiteValue($0) })
        add("author = ?", query.author.map { .text($0) })
        add("slot = ?", query.slot.map { .text($0) })
        add("kind = ?", query.kind.map { .text($0.rawValue) })
        add(query.oldTerms, side: "old", in: workspace)
        add(query.newTerms, side: "new", in: workspace)
        if let isReverted = query.isReverted {
            conditions.append(isReverted ? "reverted_by IS NOT NULL" : "reverted_by IS NULL")
        }
    }

    private mutating func add(_ condition: String, _ argument: SQLiteValue?) {
        guard let argument else { return }
        conditions.append(condition)
        arguments.append(argument)
    }

    private mutating func add(_ choices: [[String]], side: String, in workspace: Workspace) {
        let choices = choices.filter { !$0.isEmpty }.map { $0.prefix(EditQuery.maximumTerms) }
        guard !choices.isEmpty else { return }
        let lookup =
            "id IN (SELECT edit FROM edit_term WHERE workspace = ? AND side = '\(side)' AND term = ?)"
        let tests = choices.map { "(" + $0.map { _ in lookup }.joined(separator: " AND ") + ")" }
        conditions.append("(" + tests.joined(separator: " OR ") + ")")
        for term in choices.joined() { arguments += [SQLiteValue(workspace), .text(term)] }
    }

    var sql: String {
        "SELECT document, reverted_by FROM edit WHERE \(conditions.joined(separator: " AND ")) "
            + "ORDER BY id DESC LIMIT ?"
    }
}
