import Domain

/// A query as expressions of the full-text index, one for each rank.
struct FindSearch {
    private let facets: String
    private let words: [String]
    private let translation: [String]
    /// Numbers of the entries made in the query's time.
    let documents: ClosedRange<Int64>

    /// - Returns: nil when no prompt can fit.
    init?(_ query: PromptQuery, in workspace: Workspace) {
        words = query.words.prefix(PromptQuery.maximumWords).compactMap(FindWord.cleaned).map(Self.quoted)
        translation = query.translation.prefix(PromptQuery.maximumWords).compactMap(FindWord.cleaned)
            .map(Self.quoted)
        // Words that the index cannot hold are in no prompt.
        guard words.isEmpty == query.words.isEmpty else { return nil }
        facets = Self.facets(of: query, in: workspace)
        let least = query.since.map { Prompt.ID.least(at: $0).documentNumber } ?? 0
        let bound = query.until.map { Prompt.ID.least(at: $0).documentNumber } ?? .max
        guard least < bound else { return nil }
        documents = least...(bound - 1)
    }

    /// The ranks that the query has, the best first, with what each asks the index for.
    ///
    /// A rank leaves out what the ranks before it hold.
    var ranks: [(rank: MatchRank, expression: String)] {
        guard !words.isEmpty else { return [(.idea, facets)] }
        let all = words.joined(separator: " AND ")
        let (inIdea, anywhere) = ("{idea} : (\(all))", "{idea text} : (\(all))")
        var ranks = [(MatchRank.idea, [inIdea]), (.text, [anywhere, inIdea])]
        var before = [anywhere]
        if !translation.isEmpty {
            let translated = "{idea text} : (\(translation.joined(separator: " AND ")))"
            ranks.append((.translation, [translated, anywhere]))
            before.append(translated)
        }
        if words.count > 1 {
            ranks.append((.allButOne, ["{idea text} : (\(allButOne))"] + before))
        }
        return ranks.map { ($0.0, expression($0.1)) }
    }

    /// The first of `parts` and all facets, and none of the others.
    private func expression(_ parts: [String]) -> String {
        let wanted = "(\(parts[0])) AND (\(facets))"
        guard parts.count > 1 else { return wanted }
        return "(\(wanted)) NOT (\(parts.dropFirst().map { "(\($0))" }.joined(separator: " OR ")))"
    }

    private var allButOne: String {
        words.indices.map { left in
            let others = words.indices.filter { $0 != left }.map { words[$0] }
            return "(\(others.joined(separator: " AND ")))"
        }.joined(separator: " OR ")
    }

    private static func facets(of query: PromptQuery, in workspace: Workspace) -> String {
        var parts = [FindWord.facet(.workspace, workspace.rawValue)]
        if let category = query.category { parts.append(FindWord.facet(.category, category.rawValue)) }
        if let model = query.model { parts.append(FindWord.facet(.model, model.rawValue)) }
        if let label = query.label { parts.append(FindWord.facet(.label, label.rawValue)) }
        parts += query.tags.map { FindWord.facet(.tag, $0.rawValue) }
        if let author = query.author { parts.append(FindWord.facet(.author, author)) }
        if let outcome = query.outcome { parts.append(FindWord.facet(.outcome, outcome.rawValue)) }
        var expression = "{facets} : (\(parts.map(quoted).joined(separator: " AND ")))"
        if let rating = query.minimumRating {
            let ratings = (rating...max(rating, PromptMarks.ratings.upperBound))
                .map { quoted(FindWord.facet(.rating, "\($0)")) }
            expression += " AND {facets} : (\(ratings.joined(separator: " OR ")))"
        }
        let favourite = "{facets} : \(quoted(FindWord.facet(.favourite, "")))"
        switch query.isFavourite {
        case true?: expression += " AND \(favourite)"
        case false?: expression = "(\(expression)) NOT \(favourite)"
        case nil: break
        }
        return expression
    }

    /// A word as FTS5 takes it for nothing but a word; it holds no quotation mark.
    private static func quoted(_ word: String) -> String { "\"\(word)\"" }
}
