/// The little English grammar that joining phrases needs.
enum English {
    private static let prepositions: Set<String> = [
        "in", "on", "at", "under", "over", "by", "with", "without", "during", "through", "beside", "near",
        "along", "among", "amid", "inside", "outside", "around", "across", "behind", "between", "above",
        "below", "into", "onto", "from", "toward", "towards", "beneath", "against", "before", "after",
        "while", "as", "when", "next", "beyond", "within", "throughout", "underneath", "past", "off", "to",
        "until", "down", "up", "of",
    ]

    private static let articles: Set<String> = ["a", "an", "the"]

    static func startsWithPreposition(_ text: String) -> Bool {
        words(in: text).first.map { prepositions.contains($0.lowercased()) } ?? false
    }

    static func words(in text: String) -> [Substring] {
        text.split(whereSeparator: isSpace)
    }

    /// White space, told without Unicode's tables where it is ASCII.
    static func isSpace(_ character: Character) -> Bool {
        guard let byte = character.asciiValue else { return character.isWhitespace }
        return byte == 0x20 || (0x09...0x0D).contains(byte)
    }

    /// "a", "a and b", "a, b and c".
    static func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " and " + last
    }

    static func capitalized(_ text: String) -> String {
        guard let first = text.first, first.isLowercase else { return text }
        return first.uppercased() + text.dropFirst()
    }

    /// Without an article or preposition that directly repeats itself, and with single spaces; what stands
    /// in quotes stays as it is.
    static func withoutDoubledWords(_ text: String) -> String {
        guard let open = text.firstIndex(of: "“"), let close = text[open...].firstIndex(of: "”") else {
            return withoutDoubledWords(unquoted: text)
        }
        let before = withoutDoubledWords(unquoted: String(text[..<open]))
        let behind = text[text.index(after: close)...]
        let after = withoutDoubledWords(String(behind))
        return [before, text[open...close] + (behind.first == " " || after.isEmpty ? "" : after)]
            .filter { !$0.isEmpty }.joined(separator: " ") + (behind.first == " " ? " " + after : "")
    }

    private static func withoutDoubledWords(unquoted text: String) -> String {
        var kept: [Substring] = []
        for word in words(in: text) {
            let isSmall = prepositions.contains(word.lowercased()) || articles.contains(word.lowercased())
            // Other words may well stand twice: "twinkle twinkle".
            if isSmall, kept.last?.lowercased() == word.lowercased() { continue }
            kept.append(word)
        }
        return kept.joined(separator: " ")
    }

    /// "in bright light", "at golden hour"; a light that has its preposition keeps it.
    static func inLight(_ light: String) -> String {
        if startsWithPreposition(light) { return light }
        return light.lowercased().hasSuffix("hour") ? "at \(light)" : "in \(light)"
    }

    static func withoutArticle(_ phrase: String) -> String {
        let words = words(in: phrase)
        guard let first = words.first?.lowercased(), articles.contains(first) else { return phrase }
        return words.dropFirst().joined(separator: " ")
    }

    private static let withoutArticles = ["motion", "focus", "field", "foreground", "tones", "colors"]

    /// "a medium shot", "an overhead shot"; "the last shot" and "slow motion" stay as they are.
    static func withArticle(_ phrase: String) -> String {
        guard let first = words(in: phrase).first?.lowercased(), !articles.contains(first),
            !withoutArticles.contains(where: phrase.lowercased().hasSuffix)
        else { return phrase }
        return ("aeiou".contains(first.prefix(1)) ? "an " : "a ") + phrase
    }

    /// How long a video is, as a sentence.
    static func length(_ seconds: Int) -> String {
        "The video is \(seconds) second\(seconds == 1 ? "" : "s") long"
    }

    /// Text that ends as a sentence does.
    static func sentence(_ text: String) -> String {
        let text = capitalized(text)
        guard let last = text.last else { return "" }
        return ".!?".contains(last) ? text : text + "."
    }
}
