import Foundation

/// What speaks for a past prompt, and the score that follows from it.
struct Evidence {
    /// How near the meanings are, 0...1; nil without vectors.
    var meaning: Double?
    /// The share of the query's words that the prompt covers, 0...1; nil when the query has no words.
    var words: Double?
    /// How far the scenes agree, 0...1; nil when one of them is not known.
    var slots: Double?
    /// Whether one side excludes what the other is about.
    var isContradicted = false

    private static let meaningWeight = 2.0
    private static let wordsWeight = 1.2
    private static let slotsWeight = 1.2
    /// Evidence at which helping is as likely as not, and how sharply the score turns there.
    private static let even = 0.42
    private static let steepness = 9.0
    /// What is left of a score when one side excludes what the other is about.
    private static let contradicted = 0.25

    /// How likely the prompt is to help, 0...1; it grows with each kind of evidence.
    var score: Double {
        let known = [
            (meaning, Self.meaningWeight), (words, Self.wordsWeight), (slots, Self.slotsWeight),
        ].compactMap { value, weight in value.map { ($0, weight) } }
        let weight = known.reduce(0) { $0 + $1.1 }
        guard weight > 0 else { return 0 }
        let mean = known.reduce(0) { $0 + $1.0 * $1.1 } / weight
        let score = 1 / (1 + exp(-Self.steepness * (mean - Self.even)))
        return isContradicted ? score * Self.contradicted : score
    }
}
