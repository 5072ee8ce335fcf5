import Domain

/// A new prompt or a new revision, encoded before a connection is asked for.
struct PromptWrite: Sendable {
    private enum Kind: Sendable {
        case create(BSONDocument)
        /// The fields are those that change with the head: none beside the main branch.
        case append(number: Int, parent: Int?, branch: ReferenceName, fields: BSONDocument, author: String)
    }

    let prompt: Prompt.ID
    let workspace: Workspace
    private let kind: Kind
    let revision: BSONDocument
    let edits: [BSONDocument]
    let entry: BSONDocument
    private let reverted: [Edit.ID]
    private let reverting: Int

    init(_ prompt: Prompt, first: Revision, words: PromptWords, recording entry: AuditEntry)
        throws(StoreError)
    {
        self.prompt = prompt.id
        workspace = prompt.workspace
        kind = .create(try Records.prompt(prompt, first: first, words: words))
        revision = try Records.revision(first, in: prompt.workspace)
        (edits, reverted, reverting) = ([], [], 0)
        self.entry = try BSONEncoder.encode(entry)
    }

    init(
        _ revision: Revision, words: PromptWords?, edits: [Edit], reverting reverted: [Edit.ID],
        recording entry: AuditEntry, in workspace: Workspace
    ) throws(StoreError) {
        prompt = revision.prompt
        self.workspace = workspace
        kind = .append(
            number: revision.number, parent: revision.parent, branch: revision.branch,
            fields: try Records.headFields(of: revision, words), author: revision.author)
        self.revision = try Records.revision(revision, in: workspace)
        var documents: [BSONDocument] = []
        for edit in edits { documents.append(try Records.edit(edit, in: workspace)) }
        (self.edits, self.reverted, reverting) = (documents, reverted, revision.number)
        self.entry = try BSONEncoder.encode(entry)
    }

    /// The change of the prompt's own document.
    ///
    /// - Parameter stored: What is there, nil when nothing is.
    /// - Throws: `StoreError.Code.conflict` or `notFound` when the write does not follow it.
    func change(of stored: BSONDocument?) throws(StoreError) -> MongoConnection.Change {
        switch kind {
        case .create(let document):
            guard stored == nil else {
                throw StoreError(.conflict, "A record with this identifier exists already")
            }
            return .insert(document)
        case .append(let number, let parent, let branch, let more, let author):
            guard let stored, stored["deletedAt"] == nil,
                stored["workspace"]?.string?.utf8.elementsEqual(workspace.rawValue.utf8) == true
            else { throw .noPrompt(prompt) }
            let place = try place(of: branch, in: stored)
            let newest = stored["newest"]?.int ?? 0
            guard newest < Int.max, number == newest + 1, parent == place.head else {
                throw StoreError(
                    .conflict,
                    "The branch \(branch) is at revision \(place.head), the newest is \(newest); revision "
                        + "\(number) does not follow")
            }
            let fields = [("newest", BSON(number)), ("branches.\(place.index).head", BSON(number))]
            return .update(
                ["_id": BSON(prompt), "newest": BSON(newest)],
                [
                    "$set": .document(BSONDocument(fields).with(more)),
                    "$addToSet": ["authors": .string(author)],
                ])
        }
    }

    /// The same change for one that is taken to follow: it fits no document when it does not.
    var hopefulChange: MongoConnection.Change {
        switch kind {
        case .create(let document): return .insert(document)
        case .append(let number, let parent, let branch, let more, let author):
            let place: BSON = [
                "$elemMatch": ["name": .string(branch.rawValue), "head": parent.map { BSON($0) } ?? .null]
            ]
            let fields: BSONDocument = ["newest": BSON(number), "branches.$.head": BSON(number)]
            return .update(
                Records.living([
                    "_id": BSON(prompt), "workspace": BSON(workspace), "newest": BSON(number &- 1),
                    "branches": place,
                ]),
                ["$set": .document(fields.with(more)), "$addToSet": ["authors": .string(author)]])
        }
    }

