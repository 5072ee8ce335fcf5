/// The words of a text that stand outside quotes, each with its place.
struct TextWords {
    struct Word {
        /// In lower case, without punctuation around it.
        let text: String
        let range: Range<String.Index>
        /// Whether punctuation follows.
        let endsPhrase: Bool
    }

    private(set) var words: [Word] = []
    let text: String

    init(_ text: String) {
        self.text = text
        var isQuoted = false
        for part in text.split(whereSeparator: English.isSpace) {
            let opens = part.contains("“") || part.first == "\""
            if !isQuoted, !opens { words.append(Self.word(part)) }
            if opens { isQuoted = true }
            let bare = part.drop { "“\"".contains($0) }
            if bare.contains("”") || bare.contains("\"") { isQuoted = false }
        }
    }

    private static func word(_ part: Substring) -> Word {
        let isMark = { (character: Character) in ",.;!?()".contains(character) }
        var bare = part.drop(while: isMark)
        while bare.last.map(isMark) == true { bare.removeLast() }
        return Word(
            text: bare.lowercased(), range: part.startIndex..<part.endIndex,
            endsPhrase: part.last.map(isMark) ?? false)
    }

    /// The text without some words, with the punctuation that is still needed.
    func removing(_ removed: Range<Int>) -> String {
        guard let first = words[removed].first, let last = words[removed].last else { return text }
        let before = String(text[..<first.range.lowerBound]).withoutOuterSpace
        let after = String(text[last.range.upperBound...])
        let mark = last.endsPhrase ? String(text[last.range].last ?? ".") : ""
        return Self.tidied(before + mark + (after.first?.isWhitespace ?? true ? "" : " ") + after)
    }

    /// One mark where two meet, none at the beginning, and a capital there.
    private static func tidied(_ text: String) -> String {
        var kept = ""
        for character in text {
            if ",.!?".contains(character), let last = kept.last, ",.!?".contains(last) {
                guard last == "," else { continue }
                kept.removeLast()
            }
            if character == " ", kept.isEmpty || kept.last == " " { continue }
            if ",.".contains(character), kept.isEmpty { continue }
            kept.append(character)
        }
        return English.capitalized(kept.withoutOuterSpace)
    }
}
