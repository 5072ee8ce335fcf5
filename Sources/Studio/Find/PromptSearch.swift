package import Domain

/// What somebody looks for among prompts.
package struct PromptSearch: Sendable, Hashable {
    /// Words in Korean or English.
    package var text: String?
    /// Everything else; its words are made of ``text``.
    package var query = PromptQuery()

    package init() {}
}

/// A page of what was found, the best rank first, in it the newest.
package struct FoundPage: Sendable, Hashable {
    package let prompts: [HighlightedPrompt]
    /// Where the next page begins; nil behind the last.
    package let next: FindMark?
}

/// A prompt that was found, with the words it was found by.
package struct HighlightedPrompt: Sendable, Hashable {
    package let prompt: Prompt
    package let rank: MatchRank
    package let idea: [HighlightedText]
    package let text: [HighlightedText]
}

/// A piece of a text: all pieces one after the other are the text, composed.
package struct HighlightedText: Sendable, Hashable {
    package let text: String
    /// Whether it is a word that was looked for.
    package let isMatch: Bool
}
