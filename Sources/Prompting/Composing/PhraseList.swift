/// Phrases to look for, taken apart once.
struct PhraseList: Sendable, ExpressibleByArrayLiteral {
    fileprivate let words: Set<String>
    fileprivate let sequences: [WordSequence]

    init(_ phrases: [String]) {
        let all = phrases.map { WordSequence($0) }
        words = Set(all.filter { $0.count == 1 }.map(\.last))
        sequences = all.filter { $0.count > 1 }
    }

    init(arrayLiteral phrases: String...) { self.init(phrases) }
}

extension WordSequence {
    /// Whether any of the phrases stands here.
    func containsAny(of list: PhraseList) -> Bool {
        words.contains(where: list.words.contains) || list.sequences.contains { contains($0) }
    }
}
