import Domain

/// What a prompt is found by beside its words.
enum FindFacets {
    enum Kind: String {
        /// The workspace, of prompts that are not in the trash.
        case workspace
        case category, model, label, tag, author, outcome, favourite, rating
    }

    /// Reads all facets of a prompt from its tables; nothing for one in the trash.
    static func line(of prompt: Prompt.ID, on connection: borrowing SQLiteConnection) throws(StoreError)
        -> String
    {
        var facets: [String] = []
        try connection.run(ownFacets, [SQLiteValue(prompt)]) { (row) throws(StoreError) in
            facets = [
                FindWord.facet(.workspace, try row.text(0)), FindWord.facet(.category, try row.text(1)),
                FindWord.facet(.model, try row.text(2)),
            ]
            let marks = try StoredDocument.decode(PromptMarks.self, from: row.text(3))
            facets += marks.tags.map { FindWord.facet(.tag, $0.rawValue) }
            facets += marks.outcomes.map { FindWord.facet(.outcome, $0.rawValue) }
            if marks.isFavourite { facets.append(FindWord.facet(.favourite, "")) }
            if let rating = marks.rating { facets.append(FindWord.facet(.rating, "\(rating)")) }
        }
        guard !facets.isEmpty else { return "" }
        for (kind, sql) in [
            (Kind.label, "SELECT name FROM label WHERE prompt = ?1 ORDER BY name"),
            (.author, "SELECT DISTINCT author FROM revision WHERE prompt = ?1 ORDER BY author"),
        ] {
            try connection.run(sql, [SQLiteValue(prompt)]) { (row) throws(StoreError) in
                facets.append(FindWord.facet(kind, try row.text(0)))
            }
        }
        return facets.joined(separator: " ")
    }

    /// The facets after a revision was saved: its author among them and, on `main`, its model.
    static func line(_ line: String, after revision: Revision) -> String {
        var facets = line.split(separator: " ").map(String.init)
        if revision.branch == .main {
            let model = FindWord.facet(.model, revision.configuration.model.rawValue)
            facets = facets.map { $0.hasPrefix("\(Kind.model.rawValue)x") ? model : $0 }
        }
        let author = FindWord.facet(.author, revision.author)
        if !facets.contains(author) { facets.append(author) }
        return facets.joined(separator: " ")
    }

    private static let ownFacets = """
        SELECT workspace, category, settings ->> 'model', marks
        FROM prompt JOIN branch ON branch.prompt = prompt.id AND branch.name = 'main'
        JOIN revision ON revision.prompt = prompt.id AND number = head
        WHERE prompt.id = ?1 AND deleted_at IS NULL
        """
}
