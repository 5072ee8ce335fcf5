import Domain

/// A prompt as it stands in its table, encoded before the writer's thread is asked.
struct PromptRecord: Sendable {
    private let prompt: Prompt
    private let idea: String
    private let draft: String
    private let marks: String

    init(_ prompt: Prompt) throws(StoreError) {
        self.prompt = prompt
        idea = try StoredDocument.encode(prompt.idea)
        draft = try StoredDocument.encode(prompt.draft)
        marks = try StoredDocument.encode(prompt.marks)
    }

    func insert(into connection: borrowing SQLiteConnection) throws(StoreError) {
        try connection.run(
            """
            INSERT INTO prompt (id, workspace, idea, draft, created_at, category, marks, is_kept, deleted_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                SQLiteValue(prompt.id), SQLiteValue(prompt.workspace), .text(idea), .text(draft),
                SQLiteValue(prompt.createdAt), .text(prompt.draft.category.rawValue), .text(marks),
                .integer(prompt.marks.isKept ? 1 : 0), SQLiteValue(prompt.deletedAt),
            ])
    }

    /// What the head says is kept once: in the revision.
    static let columns = """
        SELECT prompt.id, workspace, prompt.idea, draft, prompt.created_at, head, revision.text, settings,
            saved_at, marks, deleted_at

        """

    static let select =
        columns + """
            FROM prompt JOIN branch ON branch.prompt = prompt.id AND branch.name = 'main'
            JOIN revision ON revision.prompt = prompt.id AND number = head
            WHERE\u{20}
            """

    static func prompt(from row: borrowing SQLiteRow) throws(StoreError) -> Prompt {
        let settings = try StoredDocument.decode(StoredSettings.self, from: row.text(7))
        return Prompt(
            id: try row.identifier(0), workspace: Workspace(rawValue: try row.text(1)),
            idea: try StoredDocument.decode(Idea.self, from: row.text(2)),
            draft: try StoredDocument.decode(Draft.self, from: row.text(3)), createdAt: row.timestamp(4),
            head: Prompt.Head(
                number: row.integer(5), configuration: settings.configuration(text: try row.text(6)),
                savedAt: row.timestamp(8)),
            marks: try StoredDocument.decode(PromptMarks.self, from: row.text(9)),
            deletedAt: row.optionalTimestamp(10))
    }
}

/// A revision as it stands in its table.
struct RevisionRecord: Sendable {
    private let revision: Revision
    private let diff: String?
    private let settings: String
    private let changes: String

    init(_ revision: Revision) throws(StoreError) {
        self.revision = revision
        diff = if let diff = revision.diff { try StoredDocument.encode(diff) } else { nil }
        settings = try StoredDocument.encode(StoredSettings(revision.configuration))
        changes = try StoredDocument.encode(revision.changes)
    }

    func insert(into connection: borrowing SQLiteConnection) throws(StoreError) {
        try connection.run(
            """
            INSERT INTO revision (prompt, number, parent, merged_from, branch, author, note, saved_at, text,
                settings, diff, changes)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                SQLiteValue(revision.prompt), SQLiteValue(revision.number), SQLiteValue(revision.parent),
                SQLiteValue(revision.mergedFrom), .text(revision.branch.rawValue), .text(revision.author),
                SQLiteValue(revision.note), SQLiteValue(revision.savedAt), .text(revision.text),
                .text(settings), SQLiteValue(diff), .text(changes),
            ])
    }

    static let select = """
        SELECT prompt, number, parent, merged_from, branch, author, note, saved_at, text, settings, diff,
            changes
        FROM revision WHERE prompt = ?1
        AND EXISTS (SELECT 1 FROM prompt WHERE id = ?1 AND workspace = ?2 AND deleted_at IS NULL)\u{20}
        """

    static func revision(from row: borrowing SQLiteRow) throws(StoreError) -> Revision {
        let diff: Diff? =
            if let text = try row.optionalText(10) {
                try StoredDocument.decode(Diff.self, from: text)
            } else { nil }
        let settings = try StoredDocument.decode(StoredSettings.self, from: row.text(9))
        return Revision(
            prompt: try row.identifier(0), number: row.integer(1), parent: row.optionalInteger(2),
            mergedFrom: row.optionalInteger(3), branch: try row.name(4), author: try row.text(5),
            note: try row.optionalText(6), savedAt: row.timestamp(7),
            configuration: settings.configuration(text: try row.text(8)), diff: diff,
            changes: try StoredDocument.decode([FieldChange].self, from: row.text(11)))
    }
}

/// A configuration without its text, which has a column of its own.
private struct StoredSettings: Codable {
    let idea: Idea
    let negative: String?
    let model: ModelName
    let parameters: PromptParameters

    init(_ configuration: Configuration) {
        idea = configuration.idea
        negative = configuration.negative
        model = configuration.model
        parameters = configuration.parameters
    }

    func configuration(text: String) -> Configuration {
        Configuration(idea: idea, text: text, negative: negative, model: model, parameters: parameters)
    }
}

/// A branch as it stands in its table.
enum BranchRecord {
    static let select = """
        SELECT name, start, head, author, created_at FROM branch WHERE prompt = ?1
        AND EXISTS (SELECT 1 FROM prompt WHERE id = ?1 AND workspace = ?2 AND deleted_at IS NULL)
        ORDER BY created_at, name
        """

    static func insert(
        _ branch: Branch, of prompt: Prompt.ID, into connection: borrowing SQLiteConnection
    ) throws(StoreError) {
        try connection.run(
            "INSERT INTO branch (prompt, name, start, head, author, created_at) VALUES (?, ?, ?, ?, ?, ?)",
            [
                SQLiteValue(prompt), .text(branch.name.rawValue), SQLiteValue(branch.start),
                SQLiteValue(branch.head), .text(branch.author), SQLiteValue(branch.createdAt),
            ])
    }

    static func branch(from row: borrowing SQLiteRow) throws(StoreError) -> Branch {
        Branch(
            name: try row.name(0), start: row.integer(1), head: row.integer(2), author: try row.text(3),
            createdAt: row.timestamp(4))
    }
}
