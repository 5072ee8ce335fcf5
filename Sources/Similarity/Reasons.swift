import Domain

/// Why a past prompt is offered, the strongest reason first.
struct Reasons {
    let query: RecommendationQuery
    let entry: RecommendationEntry
    let evidence: Evidence
    let agreement: SlotAgreement?

    /// From here on the meaning of two texts is alike enough to say so.
    private static let notableMeaning = 0.5
    private static let meaningStrength = 0.4
    private static let wordsStrength = 0.3

    var list: [Recommendation.Reason] {
        var weighed = slots
        let told = Set(weighed.flatMap { $0.reason.words.flatMap { Words(of: $0).map(\.stem) } })
        let words = sharedTerms.filter { term in !told.contains(where: { $0.contains(Self.stem(of: term)) }) }
        if !words.isEmpty {
            weighed.append(
                (.init(kind: .sharedWords, words: words), Self.wordsStrength * (evidence.words ?? 0)))
        }
        if let meaning = evidence.meaning, meaning >= Self.notableMeaning {
            weighed.append((.init(kind: .similarMeaning, words: []), Self.meaningStrength * meaning))
        }
        return weighed.enumerated().sorted {
            $0.element.strength == $1.element.strength
                ? $0.offset < $1.offset : $0.element.strength > $1.element.strength
        }.map(\.element.reason) + further
    }

    /// What came of it, what people changed in it, and where it goes another way.
    private var further: [Recommendation.Reason] {
        let outcome = entry.outcome
        let told: [(Recommendation.Reason.Kind, [String])] = [
            (.wellReceived, outcome.praise), (.edited, outcome.changes),
            (.differs, agreement?.differences ?? []),
        ]
        return told.filter { !$0.1.isEmpty }.map { .init(kind: $0.0, words: $0.1) }
    }

    private typealias Weighed = (reason: Recommendation.Reason, strength: Double)

    private var slots: [Weighed] {
        guard let agreement else { return slotsByWords }
        return agreement.shared.map { shared in
            let words = shared.items.map { wording(of: $0.query.phrase, name: $0.query.name) }
            return (.init(kind: shared.slot.reason, words: words), shared.strength)
        }
    }

    /// Without a scene of the query: its terms, looked up in the words that the entry's scene came from.
    private var slotsByWords: [Weighed] {
        Slot.allCases.compactMap { slot in
            let words = slot.items(of: entry.scene).flatMap { item in
                let source = Set(Words(of: item.phrase.source?.text ?? "").map(\.text))
                return sharedTerms.filter { term in
                    source.contains { $0.hasPrefix(term) } || item.words.contains(Self.stem(of: term))
                }
            }
            guard !words.isEmpty else { return nil }
            return (.init(kind: slot.reason, words: words.uniqued), slot.weight)
        }
    }

    /// How the reader said it: the last of the query's terms in the phrase's source, else English.
    private func wording(of phrase: Phrase, name: String) -> String {
        guard let source = phrase.source?.text else { return name }
        let said = query.terms.filter { !CommonWords.contains($0) && source.contains($0) }
        let shared = said.filter(entry.terms.contains)
        return shared.last ?? said.last ?? name
    }

    /// The query's terms that the entry's idea or prompt holds too.
    private var sharedTerms: [String] {
        let known = LexicalDocument(terms: entry.terms, idea: entry.idea, prompt: entry.text).weights
        let said = query.terms.isEmpty ? Words(of: query.idea).map(\.text) : query.terms
        return said.filter { !CommonWords.contains($0) && known[Self.stem(of: $0)] != nil }.uniqued
    }

    private static func stem(of term: String) -> String { Words(of: term).first { _ in true }?.stem ?? term }
}

extension Array where Element: Hashable {
    /// The elements without repetition, in order.
    fileprivate var uniqued: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
