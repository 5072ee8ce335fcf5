// Canonical decomposition is in the standard library, but not in its public face.
@_spi(_Unicode) import Swift

/// Parts text into words as BERT's own basic tokenizer does.
///
/// Control characters go away, everything is lower case without accents, and each CJK ideograph
/// and each punctuation mark is a word (https://github.com/google-research/bert, `tokenization.py`).
enum BasicTokenizer {
    /// The words of a text, in order.
    static func words(of text: String) -> [String.UnicodeScalarView] {
        var words: [String.UnicodeScalarView] = []
        var word = String.UnicodeScalarView()
        func endWord() {
            guard !word.isEmpty else { return }
            words.append(word)
            word = String.UnicodeScalarView()
        }
        for scalar in text._nfd where !isDropped(scalar) {
            if scalar.properties.isWhitespace {
                endWord()
            } else if isWordOfItsOwn(scalar) {
                endWord()
                words.append(String.UnicodeScalarView([scalar]))
            } else {
                // Lower case of a few letters decomposes again, such as that of U+0130.
                word.append(
                    contentsOf: scalar.properties.lowercaseMapping.unicodeScalars.filter { !isMark($0) })
            }
        }
        endWord()
        return words
    }

    private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            return scalar.value < 0x20 && !["\t", "\n", "\r"].contains(scalar) || scalar.value == 0x7F
        }
        switch scalar.properties.generalCategory {
        case .control, .format, .privateUse, .surrogate, .nonspacingMark: return true
        default: return scalar.value == 0xFFFD
        }
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        !scalar.isASCII && scalar.properties.generalCategory == .nonspacingMark
    }

    private static func isWordOfItsOwn(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: return true
        case 0..<0x80: return false
        case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x2A6DF, 0x2A700...0x2B73F, 0x2B740...0x2B81F,
            0x2B820...0x2CEAF, 0xF900...0xFAFF, 0x2F800...0x2FA1F:
            return true
        default: break
        }
        switch scalar.properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
            .initialPunctuation, .finalPunctuation, .otherPunctuation:
            return true
        default: return false
        }
    }
}
