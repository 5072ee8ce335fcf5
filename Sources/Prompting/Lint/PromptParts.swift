/// A prompt taken apart into sentences and the phrases between their commas; quotes stay whole.
struct PromptParts: Sendable, Hashable {
    struct Sentence: Sendable, Hashable {
        var phrases: [String]
        let end: String
    }

    private(set) var sentences: [Sentence] = []

    init(_ text: String) {
        var phrase = ""
        var phrases: [String] = []
        var isQuoted = false
        let characters = Array(text)
        for (index, character) in characters.enumerated() {
            let isBeforeSpace = index + 1 == characters.count || characters[index + 1].isWhitespace
            if character == "“" || character == "\"" && !isQuoted {
                isQuoted = true
            } else if character == "”" || character == "\"" {
                isQuoted = false
            }
            if !isQuoted, isBeforeSpace, character == "," || ".!?".contains(character) {
                phrases.append(phrase.withoutOuterSpace)
                phrase = ""
                if character == "," { continue }
                sentences.append(Sentence(phrases: phrases, end: String(character)))
                phrases = []
            } else {
                phrase.append(character)
            }
        }
        if !phrase.withoutOuterSpace.isEmpty { phrases.append(phrase.withoutOuterSpace) }
        if !phrases.isEmpty { sentences.append(Sentence(phrases: phrases, end: "")) }
    }

    /// The parts put together again, each sentence beginning with a capital.
    var text: String {
        sentences.map { sentence in
            English.capitalized(sentence.phrases.filter { !$0.isEmpty }.joined(separator: ", "))
                + sentence.end
        }.joined(separator: " ")
    }

    var phrases: [String] { sentences.flatMap(\.phrases) }

    /// Removes the last phrase that is chosen, and its sentence when nothing else stands there.
    ///
    /// - Returns: Whether one was removed.
    mutating func removeLast(where isChosen: (String) -> Bool) -> Bool {
        for sentence in sentences.indices.reversed() {
            guard let phrase = sentences[sentence].phrases.lastIndex(where: isChosen) else { continue }
            sentences[sentence].phrases.remove(at: phrase)
            if sentences[sentence].phrases.isEmpty { sentences.remove(at: sentence) }
            return true
        }
        return false
    }

    /// Changes every phrase; an empty one is left out.
    mutating func rewrite(_ change: (String) -> String) {
        for index in sentences.indices {
            sentences[index].phrases = sentences[index].phrases.map(change).filter { !$0.isEmpty }
        }
        sentences.removeAll { $0.phrases.isEmpty }
    }
}

extension String {
    var withoutOuterSpace: String {
        var rest = self[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
