import Foundation

/// What speaks for a past prompt, and the score that follows from it.
///
/// Each channel says how much it saw, from 0 to 1, and has a value at which helping is as likely as
/// not. The weights of meaning and words come from logistic regression on pairs of captions that
/// people rated, with as many random pairs; those of the scenes are set by hand.
struct Evidence {
    /// How near the meanings are, 0...1; nil without vectors.
    var meaning: Double?
    /// How the meaning is weighed, which depends on the embedder; nil weighs it like the words.
    var meaningChannel: Channel?
    /// The share of the query's words that the prompt covers, 0...1; nil when the query has no words.
    var words: Double?
    /// How far the scenes agree, 0...1; nil when one of them is not known.
    var slots: Double?
    /// Whether one side excludes what the other is about.
    var isContradicted = false

    /// How one kind of evidence is weighed against the others.
    struct Channel: Sendable, Hashable {
        /// The value at which helping is as likely as not.
        let even: Double
        /// Its weight beside the words, which have 1.
        let weight: Double
    }

    private static let wordsChannel = Channel(even: 0.45, weight: 1)
    private static let slotsChannel = Channel(even: 0.45, weight: 1.2)
    /// How sharply the score turns at the even value.
    private static let steepness = 10.0
    /// What is left of a score when one side excludes what the other is about.
    private static let contradicted = 0.25

    /// How likely the prompt is to help, 0...1; it grows with each kind of evidence.
    var score: Double {
        let channels = [
            (meaning, meaningChannel ?? Self.wordsChannel), (words, Self.wordsChannel),
            (slots, Self.slotsChannel),
        ]
        var excess = 0.0
        var weight = 0.0
        for case (let value?, let channel) in channels {
            excess += (value - channel.even) * channel.weight
            weight += channel.weight
        }
        guard weight > 0 else { return 0 }
        let score = 1 / (1 + exp(-Self.steepness * excess / weight))
        return isContradicted ? score * Self.contradicted : score
    }
}
