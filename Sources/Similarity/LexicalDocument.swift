import Foundation

/// The words of a text as the lexical index compares them, each with how much it counts.
///
/// Content words given by the caller and English stems count fully. Pairs of Hangul syllables
/// find what a dictionary splits differently and count less, as do the words of a long prompt.
package struct LexicalDocument: Sendable, Hashable {
    /// Weight by word: the sum over its occurrences.
    package private(set) var weights: [String: Float] = [:]

    private static let pairWeight: Float = 0.3
    private static let promptWeight: Float = 0.6
    /// How much more the first word of a prompt counts than its last, and in how many words that wears off:
    /// a prompt says first what it is about.
    private static let lead: Float = 4
    private static let leadLength: Float = 10

    /// Creates a document.
    ///
    /// - Parameters:
    ///   - terms: Content words in dictionary form, such as Korean morphemes without particles.
    ///   - idea: A short text in any language.
    ///   - prompt: A longer English text that stands behind it.
    package init(terms: [String], idea: String, prompt: String = "") {
        // A word is often both a term and in the text; it counts once for each time it is said.
        var given: [String: Float] = [:]
        for word in terms.flatMap(Words.init(of:)) where !word.isCommon { given[word.stem, default: 0] += 1 }
        var said: [String: Float] = [:]
        for word in Words(of: idea) { Self.count(word, into: &said) }
        weights = given.merging(said, uniquingKeysWith: max)
        let content = Words(of: prompt).filter { !$0.isHangul && !$0.isCommon }
        for (place, word) in content.enumerated() {
            weights[word.stem, default: 0] +=
                Self.promptWeight * (1 + Self.lead * exp(-Float(place) / Self.leadLength))
        }
    }

    init(_ entry: RecommendationEntry) {
        self.init(
            terms: entry.terms, idea: entry.idea,
            prompt: entry.english.isEmpty ? entry.text : entry.english + " " + entry.text)
    }

    private static func count(_ word: Word, into weights: inout [String: Float]) {
        if word.isHangul {
            for pair in word.syllablePairs where !CommonWords.contains(pair) {
                weights[pair, default: 0] += pairWeight
            }
        } else if !word.isCommon {
            weights[word.stem, default: 0] += 1
        }
    }

    package var isEmpty: Bool { weights.isEmpty }

    /// The words and weights in one fixed order, since the order of a sum changes its last bits.
    var ordered: [(word: String, weight: Float)] {
        weights.sorted { $0.key < $1.key }.map { (word: $0.key, weight: $0.value) }
    }

    /// Weighted Jaccard similarity, 0...1.
    func overlap(with other: LexicalDocument) -> Double {
        var shared: Float = 0
        var all: Float = 0
        for word in Set(weights.keys).union(other.weights.keys).sorted() {
            let (one, two) = (weights[word] ?? 0, other.weights[word] ?? 0)
            shared += min(one, two)
            all += max(one, two)
        }
        return all > 0 ? Double(shared / all) : 0
    }
}
