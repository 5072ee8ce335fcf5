package import Domain

extension MongoStore: PromptIndex {
    package func find(_ query: PromptQuery, in workspace: Workspace, after: FindMark?, limit: Int)
        async throws(StoreError) -> [FoundPrompt]
    {
        guard let limit = Page.limit(limit) else { return [] }
        let search = FindFilter(query, in: workspace)
        return try await run { (connection) throws(StoreError) in
            var found: [FoundPrompt] = []
            for (rank, condition) in search.ranks where rank >= after?.rank ?? .idea && found.count < limit {
                var filter = search.facets.with(condition)
                if let after, after.rank == rank {
                    filter = ["$and": [.document(filter), ["_id": ["$lt": BSON(after.prompt)]]]]
                }
                let documents = try connection.find(
                    Collection.prompts, filter, sort: ["_id": -1], limit: limit - found.count)
                for prompt in try Records.values(Prompt.self, documents) {
                    found.append(FoundPrompt(prompt: prompt, rank: rank))
                }
            }
            return found
        }
    }

    package func prompts(withoutWordsOf version: String, limit: Int) async throws(StoreError) -> [Prompt] {
        guard let limit = Page.limit(limit) else { return [] }
        return try await values(
            Prompt.self, in: Collection.prompts, ["words.version": ["$ne": .string(version)]], limit: limit)
    }

    package func index(
        _ words: PromptWords, of id: Prompt.ID, revision number: Int, in workspace: Workspace
    ) async throws(StoreError) {
        let mine: BSONDocument = ["_id": BSON(id), "workspace": BSON(workspace)]
        let change: BSONDocument = ["$set": ["words": Records.words(words)]]
        try await run(.write) { (connection) throws(StoreError) in
            let current = mine.with(["head.number": BSON(number)])
            if try connection.write([.update(current, change)], to: Collection.prompts) == 1 { return }
            guard try !connection.find(Collection.prompts, mine, limit: 1, projection: ["_id": 1]).isEmpty
            else { throw .noPrompt(id) }
        }
    }
}

extension Records {
    /// Words as they are searched: those of the idea, and those of idea and text.
    static func words(_ words: PromptWords) -> BSON {
        let all = words.idea + words.text.filter { !words.idea.contains($0) }
        return [
            "version": .string(words.version), "idea": .array(words.idea.map { .string($0) }),
            "all": .array(all.map { .string($0) }),
        ]
    }
}

/// A query for prompts as conditions of MongoDB, one for each rank.
struct FindFilter {
    /// What every rank asks for beside the words.
    let facets: BSONDocument
    private let words: [BSON]
    private let translation: [BSON]

    init(_ query: PromptQuery, in workspace: Workspace) {
        words = query.words.prefix(PromptQuery.maximumWords).map { .string($0) }
        translation = query.translation.prefix(PromptQuery.maximumWords).map { .string($0) }
        var conditions: [(String, BSON)] = []
        func add(_ field: String, _ value: BSON?) {
            if let value { conditions.append((field, value)) }
        }
        add("draft.category", query.category.map { .string($0.rawValue) })
        add("head.configuration.model", query.model.map { .string($0.rawValue) })
        add("labels.name", query.label.map { .string($0.rawValue) })
        add("authors", query.author.map { .string($0) })
        add("marks.outcomes", query.outcome.map { .string($0.rawValue) })
        add("marks.isFavourite", query.isFavourite.map { .bool($0) })
        add("marks.rating", query.minimumRating.map { ["$gte": BSON($0)] })
        if !query.tags.isEmpty {
            add("marks.tags", ["$all": .array(query.tags.map { .string($0.rawValue) })])
        }
        var times: [(String, BSON)] = []
        if let since = query.since { times.append(("$gte", BSON(Prompt.ID.least(at: since)))) }
        if let until = query.until { times.append(("$lt", BSON(Prompt.ID.least(at: until)))) }
        if !times.isEmpty { add("_id", .document(BSONDocument(times))) }
        facets = Records.living(["workspace": BSON(workspace)]).with(BSONDocument(conditions))
    }

    /// The ranks that the query has, the best first; a rank leaves out what the ranks before it hold.
    var ranks: [(rank: MatchRank, condition: BSONDocument)] {
        guard !words.isEmpty else { return [(.idea, [:])] }
        let anywhere: BSON = ["words.all": ["$all": .array(words)]]
        let inIdea: BSON = ["words.idea": ["$all": .array(words)]]
        var ranks: [(MatchRank, BSONDocument)] = [
            // Both, since only one of them has an index.
            (.idea, ["$and": [anywhere, inIdea]]), (.text, ["$and": [anywhere], "$nor": [inIdea]]),
        ]
        var before = [anywhere]
        if !translation.isEmpty {
            let translated: BSON = ["words.all": ["$all": .array(translation)]]
            ranks.append((.translation, ["$and": [translated], "$nor": .array(before)]))
            before.append(translated)
        }
        if words.count > 1 {
            ranks.append((.allButOne, ["$and": [["$or": .array(allButOne)]], "$nor": .array(before)]))
        }
        return ranks
    }

    private var allButOne: [BSON] {
        words.indices.map { left in
            let others = words.indices.filter { $0 != left }.map { words[$0] }
            return ["words.all": ["$all": .array(others)]]
        }
    }
}
