package import Domain

extension Studio {
    /// Finds prompts by words, by what they are and by what people noted about them.
    ///
    /// - Parameters:
    ///   - search: Words in Korean or English, and filters that must all hold.
    ///   - after: Where the page before ended.
    ///   - limit: At most how many, 1...100.
    /// - Throws: ``InputError`` naming `q` when it holds no word or too many; ``StoreError``.
    package func find(_ search: PromptSearch, in workspace: Workspace, after: FindMark? = nil, limit: Int)
        async throws -> FoundPage
    {
        var query = search.query
        if let text = search.text {
            query.words = try await words(of: text)
            query.translation = await translatedWords(of: text, besides: query.words)
        }
        let found = try await parts.history.find(query, in: workspace, after: after, limit: limit + 1)
        let wanted = Set(query.words + query.translation)
        var prompts: [HighlightedPrompt] = []
        for hit in found.prefix(limit) {
            let head = hit.prompt.head.configuration
            prompts.append(
                HighlightedPrompt(
                    prompt: hit.prompt, rank: hit.rank,
                    idea: await highlight(wanted, in: head.idea.text),
                    text: await highlight(wanted, in: head.text)))
        }
        return FoundPage(
            prompts: prompts, next: found.count > limit ? found.prefix(limit).last?.mark : nil)
    }

    private var spotter: WordSpotter { parts.recommender.reader.spotter }

    /// The words that a query asks for; those that stand in any idea only if there are no others.
    private func words(of text: String) async throws -> [String] {
        let spotted = try await spotter.words(of: text)
        let telling = spotted.filter { !$0.isCommon }
        let words = (telling.isEmpty ? spotted : telling).compactMap(\.forms.first).withoutRepeats
        guard !words.isEmpty else {
            throw InputError(field: "q", code: .malformed, expected: "a word or more")
        }
        guard words.count <= PromptQuery.maximumWords else {
            throw InputError(
                field: "q", code: .tooLong, expected: "at most \(PromptQuery.maximumWords) words")
        }
        return words
    }

    /// What Korean words are in English; none when they cannot be read.
    private func translatedWords(of text: String, besides words: [String]) async -> [String] {
        guard let idea = try? Idea(typed: text), idea.language == .korean,
            let english = await parts.recommender.translation(of: idea),
            let spotted = try? await spotter.words(of: english)
        else { return [] }
        let translated = spotted.filter { !$0.isCommon }.flatMap(\.forms).withoutRepeats
        return translated == words ? [] : Array(translated.prefix(PromptQuery.maximumWords))
    }

    /// Cuts a text into the words that are wanted and what lies between them.
    private func highlight(_ wanted: Set<String>, in text: String) async -> [HighlightedText] {
        let composed = WordSpotter.composed(text)
        let all = [HighlightedText(text: composed, isMatch: false)]
        guard !wanted.isEmpty, let words = try? await spotter.words(of: text) else { return all }
        let bytes = composed.utf8
        var pieces: [HighlightedText] = []
        var position = 0
        func add(upTo end: Int, isMatch: Bool) {
            guard position < end else { return }
            let range =
                bytes.index(
                    bytes.startIndex, offsetBy: position)..<bytes.index(
                    bytes.startIndex, offsetBy: end)
            pieces.append(HighlightedText(text: String(composed[range]), isMatch: isMatch))
            position = end
        }
        for word in words where word.forms.contains(where: wanted.contains) {
            add(upTo: word.place.lowerBound, isMatch: false)
            add(upTo: word.place.upperBound, isMatch: true)
        }
        add(upTo: bytes.count, isMatch: false)
        return pieces.isEmpty ? all : pieces
    }
}

extension [String] {
    fileprivate var withoutRepeats: Self {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
