import Foundation

/// What speaks for a past prompt, and the score that follows from it.
///
/// Each kind says how much it saw, from 0 to 1, and has a value at which helping is as likely as not. The
/// weights come from development sets (docs/recommendation.md); those of the scenes are set by hand.
struct Evidence {
    /// How near the meanings are, 0...1; nil without vectors.
    var meaning: Double?
    /// The share of the query's words that the prompt says in near words, 0...1; nil when nothing knows near words.
    var nearWords: Double?
    /// The share of the query's words that the prompt covers, 1 when it says all of them once, at most 2; nil when
    /// the query has no words.
    var words: Double?
    /// How far the scenes agree, 0...1; nil when one of them is not known.
    var slots: Double?
    /// How each kind is weighed, which depends on the embedder.
    var channels = Channels()
    /// Whether one side excludes what the other is about.
    var isContradicted = false

    /// How one kind of evidence is weighed against the others.
    struct Channel: Sendable, Hashable {
        /// The value at which helping is as likely as not.
        let even: Double
        let weight: Double
    }

    /// How all kinds are weighed.
    struct Channels: Sendable, Hashable {
        var meaning = Channel(even: 0.45, weight: 1)
        var nearWords = Channel(even: 0.6, weight: 0)
        var words = Channel(even: 0.45, weight: 1)
        var slots = Channel(even: 0.45, weight: 1.2)
    }

    /// How sharply the score turns at the even value.
    private static let steepness = 10.0
    /// What is left of a score when one side excludes what the other is about.
    private static let contradicted = 0.25

    /// How likely the prompt is to help, 0...1; it grows with each kind of evidence.
    var score: Double {
        let kinds = [
            (meaning, channels.meaning), (nearWords, channels.nearWords), (words, channels.words),
            (slots, channels.slots),
        ]
        var excess = 0.0
        var weight = 0.0
        for case (let value?, let channel) in kinds {
            excess += (value - channel.even) * channel.weight
            weight += channel.weight
        }
        guard weight > 0 else { return 0 }
        let score = 1 / (1 + exp(-Self.steepness * excess / weight))
        return isContradicted ? score * Self.contradicted : score
    }
}