    private func place(of branch: ReferenceName, in stored: BSONDocument) throws(StoreError)
        -> (index: Int, head: Int)
    {
        for (index, found) in (stored["branches"]?.array ?? []).enumerated() {
            guard let name = found.document?["name"]?.string, let head = found.document?["head"]?.int,
                name.utf8.elementsEqual(branch.rawValue.utf8)
            else { continue }
            return (index, head)
        }
        throw StoreError(.notFound, "There is no branch \(branch) of prompt \(prompt)")
    }

    var reverts: [MongoConnection.Change] {
        reverted.map { id in
            .update(
                ["_id": BSON(id), "prompt": BSON(prompt), "revertedBy": ["$exists": false]],
                ["$set": ["revertedBy": BSON(reverting)]])
        }
    }
}

extension MongoConnection {
    /// Commits writes to different prompts in one transaction.
    ///
    /// - Returns: For each what became of it: one that does not follow keeps none of the others back.
    borrowing func commit(_ writes: [PromptWrite]) -> [Result<Void, StoreError>] {
        do throws(StoreError) {
            // Nearly always all of them follow, and nothing has to be read first.
            try transaction { () throws(StoreError) in
                step(.began)
                try write(writes, changes: writes.map(\.hopefulChange), orThrow: .doesNotFollow)
            }
            step(.committed)
            return writes.map { _ in .success(()) }
        } catch {
            guard error.code == .conflict else { return writes.map { _ in .failure(error) } }
            return commitLooking(writes)
        }
    }

    /// The same, with a look at what is there, so that each hears of its own.
    private borrowing func commitLooking(_ writes: [PromptWrite]) -> [Result<Void, StoreError>] {
        do throws(StoreError) {
            let results = try transaction { () throws(StoreError) in try apply(writes) }
            step(.committed)
            return results
        } catch {
            // An identifier that was taken meanwhile, but whose?
            guard error.code == .conflict, writes.count > 1 else {
                return writes.map { _ in .failure(error) }
            }
            return writes.flatMap { commitLooking([$0]) }
        }
    }

    private borrowing func apply(_ writes: [PromptWrite]) throws(StoreError) -> [Result<Void, StoreError>] {
        let stored = try storedPrompts(writes)
        step(.began)
        var (results, changes, accepted): ([Result<Void, StoreError>], [Change], [PromptWrite]) = ([], [], [])
        for write in writes {
            do throws(StoreError) {
                changes.append(try write.change(of: stored[write.prompt.rawValue]))
                accepted.append(write)
                results.append(.success(()))
            } catch {
                results.append(.failure(error))
            }
        }
        try write(accepted, changes: changes, orThrow: .overtaken)
        return results
    }

    /// Writes accepted changes with all that belongs to them.
    ///
    /// - Parameter error: What is thrown when an update finds nothing to change.
    private borrowing func write(
        _ accepted: [PromptWrite], changes: [Change], orThrow error: StoreError
    ) throws(StoreError) {
        let updates = changes.count { if case .update = $0 { true } else { false } }
        guard try self.write(changes, to: Collection.prompts) == updates else { throw error }
        step(.promptsChanged)
        try self.write(accepted.map { .insert($0.revision) }, to: Collection.revisions)
        step(.revisionsAdded)
        try self.write(
            accepted.flatMap { $0.edits.map { .insert($0) } } + accepted.flatMap(\.reverts),
            to: Collection.edits)
        step(.editsAdded)
        try self.write(accepted.map { .insert($0.entry) }, to: Collection.audit)
        step(.entriesAdded)
    }

    private borrowing func storedPrompts(_ writes: [PromptWrite]) throws(StoreError) -> [String: BSONDocument]
    {
        let found = try find(
            Collection.prompts, ["_id": ["$in": .array(writes.map { BSON($0.prompt) })]],
            projection: [
                "workspace": 1, "newest": 1, "branches.name": 1, "branches.head": 1,
                "deletedAt": 1,
            ])
        return found.reduce(into: [:]) { $0[$1["_id"]?.string ?? ""] = $1 }
    }
}

extension StoreError {
    /// One of several writes does not follow; which one has to be looked for.
    fileprivate static let doesNotFollow = Self(.conflict, "The history has gone on meanwhile")
}
