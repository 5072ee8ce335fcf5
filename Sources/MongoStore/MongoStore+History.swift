package import Domain

extension MongoStore: HistoryStore {
    package func create(_ prompt: Prompt, first: Revision, words: PromptWords, recording entry: AuditEntry)
        async throws(StoreError)
    {
        guard first.prompt == prompt.id, first.number == 1, first.branch == .main,
            prompt.head == Prompt.Head(of: first)
        else { throw StoreError(.conflict, "The first revision is not the one that the prompt names") }
        try await commit(PromptWrite(prompt, first: first, words: words, recording: entry))
    }

    package func append(
        _ revision: Revision, words: PromptWords?, edits: [Edit], reverting reverted: [Edit.ID],
        recording entry: AuditEntry, in workspace: Workspace
    ) async throws(StoreError) {
        try await commit(
            PromptWrite(
                revision, words: words, edits: edits, reverting: reverted, recording: entry, in: workspace))
    }

    package func create(
        _ branch: Branch, of id: Prompt.ID, recording entry: AuditEntry, in workspace: Workspace
    ) async throws(StoreError) {
        let document = try BSONEncoder.encode(branch)
        try await change(recording: entry) { (connection) throws(StoreError) in
            let prompt = try connection.requirePrompt(id, in: workspace, revision: branch.start)
            let names = (prompt["branches"]?.array ?? []).compactMap { $0.document?["name"]?.string }
            guard !names.contains(where: { $0.utf8.elementsEqual(branch.name.rawValue.utf8) }) else {
                throw StoreError(.conflict, "There is a branch \(branch.name) already")
            }
            return [
                .update(
                    ["_id": BSON(id)], ["$push": ["branches": .document(document)]],
                    in: Collection.prompts)
            ]
        }
    }

    package func branches(of id: Prompt.ID, in workspace: Workspace) async throws(StoreError) -> [Branch] {
        try await run { (connection) throws(StoreError) in
            let prompt = try connection.requirePrompt(id, in: workspace)
            let documents = (prompt["branches"]?.array ?? []).compactMap(\.document)
            return try Records.values(Branch.self, documents).sorted {
                ($0.createdAt, $0.name.rawValue.bytes) < ($1.createdAt, $1.name.rawValue.bytes)
            }
        }
    }

    package func prompt(_ id: Prompt.ID, in workspace: Workspace) async throws(StoreError) -> Prompt {
        let filter = Records.living(["_id": BSON(id), "workspace": BSON(workspace)])
        guard let prompt = try await values(Prompt.self, in: Collection.prompts, filter, limit: 1).first
        else { throw .noPrompt(id) }
        return prompt
    }

    package func revision(_ number: Int, of id: Prompt.ID, in workspace: Workspace) async throws(StoreError)
        -> Revision
    {
        let filter: BSONDocument = [
            "_id": .document(Records.revisionID(number, of: id)), "workspace": BSON(workspace),
            "inTrash": ["$exists": false],
        ]
        guard let revision = try await values(Revision.self, in: Collection.revisions, filter, limit: 1).first
        else { throw .noRevision(number, of: id) }
        return revision
    }

    package func revisions(of id: Prompt.ID, in workspace: Workspace) async throws(StoreError) -> [Revision] {
        let filter: BSONDocument = [
            "_id": Records.allRevisions(of: id), "workspace": BSON(workspace), "inTrash": ["$exists": false],
        ]
        let found = try await values(Revision.self, in: Collection.revisions, filter, sort: ["_id": 1])
        // A prompt is saved together with its first revision.
        guard !found.isEmpty else { throw .noPrompt(id) }
        return found
    }

    package func prompts(in workspace: Workspace, before: Prompt.ID?, limit: Int) async throws(StoreError)
        -> [Prompt]
    {
        try await page(
            Prompt.self, of: Collection.prompts, in: workspace, before: before, limit: limit,
            where: Records.living([:]))
    }

    package func allPrompts(after: Prompt.ID?, limit: Int) async throws(StoreError) -> [Prompt] {
        guard let limit = Page.limit(limit) else { return [] }
        let filter: BSONDocument = if let after { ["_id": ["$gt": BSON(after)]] } else { [:] }
        return try await values(
            Prompt.self, in: Collection.prompts, Records.living(filter), sort: ["_id": 1], limit: limit,
            from: .nearby)
    }

    package func checkHealth() async throws(StoreError) {
        try await run { (connection) throws(StoreError) in
            let hello = try connection.command(["hello": 1], of: "admin")
            guard hello["isWritablePrimary"]?.bool == true else {
                throw StoreError(.unavailable, "MongoDB has no primary to write to")
            }
            _ = try connection.find(Collection.meta, ["_id": "schema"], limit: 1)
        }
    }

    private func commit(_ write: PromptWrite) async throws(StoreError) {
        try await commits.add(write) { writes in
            do throws(StoreError) {
                return try await run(.write) { (connection) throws(StoreError) in connection.commit(writes) }
            } catch {
                return writes.map { _ in .failure(error) }
            }
        }
    }
}

extension Records {
    /// Numbers that `_id` of a prompt's revisions has.
    static func allRevisions(of prompt: Prompt.ID) -> BSON {
        ["$gte": .document(revisionID(0, of: prompt)), "$lte": .document(revisionID(.max, of: prompt))]
    }
}

extension String {
    /// For comparing as stores do: by bytes, not by language.
    var bytes: BytesInOrder { BytesInOrder(text: self) }
}

/// Text that sorts by its bytes.
struct BytesInOrder: Comparable {
    let text: String

    static func < (lhs: Self, rhs: Self) -> Bool { lhs.text.utf8.lexicographicallyPrecedes(rhs.text.utf8) }
    static func == (lhs: Self, rhs: Self) -> Bool { lhs.text.utf8.elementsEqual(rhs.text.utf8) }
}
