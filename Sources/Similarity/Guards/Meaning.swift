package import Domain

/// What an idea says, in one form for all wordings of the same.
///
/// Two ideas may share an answer only when their meanings are equal. Words that carry nothing (articles,
/// tense, politeness) are gone, inflected words stand in their base form, and words of one sense stand as
/// one of them; whatever is not known to mean the same stays apart.
package struct Meaning: Sendable, Hashable {
    /// A word of an idea in its one form, with what sort of word it is.
    struct Token: Sendable, Hashable {
        let text: String
        let guardKind: Guard
    }

    package let language: Language
    /// Who does what to whom, in the order that tells it; each item is one word or one statement.
    let structure: [String]
    /// The same words without their order, sorted, for naming what differs.
    let tokens: [Token]
    /// How it is to look as a whole: a difference here asks for another prompt of the same scene.
    package let styles: [String]

    init(language: Language, structure: [String], tokens: [Token], styles: [String]) {
        self.language = language
        self.structure = structure
        self.tokens = tokens.sorted { ($0.guardKind.rawValue, $0.text) < ($1.guardKind.rawValue, $1.text) }
        self.styles = Array(Set(styles)).sorted()
    }

    /// The meaning as text of its one form, for an embedder; styles are left out.
    package var text: String { structure.joined(separator: " ") }

    /// The words it is made of, in the order of its form.
    package var words: [String] { structure.flatMap { $0.split(separator: " ").map(String.init) } }

    /// How much two meanings have in common, 0...1; style is left out.
    ///
    /// Twice what they share over what they have (L. R. Dice, 1945), over words and over pairs of
    /// neighbours, which tell the order.
    package func similarity(to other: Meaning) -> Double {
        guard language == other.language, !isEmpty, !other.isEmpty else { return 0 }
        return (Self.dice(words, other.words) + Self.dice(pairs, other.pairs)) / 2
    }

    private var pairs: [String] {
        let words = ["^"] + self.words + ["$"]
        return zip(words, words.dropFirst()).map { "\($0) \($1)" }
    }

    private static func dice(_ first: [String], _ second: [String]) -> Double {
        var counts = first.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
        var shared = 0
        for word in second {
            guard let count = counts[word], count > 0 else { continue }
            counts[word] = count - 1
            shared += 1
        }
        return 2 * Double(shared) / Double(first.count + second.count)
    }

    /// Whether there is something to compare at all.
    package var isEmpty: Bool { structure.isEmpty }

    /// Reads an idea in English.
    package init(english text: String) {
        self = EnglishMeaning.meaning(of: text)
    }

    /// Reads an idea in Korean.
    ///
    /// - Parameter morphemes: What the analyzer made of the idea.
    package init(korean morphemes: [Morpheme]) {
        self = KoreanMeaning.meaning(of: morphemes)
    }
}
