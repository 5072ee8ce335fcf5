import Domain

/// Everything about a prompt of another store, encoded before the writer's thread is asked.
struct PromptHistoryRecord: Sendable {
    private let history: PromptHistory
    private let lines: FindLines
    private let prompt: PromptRecord
    private var revisions: [RevisionRecord] = []
    private var edits: [EditRecord] = []
    private var reviews: [ReviewRecord] = []
    private var entries: [AuditRecord] = []

    /// - Throws: `StoreError.Code.conflict` when the history is not whole.
    init(_ history: PromptHistory, words: PromptWords) throws(StoreError) {
        guard history.isWhole else {
            throw StoreError(.conflict, "The history of prompt \(history.prompt.id) is not whole")
        }
        self.history = history
        lines = FindLines(words)
        prompt = try PromptRecord(history.prompt)
        for revision in history.revisions { revisions.append(try RevisionRecord(revision)) }
        for edit in history.edits { edits.append(try EditRecord(edit)) }
        for review in history.reviews { reviews.append(try ReviewRecord(review)) }
        for entry in history.entries { entries.append(try AuditRecord(entry)) }
    }

    func insert(into connection: borrowing SQLiteConnection) throws(StoreError) {
        let (id, workspace) = (history.prompt.id, history.prompt.workspace)
        try prompt.insert(into: connection)
        for revision in revisions { try revision.insert(into: connection) }
        for branch in history.branches { try BranchRecord.insert(branch, of: id, into: connection) }
        for edit in edits { try edit.insert(into: connection, in: workspace) }
        for review in reviews { try review.insert(into: connection) }
        for label in history.labels { try LabelRecord.write(label, to: connection) }
        for entry in entries { try entry.insert(into: connection) }
        try FindEntry.insert(lines, of: id, into: connection)
    }
}
