/// Which prompts are looked for; what is nil or empty does not matter.
package struct PromptQuery: Sendable, Hashable {
    /// The most words of one query.
    package static let maximumWords = 8

    /// Words as ``PromptWords`` has them, each once.
    package var words: [String] = []
    /// What ``words`` are in English, in the same form; empty when they are English.
    package var translation: [String] = []
    package var category: Category?
    /// The target model of the head.
    package var model: ModelName?
    /// A label that points to one of its revisions.
    package var label: ReferenceName?
    /// All of them.
    package var tags: [Tag] = []
    /// Who saved one of its revisions.
    package var author: String?
    package var outcome: PromptOutcome?
    package var isFavourite: Bool?
    /// 1...5.
    package var minimumRating: Int?
    /// The earliest moment of its making, included.
    package var since: Timestamp?
    /// The moment before which it was made.
    package var until: Timestamp?

    package init() {}
}

/// How well a prompt fits the words of a query, the best first.
///
/// It depends on nothing but the query and the prompt, so that a page stays where it is while others
/// write.
package enum MatchRank: Int, Sendable, Hashable, Codable, CaseIterable, Comparable {
    /// All words are in the idea; so is every prompt when there are no words.
    case idea
    /// All words are in the idea or in the text.
    case text
    /// The translated words are in the idea or in the text.
    case translation
    /// All words but one are in the idea or in the text.
    case allButOne

    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
}

/// A prompt that fits a query.
package struct FoundPrompt: Sendable, Hashable {
    package let prompt: Prompt
    package let rank: MatchRank

    package init(prompt: Prompt, rank: MatchRank) {
        self.prompt = prompt
        self.rank = rank
    }

    /// Where the next page begins behind it.
    package var mark: FindMark { FindMark(rank: rank, prompt: prompt.id) }
}

/// A place in the order of what was found: the best rank first, in it the newest prompt.
package struct FindMark: Sendable, Hashable {
    package let rank: MatchRank
    package let prompt: Prompt.ID

    package init(rank: MatchRank, prompt: Prompt.ID) {
        self.rank = rank
        self.prompt = prompt
    }
}
