/// Words of a prompt that say what must not be there.
struct NegationWords {
    /// The negation itself: "without".
    let word: String
    /// What must not be there, when it is a bare thing; nil for "not wearing a hat".
    let thing: String?
    /// All of it, with the words that lead to it.
    let range: Range<Int>?

    /// Finds the first negation; one of a bare thing comes before the others.
    init?(in text: TextWords) {
        let words = text.words
        let found = words.indices.filter { Self.negations.contains(words[$0].text) }
        guard let first = found.first else { return nil }
        for index in found {
            guard let things = Self.thing(after: index, words) else { continue }
            word = words[index].text
            thing = words[things].map(\.text).joined(separator: " ")
            range = Self.start(of: index, words)..<things.upperBound
            return
        }
        word = words[first].text
        thing = nil
        range = nil
    }

    /// Up to four words that name a thing, without their article.
    private static func thing(after negation: Int, _ words: [TextWords.Word]) -> Range<Int>? {
        guard ["no", "without", "not"].contains(words[negation].text), !words[negation].endsPhrase else {
            return nil
        }
        // "A cat, not a puppy" names a thing, "a dog not moving" does not.
        if words[negation].text == "not" {
            guard negation > 0, words[negation - 1].endsPhrase || words[negation - 1].text == "but" else {
                return nil
            }
        }
        var start = negation + 1
        if start < words.count, articles.contains(words[start].text) { start += 1 }
        var end = start
        while end < words.count, end - start < 4, !boundaries.contains(words[end].text) {
            end += 1
            if words[end - 1].endsPhrase { break }
        }
        let isWhole =
            end == words.count || end > start && words[end - 1].endsPhrase
            || boundaries.contains(words[min(end, words.count - 1)].text)
        guard end > start, isWhole, !words[start..<end].contains(where: { isVerb($0.text) }) else {
            return nil
        }
        return start..<end
    }

    /// "with no cars" goes whole.
    private static func start(of negation: Int, _ words: [TextWords.Word]) -> Int {
        guard negation > 0, ["with", "and", "but", "has", "having"].contains(words[negation - 1].text),
            !words[negation - 1].endsPhrase
        else { return negation }
        return negation - 1
    }

    private static func isVerb(_ word: String) -> Bool {
        word.hasSuffix("ing")
            && !["building", "morning", "evening", "ceiling", "string", "ring", "lighting"].contains(word)
            || ["one", "longer", "more", "matter", "less", "is", "are", "to"].contains(word)
    }

    private static let negations: Set<String> = [
        "no", "not", "without", "never", "don't", "doesn't", "isn't", "aren't",
    ]
    private static let articles: Set<String> = ["a", "an", "the", "any"]
    private static let boundaries: Set<String> = [
        "in", "on", "at", "under", "over", "by", "with", "without", "during", "through", "beside", "near",
        "along", "among", "inside", "outside", "around", "across", "behind", "between", "above", "below",
        "into", "from", "while", "as", "when", "where", "that", "which", "and", "or", "but", "is", "are",
        "of", "for", "to", "before", "after", "who", "no", "not",
    ]
}
