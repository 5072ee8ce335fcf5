/// How much two texts, each in Korean or English, say the same.
///
/// Meaning decides: the cosine of the English embeddings. Shared words of a common language add a
/// little, and what cannot both be true (another colour, number or gender) takes a little away. The
/// weights are the flat top of a grid over rated caption pairs (docs/recommendation.md).
package struct TextSimilarity: Sendable {
    private let space: VectorSpace?

    private static let wordsWeight = 0.05
    private static let conflictWeight = 0.04

    /// - Parameter space: Where the vectors come from; nil compares words only.
    package init(space: VectorSpace?) { self.space = space }

    /// From 0, nothing in common, to 1, the same; made for comparing pairs with each other.
    package func similarity(of one: ComparableText, and other: ComparableText) -> Double {
        let words = Self.sharedParts(one, other)
        guard let first = one.vector, let second = other.vector, first.count == second.count, space != nil
        else { return words }
        let cosine = Double(zip(first, second).reduce(0) { $0 + $1.0 * $1.1 })
        let conflicts = Conflicts.between(one.english, other.english)
        let raw = cosine + Self.wordsWeight * words - Self.conflictWeight * Double(conflicts.count)
        return min(max(raw / (1 + Self.wordsWeight), 0), 1)
    }

    /// The cosine of the parts of words, in the language that both have.
    private static func sharedParts(_ one: ComparableText, _ other: ComparableText) -> Double {
        let isOwn = one.terms.isEmpty == other.terms.isEmpty
        let (first, second) = isOwn ? (one.text, other.text) : (one.english, other.english)
        return WordParts(first).cosine(with: WordParts(second))
    }
}

/// The parts of a text's words with how often they stand in it: trigrams of letters, pairs of syllables.
struct WordParts {
    private let counts: [String: Double]
    private let length: Double

    init(_ text: String) {
        var counts: [String: Double] = [:]
        for word in Words(of: text) {
            for part in word.parts { counts[part, default: 0] += 1 }
        }
        self.counts = counts
        length = counts.values.reduce(0) { $0 + $1 * $1 }.squareRoot()
    }

    /// 0...1; 0 when one of them has no words.
    func cosine(with other: WordParts) -> Double {
        guard length > 0, other.length > 0 else { return 0 }
        // In one fixed order, since the order of a sum changes its last bits; whole counts do not round.
        let shared = counts.reduce(0) { $0 + $1.value * (other.counts[$1.key] ?? 0) }
        return min(shared / (length * other.length), 1)
    }
}
