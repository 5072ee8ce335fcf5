package import Domain

/// What somebody looks for among edits.
package struct EditSearch: Sendable, Hashable {
    /// Words that were there before, in Korean or English.
    package var from: String?
    /// Words that came instead.
    package var to: String?
    /// Everything else; its terms are made of ``from`` and ``to``.
    package var query = EditQuery()

    package init() {}
}

extension Studio {
    /// Finds edits of all prompts, the newest first.
    ///
    /// - Throws: ``InputError`` naming `from` or `to` when it holds no word or too many, or ``StoreError``.
    package func edits(_ search: EditSearch, in workspace: Workspace, before: Edit.ID?, limit: Int)
        async throws -> [Edit]
    {
        var query = search.query
        query.oldTerms = try await terms(search.from, field: "from")
        query.newTerms = try await terms(search.to, field: "to")
        return try await parts.history.edits(matching: query, in: workspace, before: before, limit: limit)
    }

    /// The words as they were typed, and what Korean ones are in English.
    private func terms(_ text: String?, field: String) async throws -> [[String]] {
        guard let text else { return [] }
        let typed = SearchTerms.terms(of: text)
        guard !typed.isEmpty else {
            throw InputError(field: field, code: .malformed, expected: "a word or more")
        }
        guard typed.count <= EditQuery.maximumTerms else {
            throw InputError(
                field: field, code: .tooLong, expected: "at most \(EditQuery.maximumTerms) words")
        }
        guard let idea = try? Idea(typed: text), idea.language == .korean,
            let english = await parts.recommender.translation(of: idea)
        else { return [typed] }
        let translated = Array(
            SearchTerms.terms(of: english).filter { !Self.isSmallWord($0) }.prefix(EditQuery.maximumTerms))
        return translated.isEmpty || translated == typed ? [typed] : [typed, translated]
    }

    /// Words that a translation adds and an edit may lack.
    private static func isSmallWord(_ term: String) -> Bool {
        ["a", "an", "the", "at", "in", "on", "of", "by", "with", "to", "and"].contains(term)
    }
}
