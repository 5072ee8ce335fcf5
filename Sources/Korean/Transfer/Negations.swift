/// Says whether the English still denies what the idea denies.
struct Negations {
    private let tokens: [String]
    /// Whether the idea denies more often than its English does.
    private let areFewer: Bool

    /// - Parameters:
    ///   - words: The idea.
    ///   - tokens: Its English, in lower case.
    init(_ words: [Word], in tokens: [String]) {
        self.tokens = tokens
        let denied = words.count { word in
            word.kind == .predicate ? word.ending.isNegated : Self.excluding.contains(word.particle)
        }
        areFewer = tokens.count(where: Self.negatives.contains) < denied
    }

    /// Whether a negated predicate stands in the English without its "not".
    ///
    /// - Parameter gloss: What the English says for the predicate.
    func lack(_ word: Word, _ gloss: String) -> Bool {
        guard word.kind == .predicate, word.ending.isNegated, areFewer else { return false }
        let stems = gloss.lowercased().split(separator: " ").map { $0.prefix(4) }
        return !tokens.indices.contains { index in
            stems.contains { tokens[index].hasPrefix($0) }
                && tokens[max(0, index - Self.reach)..<index].contains(where: Self.negatives.contains)
        }
    }

    /// How many words before its predicate a "not" may stand: "do not come out of the cold water".
    private static let reach = 6

    private static let excluding: Set = [Role.excluded.rawValue, "말고"]

    private static let negatives: Set = [
        "not", "no", "without", "never", "nobody", "nothing", "cannot", "none", "neither", "nor", "unable",
    ]
}
