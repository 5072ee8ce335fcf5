import Similarity

/// Runs of letters, marks and digits; Hangul and other scripts are separate runs.
struct WordRuns: Sequence {
    struct Run {
        let text: String
        /// Bytes of the text's UTF-8.
        let place: Range<Int>
        let isHangul: Bool

        /// As a word of a language that is written with spaces.
        var word: SpottedWord {
            let lower = text.lowercased()
            return SpottedWord(
                forms: [PorterStemmer.stem(lower)], place: place, isCommon: CommonWords.contains(lower))
        }

        /// Pairs of neighbouring syllables, and each syllable of a word that has no pair.
        var syllablePairs: SpottedWord {
            let syllables = text.unicodeScalars.map { String($0) }
            let pairs = zip(syllables, syllables.dropFirst()).map { $0 + $1 }
            return SpottedWord(
                forms: pairs.isEmpty ? syllables : pairs, place: place,
                isCommon: CommonWords.contains(text))
        }
    }

    private let text: String

    init(of text: String) { self.text = text }

    func makeIterator() -> some IteratorProtocol<Run> { runs.makeIterator() }

    private var runs: [Run] {
        let scalars = text.unicodeScalars
        var runs: [Run] = []
        var position = scalars.startIndex
        var offset = 0
        while position < scalars.endIndex {
            let first = scalars[position]
            guard first.isPartOfWord else {
                offset += UTF8.width(first)
                scalars.formIndex(after: &position)
                continue
            }
            let run = scalars[position...].prefix {
                $0.isPartOfWord && $0.isHangulSyllable == first.isHangulSyllable
            }
            let place = offset..<(offset + run.reduce(0) { $0 + UTF8.width($1) })
            runs.append(Run(text: String(run), place: place, isHangul: first.isHangulSyllable))
            offset = place.upperBound
            position = run.endIndex
        }
        return runs
    }
}

extension Unicode.Scalar {
    fileprivate var isHangulSyllable: Bool { (0xAC00...0xD7A3).contains(value) }

    fileprivate var isPartOfWord: Bool {
        switch properties.generalCategory {
        case .lowercaseLetter, .uppercaseLetter, .otherLetter, .modifierLetter, .titlecaseLetter,
            .nonspacingMark, .spacingMark, .decimalNumber:
            true
        default: false
        }
    }
}
