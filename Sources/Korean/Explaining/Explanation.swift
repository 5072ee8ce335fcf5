package import Domain

/// How an idea was understood, and why: what `reprise explain` shows.
package struct Explanation: Sendable, Hashable, Codable {
    package let idea: String
    package let language: Language
    /// The words of each sentence; empty for English ideas, whose words stay as they are.
    package let sentences: [[ExplainedWord]]
    package let understanding: Understanding

    /// - Parameters:
    ///   - idea: The text that was read.
    ///   - language: Its language.
    ///   - sentences: What is known about its words.
    ///   - understanding: What became of the whole.
    package init(
        idea: String, language: Language, sentences: [[ExplainedWord]] = [], understanding: Understanding
    ) {
        self.idea = idea
        self.language = language
        self.sentences = sentences
        self.understanding = understanding
    }
}

/// A word of the idea with everything that was decided about it.
package struct ExplainedWord: Sendable, Hashable, Codable {
    /// The words of the idea, without the particle.
    package let source: SourceSpan
    package let morphemes: [ExplainedMorpheme]
    /// The dictionary form that was looked up.
    package let lemma: String
    /// What its particle makes of it, such as "subject"; nil for words without one.
    package let role: String?
    /// Its English; nil for what says nothing.
    package let english: String?
    package let certainty: Certainty?
    package let reason: SenseReason
    /// What in the idea fits the condition of the sense, such as "verb 내리다".
    package let evidence: [String]
    /// The row of the lexicon; nil for words that no lexicon holds.
    package let sense: ExplainedSense?
    /// The other senses of the same word.
    package let alternatives: [ExplainedSense]
    /// Where it landed; empty for what is no content.
    package let slots: [String]
}

/// A morpheme as the dictionary names it.
package struct ExplainedMorpheme: Sendable, Hashable, Codable {
    package let surface: String
    package let tag: String
}

/// A row of the lexicon.
package struct ExplainedSense: Sendable, Hashable, Codable {
    package let english: String
    /// The file that holds it, such as `nature.tsv`.
    package let file: String
    /// The row's grammar, such as `kind=animal`.
    package let grammar: [String]
    /// What must stand where for it to hold, as `verb:내리다|오다`; empty for the usual sense.
    package let condition: String
}

/// Why a word means what it means here.
package enum SenseReason: String, Sendable, Hashable, Codable, CaseIterable {
    /// The words around it meet the sense's condition.
    case company
    /// No other sense's condition is met.
    case usual
    /// The lexicon holds one sense.
    case only
    /// Made from a word that the lexicon holds, as 청소되다 is from 청소하다.
    case derived
    /// Kept as it is written: Latin letters, digits, quotes, emoji.
    case verbatim
    /// Numbers, counters, determiners, adverbs and words of position mean one thing.
    case fixed
    /// No lexicon holds it.
    case unknown
    /// Asks for the video, or names it, and says nothing about what is to be seen.
    case request
    /// Joins or ends other words.
    case grammar
}
