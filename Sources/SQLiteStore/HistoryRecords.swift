import Domain

/// A prompt as it stands in its table, encoded before the writer's thread is asked.
struct PromptRecord: Sendable {
    private let prompt: Prompt
    private let idea: String
    private let draft: String

    init(_ prompt: Prompt) throws(StoreError) {
        self.prompt = prompt
        idea = try StoredDocument.encode(prompt.idea)
        draft = try StoredDocument.encode(prompt.draft)
    }

    func insert(into connection: borrowing SQLiteConnection) throws(StoreError) {
        try connection.run(
            "INSERT INTO prompt (id, workspace, idea, draft, created_at, head_number) VALUES (?, ?, ?, ?, ?, ?)",
            [
                SQLiteValue(prompt.id), SQLiteValue(prompt.workspace), .text(idea), .text(draft),
                SQLiteValue(prompt.createdAt), SQLiteValue(prompt.head.number),
            ])
    }

    /// The head's text is kept once: in the revision.
    static let select = """
        SELECT prompt.id, workspace, idea, draft, created_at, head_number, text, saved_at
        FROM prompt JOIN revision ON revision.prompt = prompt.id AND number = head_number
        WHERE\u{20}
        """

    static func prompt(from row: borrowing SQLiteRow) throws(StoreError) -> Prompt {
        Prompt(
            id: try row.identifier(0), workspace: Workspace(rawValue: try row.text(1)),
            idea: try StoredDocument.decode(Idea.self, from: row.text(2)),
            draft: try StoredDocument.decode(Draft.self, from: row.text(3)), createdAt: row.timestamp(4),
            head: Prompt.Head(number: row.integer(5), text: try row.text(6), savedAt: row.timestamp(7)))
    }
}

/// A revision as it stands in its table.
struct RevisionRecord: Sendable {
    private let revision: Revision
    private let diff: String?

    init(_ revision: Revision) throws(StoreError) {
        self.revision = revision
        diff = if let diff = revision.diff { try StoredDocument.encode(diff) } else { nil }
    }

    func insert(into connection: borrowing SQLiteConnection) throws(StoreError) {
        try connection.run(
            """
            INSERT INTO revision (prompt, number, parent, author, note, saved_at, text, diff)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                SQLiteValue(revision.prompt), SQLiteValue(revision.number), SQLiteValue(revision.parent),
                .text(revision.author), SQLiteValue(revision.note), SQLiteValue(revision.savedAt),
                .text(revision.text), SQLiteValue(diff),
            ])
    }

    static let select = """
        SELECT prompt, number, parent, author, note, saved_at, text, diff
        FROM revision WHERE prompt = ?1
        AND EXISTS (SELECT 1 FROM prompt WHERE id = ?1 AND workspace = ?2)\u{20}
        """

    static func revision(from row: borrowing SQLiteRow) throws(StoreError) -> Revision {
        let diff: Diff? =
            if let text = try row.optionalText(7) {
                try StoredDocument.decode(Diff.self, from: text)
            } else { nil }
        return Revision(
            prompt: try row.identifier(0), number: row.integer(1), parent: row.optionalInteger(2),
            author: try row.text(3), note: try row.optionalText(4), savedAt: row.timestamp(5),
            text: try row.text(6), diff: diff)
    }
}
