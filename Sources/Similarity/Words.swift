/// The words of a text in order: runs of letters, marks and digits, in lower case.
///
/// Hangul, Latin and other scripts are separate words even without a space between them.
struct Words: Sequence, IteratorProtocol {
    private var rest: Substring.UnicodeScalarView

    init(of text: String) { rest = Substring(text.lowercased()).unicodeScalars }

    mutating func next() -> Word? {
        rest = rest.drop { !$0.isPartOfWord }
        guard let first = rest.first else { return nil }
        let run = rest.prefix { $0.isPartOfWord && $0.isHangulSyllable == first.isHangulSyllable }
        rest = rest[run.endIndex...]
        return Word(text: String(run), isHangul: first.isHangulSyllable)
    }
}

/// A word in lower case.
struct Word: Hashable {
    let text: String
    let isHangul: Bool

    /// The English stem; other words are their own.
    var stem: String { isHangul ? text : PorterStemmer.stem(text) }

    /// Whether it says nothing about what a video shows.
    var isCommon: Bool { CommonWords.contains(text) }

    /// Pairs of neighbouring syllables; a single syllable alone.
    var syllablePairs: [String] {
        let syllables = Array(text.unicodeScalars)
        guard syllables.count > 1 else { return [text] }
        return zip(syllables, syllables.dropFirst()).map { first, second in
            var pair = String.UnicodeScalarView()
            pair.append(first)
            pair.append(second)
            return String(pair)
        }
    }
}

extension Word {
    /// Character trigrams with the word's borders; of Hangul, where three letters are one syllable, pairs.
    var parts: [String] {
        guard !isHangul else { return syllablePairs }
        let letters = Array("^\(text)$")
        return letters.indices.dropLast(2).map { String(letters[$0..<$0 + 3]) }
    }
}

extension Unicode.Scalar {
    fileprivate var isHangulSyllable: Bool { (0xAC00...0xD7A3).contains(value) }

    fileprivate var isPartOfWord: Bool {
        if isASCII { return ("a"..."z").contains(self) || ("0"..."9").contains(self) }
        switch properties.generalCategory {
        case .lowercaseLetter, .uppercaseLetter, .otherLetter, .modifierLetter, .titlecaseLetter,
            .nonspacingMark, .spacingMark, .decimalNumber:
            return true
        default: return false
        }
    }
}
