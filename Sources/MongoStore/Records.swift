import Domain

/// The documents of the collections: values of the domain, with what is searched or counted beside them.
enum Records {
    /// A prompt with its main branch.
    static func prompt(_ prompt: Prompt, first: Revision, words: PromptWords) throws(StoreError)
        -> BSONDocument
    {
        let main = Branch(name: .main, at: 1, author: first.author, createdAt: prompt.createdAt)
        return try Self.prompt(
            of: PromptHistory(prompt: prompt, revisions: [first], branches: [main]), words)
    }

    /// A prompt with all that its own document says of its history.
    static func prompt(of history: PromptHistory, _ words: PromptWords) throws(StoreError) -> BSONDocument {
        let authors = Set(history.revisions.map(\.author)).sorted()
        var (branches, labels): ([BSON], [BSON]) = ([], [])
        for branch in history.branches { branches.append(.document(try BSONEncoder.encode(branch))) }
        for label in history.labels { labels.append(.document(try BSONEncoder.encode(label))) }
        return try BSONEncoder.encode(history.prompt).with([
            "newest": BSON(history.revisions.count), "branches": .array(branches), "labels": .array(labels),
            "authors": .array(authors.map { .string($0) }), "isKept": .bool(history.prompt.marks.isKept),
            "words": Self.words(words),
        ])
    }

    static func revision(_ revision: Revision, in workspace: Workspace) throws(StoreError) -> BSONDocument {
        try BSONDocument([
            ("_id", .document(revisionID(revision.number, of: revision.prompt))),
            ("workspace", BSON(workspace)),
        ]).with(BSONEncoder.encode(revision))
    }

    /// What changes in the prompt's document with a revision.
    static func headFields(of revision: Revision, _ words: PromptWords?) throws(StoreError) -> BSONDocument {
        var fields: [(String, BSON)] = []
        if revision.branch == .main {
            fields.append(("head", .document(try BSONEncoder.encode(Prompt.Head(of: revision)))))
        }
        if let words { fields.append(("words", Self.words(words))) }
        return BSONDocument(fields)
    }

    /// Revisions of a prompt lie side by side, in order.
    static func revisionID(_ number: Int, of prompt: Prompt.ID) -> BSONDocument {
        ["prompt": BSON(prompt), "number": BSON(number)]
    }

    static func edit(_ edit: Edit, in workspace: Workspace) throws(StoreError) -> BSONDocument {
        try BSONEncoder.encode(edit).with(["workspace": BSON(workspace)])
    }

    /// Reads documents as values of the domain.
    static func values<Value: Decodable>(_ type: Value.Type, _ documents: [BSONDocument]) throws(StoreError)
        -> [Value]
    {
        var values: [Value] = []
        for document in documents { values.append(try BSONDecoder.decode(type, from: document)) }
        return values
    }
}

extension StoreError {
    static func noPrompt(_ id: Prompt.ID) -> Self { Self(.notFound, "There is no prompt \(id)") }

    static func noRevision(_ number: Int, of id: Prompt.ID) -> Self {
        Self(.notFound, "There is no revision \(number) of prompt \(id)")
    }
}

/// Pages of a list.
enum Page {
    /// At most 1000 entries, whatever was asked for; nil for none.
    static func limit(_ wanted: Int) -> Int? { wanted > 0 ? min(wanted, 1000) : nil }
}
