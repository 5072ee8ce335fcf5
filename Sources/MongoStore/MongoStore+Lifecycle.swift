package import Domain

extension MongoStore: LifecycleStore {
    package func mark(
        _ id: Prompt.ID, with change: MarksChange, recording entry: AuditEntry?, in workspace: Workspace
    ) async throws(StoreError) -> Prompt {
        let entry = try entry.map { (entry) throws(StoreError) in try BSONEncoder.encode(entry) }
        return try await run(.write) { (connection) throws(StoreError) in
            try connection.transaction { () throws(StoreError) in
                let filter = Records.living(["_id": BSON(id), "workspace": BSON(workspace)])
                guard let stored = try connection.find(Collection.prompts, filter, limit: 1).first else {
                    throw .noPrompt(id)
                }
                var prompt = try BSONDecoder.decode(Prompt.self, from: stored)
                prompt.marks = try prompt.marks.applying(change)
                let fields: BSON = [
                    "marks": .document(try BSONEncoder.encode(prompt.marks)),
                    "isKept": .bool(prompt.marks.isKept),
                ]
                try connection.write([.update(["_id": BSON(id)], ["$set": fields])], to: Collection.prompts)
                if let entry { try connection.write([.insert(entry)], to: Collection.audit) }
                return prompt
            }
        }
    }

    package func delete(
        _ id: Prompt.ID, at now: Timestamp, recording entry: AuditEntry, in workspace: Workspace
    ) async throws(StoreError) {
        try await change(recording: entry) { (connection) throws(StoreError) in
            _ = try connection.requirePrompt(id, in: workspace)
            return [.update(["_id": BSON(id)], ["$set": ["deletedAt": .date(now)]], in: Collection.prompts)]
                + Records.parts(of: id) { .updateAll($0, ["$set": ["inTrash": true]]) }
        }
    }

    package func restore(_ id: Prompt.ID, recording entry: AuditEntry, in workspace: Workspace)
        async throws(StoreError)
    {
        let filter: BSONDocument = [
            "_id": BSON(id), "workspace": BSON(workspace), "deletedAt": ["$exists": true],
        ]
        try await change(recording: entry) { (connection) throws(StoreError) in
            guard try !connection.find(Collection.prompts, filter, limit: 1, projection: ["_id": 1]).isEmpty
            else { throw StoreError(.notFound, "There is no prompt \(id) in the trash") }
            return [.update(["_id": BSON(id)], ["$unset": ["deletedAt": ""]], in: Collection.prompts)]
                + Records.parts(of: id) { .updateAll($0, ["$unset": ["inTrash": ""]]) }
        }
    }

    package func purge(_ id: Prompt.ID, recording entry: AuditEntry, in workspace: Workspace)
        async throws(StoreError)
    {
        let mine: BSONDocument = ["_id": BSON(id), "workspace": BSON(workspace)]
        try await change(recording: entry) { (connection) throws(StoreError) in
            guard try !connection.find(Collection.prompts, mine, limit: 1, projection: ["_id": 1]).isEmpty
            else { throw .noPrompt(id) }
            let feedback = RecordChange(
                collection: Collection.feedback, change: .deleteAll(["prompt": BSON(id)]), mustFit: false)
            return [.delete(mine, from: Collection.prompts), feedback]
                + Records.parts(of: id) { .deleteAll($0) }
        }
    }

    package func deletedPrompts(in workspace: Workspace, before: Prompt.ID?, limit: Int)
        async throws(StoreError) -> [Prompt]
    {
        try await page(
            Prompt.self, of: Collection.prompts, in: workspace, before: before, limit: limit,
            where: ["deletedAt": ["$exists": true]])
    }

    package func prompts(deletedBefore moment: Timestamp, limit: Int) async throws(StoreError) -> [Prompt] {
        guard let limit = Page.limit(limit) else { return [] }
        return try await values(
            Prompt.self, in: Collection.prompts, ["deletedAt": ["$lt": .date(moment)]],
            sort: ["deletedAt": 1, "_id": 1], limit: limit)
    }

