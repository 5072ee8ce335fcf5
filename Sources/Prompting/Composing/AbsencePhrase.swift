/// Words such as "without cars", which a model with a negative field is told there instead.
enum AbsencePhrase {
    /// The text without such words about things that are excluded anyway.
    ///
    /// - Parameter things: What must not be there, in the singular or plural.
    static func removed(from text: String, about things: [String]) -> String {
        guard !things.isEmpty, text.contains("without") else { return text }
        var words = English.words(in: text)
        for thing in things.map(bare) where !thing.isEmpty {
            while let range = range(of: thing, in: words) { words.removeSubrange(range) }
        }
        return words.joined(separator: " ")
    }

    private static func range(of thing: [String], in words: [Substring]) -> Range<Int>? {
        for start in words.indices where words[start] == "without" {
            var first = start + 1
            if first < words.count, ["any", "a", "an", "the"].contains(words[first]) { first += 1 }
            let end = first + thing.count
            guard end <= words.count else { continue }
            if bare(words[first..<end].joined(separator: " ")) == thing { return start..<end }
        }
        return nil
    }

    private static func bare(_ phrase: String) -> [String] {
        English.words(in: phrase.lowercased()).map { singular(String($0)) }
    }

    private static func singular(_ word: String) -> String {
        if let irregular = irregulars[word] { return irregular }
        if word.hasSuffix("ies"), word.count > 4 { return word.dropLast(3) + "y" }
        for ending in ["ches", "shes", "sses", "xes"] where word.hasSuffix(ending) {
            return String(word.dropLast(2))
        }
        return word.hasSuffix("s") && !word.hasSuffix("ss") ? String(word.dropLast()) : word
    }

    private static let irregulars = [
        "people": "person", "persons": "person", "men": "man", "women": "woman", "children": "child",
        "feet": "foot", "teeth": "tooth", "mice": "mouse", "geese": "goose", "leaves": "leaf",
    ]
}
