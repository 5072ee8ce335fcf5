/// The words of an English text, and whether a sentence ends behind each.
struct FactWords: Sequence, IteratorProtocol {
    struct Token {
        let text: String
        let endsSentence: Bool
    }

    private var rest: Substring

    init(_ text: String) { rest = text[...] }

    mutating func next() -> Token? {
        rest = rest.drop { !Self.isInWord($0) }
        guard !rest.isEmpty else { return nil }
        let word = rest.prefix { Self.isInWord($0) || $0 == "'" || $0 == "’" }
        rest = rest[word.endIndex...]
        let end = rest.first { !$0.isWhitespace }
        let text = String(word).replacing("’", with: "'").replacing("'s", with: "")
        return Token(text: text, endsSentence: end.map { ".!?\"“”".contains($0) } ?? true)
    }

    private static func isInWord(_ character: Character) -> Bool {
        character.isLetter || character.isNumber
    }
}
