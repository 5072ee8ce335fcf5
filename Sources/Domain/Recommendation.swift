/// A past prompt offered for an idea.
package struct Recommendation: Sendable, Hashable, Codable {
    package let prompt: Prompt.ID
    package let revision: Int
    /// The idea it was written for.
    package let idea: String
    /// Its English text, as last saved.
    package let text: String
    /// How likely it is to help, 0...1.
    package let score: Double
    /// Why it is offered, the strongest reason first.
    package let reasons: [Reason]
    /// How many near-duplicates it stands for besides itself.
    package let alike: Int

    /// Something that two prompts have in common.
    package struct Reason: Sendable, Hashable, Codable {
        package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
            case sharedSubject, sharedAction, sharedPlace, sharedTime, sharedStyle, sharedWords,
                similarMeaning
            /// What it shows otherwise than the idea.
            case differs
            /// People changed it, and that was kept.
            case edited
            /// A review approved it, people rated it well or took it up again.
            case wellReceived
        }

        package let kind: Kind
        /// The words that are shared, in the language of the reader's idea where there are any.
        package let words: [String]

        package init(kind: Kind, words: [String]) {
            self.kind = kind
            self.words = words
        }
    }

    package init(
        prompt: Prompt.ID, revision: Int, idea: String, text: String, score: Double, reasons: [Reason],
        alike: Int = 0
    ) {
        self.prompt = prompt
        self.revision = revision
        self.idea = idea
        self.text = text
        self.score = score
        self.reasons = reasons
        self.alike = alike
    }
}