    package func prompts(untouchedSince moment: Timestamp, limit: Int) async throws(StoreError) -> [Prompt] {
        guard let limit = Page.limit(limit) else { return [] }
        let filter: BSONDocument = [
            "isKept": false, "_id": ["$lt": BSON(Prompt.ID.least(at: moment))],
            "head.savedAt": ["$lt": .date(moment)], "labels": [],
        ]
        return try await values(
            Prompt.self, in: Collection.prompts, Records.living(filter), sort: ["isKept": 1, "_id": 1],
            limit: limit)
    }

    package func insert(_ histories: [(history: PromptHistory, words: PromptWords)])
        async throws(StoreError)
    {
        var records: [HistoryRecord] = []
        for (history, words) in histories { records.append(try HistoryRecord(history, words)) }
        _ = try await run(.write) { [records] (connection) throws(StoreError) in
            try connection.transaction { () throws(StoreError) in
                for record in records {
                    for (collection, changes) in record.changes {
                        try connection.write(changes, to: collection)
                    }
                }
            }
        }
    }
}

extension PromptMarks {
    fileprivate func applying(_ change: MarksChange) throws(StoreError) -> Self {
        do throws(InputError) {
            return try change.applied(to: self)
        } catch {
            throw StoreError(.conflict, error.description)
        }
    }
}

extension Records {
    /// The condition that leaves out what is in the trash.
    static func living(_ filter: BSONDocument) -> BSONDocument {
        filter.with(["deletedAt": ["$exists": false]])
    }

    /// The same change of everything that belongs to a prompt, but the trail and its own document.
    static func parts(
        of prompt: Prompt.ID, _ change: (BSONDocument) -> MongoConnection.Change
    ) -> [RecordChange] {
        [
            RecordChange(
                collection: Collection.revisions, change: change(["_id": allRevisions(of: prompt)]),
                mustFit: false),
            RecordChange(
                collection: Collection.edits, change: change(["prompt": BSON(prompt)]), mustFit: false),
            RecordChange(
                collection: Collection.reviews, change: change(["prompt": BSON(prompt)]), mustFit: false),
        ]
    }
}

/// A prompt of another store with everything about it, encoded before a connection is asked for.
private struct HistoryRecord: Sendable {
    let changes: [(collection: String, changes: [MongoConnection.Change])]

    /// - Throws: `StoreError.Code.conflict` when the history is not whole.
    init(_ history: PromptHistory, _ words: PromptWords) throws(StoreError) {
        guard history.isWhole else {
            throw StoreError(.conflict, "The history of prompt \(history.prompt.id) is not whole")
        }
        let workspace = history.prompt.workspace
        changes = [
            (Collection.prompts, [.insert(try Records.prompt(of: history, words))]),
            (
                Collection.revisions,
                try Self.inserts(history.revisions) { (revision) throws(StoreError) in
                    try Records.revision(revision, in: workspace)
                }
            ),
            (
                Collection.edits,
                try Self.inserts(history.edits) { (edit) throws(StoreError) in
                    try Records.edit(edit, in: workspace)
                }
            ),
            (
                Collection.reviews,
                try Self.inserts(history.reviews) { (review) throws(StoreError) in
                    try BSONEncoder.encode(review)
                }
            ),
            (
                Collection.audit,
                try Self.inserts(history.entries) { (entry) throws(StoreError) in
                    try BSONEncoder.encode(entry)
                }
            ),
        ]
    }

    private static func inserts<Value>(
        _ values: [Value], _ encode: (Value) throws(StoreError) -> BSONDocument
    ) throws(StoreError) -> [MongoConnection.Change] {
        var changes: [MongoConnection.Change] = []
        for value in values { changes.append(.insert(try encode(value))) }
        return changes
    }
}
