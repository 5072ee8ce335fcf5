package import Domain

/// What an edit did, in whole words, for people and for search.
package struct DiffSummary: Sendable, Hashable, Codable {
    /// Words that stand where others stood.
    package struct Replacement: Sendable, Hashable, Codable {
        package let old: String
        package let new: String
    }

    /// Runs of words that were not there, in order of the text.
    package let added: [String]
    package let removed: [String]
    package let replaced: [Replacement]
    /// Words in ``added`` and on the new side of ``replaced``, beyond those on its old side.
    package let addedWords: Int
    /// Words in ``removed`` and on the old side of ``replaced``, beyond those on its new side.
    package let removedWords: Int
    /// Words that have a counterpart in ``replaced``.
    package let replacedWords: Int

    /// Sums a diff up.
    ///
    /// - Parameter old: The text the diff was made for.
    /// - Throws: ``DiffError`` when it was made for another.
    package init(_ diff: Diff, of old: String) throws(DiffError) {
        let new = try diff.apply(to: old)
        let words = WholeWords(old: TokenizedText(old), new: TokenizedText(new))
        var added: [String] = []
        var removed: [String] = []
        var replaced: [Replacement] = []
        var counts = (added: 0, removed: 0, replaced: 0)
        for change in words.changes(of: diff) {
            let pair = min(change.oldWords, change.newWords)
            counts.added += change.newWords - pair
            counts.removed += change.oldWords - pair
            counts.replaced += pair
            switch (change.old.isEmpty, change.new.isEmpty) {
            case (true, true): continue
            case (true, false): added.append(change.new)
            case (false, true): removed.append(change.old)
            case (false, false): replaced.append(Replacement(old: change.old, new: change.new))
            }
        }
        self.added = added
        self.removed = removed
        self.replaced = replaced
        (addedWords, removedWords, replacedWords) = counts
    }
}

extension DiffSummary {
    /// The summary as one sentence; Korean for Korean, English for anything else.
    package func sentence(in language: Language) -> String {
        let words: SummaryWords = language == .korean ? .korean : .english
        var parts: [String] = []
        if !replaced.isEmpty {
            let pairs = replaced.map { "\(words.quoted($0.old)) → \(words.quoted($0.new))" }
            parts.append("\(words.replaced) \(pairs.joined(separator: ", "))")
        }
        if !added.isEmpty {
            parts.append("\(words.added) \(added.map(words.quoted).joined(separator: ", "))")
        }
        if !removed.isEmpty {
            parts.append("\(words.removed) \(removed.map(words.quoted).joined(separator: ", "))")
        }
        guard !parts.isEmpty else { return words.nothing }
        return parts.joined(separator: "; ") + "."
    }
}

/// The words of a summary in one language.
private struct SummaryWords {
    let replaced: String
    let added: String
    let removed: String
    let nothing: String
    let openingQuote: String
    let closingQuote: String

    static let english = Self(
        replaced: "replaced", added: "added", removed: "removed", nothing: "No words changed.",
        openingQuote: "“", closingQuote: "”")
    static let korean = Self(
        replaced: "바꿈:", added: "더함:", removed: "뺌:", nothing: "바뀐 낱말이 없습니다.",
        openingQuote: "‘", closingQuote: "’")

    func quoted(_ text: String) -> String { openingQuote + text + closingQuote }
}
