import Domain

/// How words stand in the full-text index.
enum FindWord {
    /// Words as one column of the index.
    static func line(_ words: [String]) -> String { words.compactMap(cleaned).joined(separator: " ") }

    /// A word without what the index would cut it at: ASCII other than letters and digits.
    ///
    /// - Returns: nil when nothing is left.
    static func cleaned(_ word: String) -> String? {
        if !word.isEmpty, word.utf8.allSatisfy({ $0 >= 0x80 || isLetterOrDigit(Unicode.Scalar($0)) }) {
            return word
        }
        let scalars = word.unicodeScalars.filter { !$0.isASCII || isLetterOrDigit($0) }
        return scalars.isEmpty ? nil : String(String.UnicodeScalarView(scalars))
    }

    /// A value that a prompt has, as a word that no text holds: what it is, and its bytes.
    static func facet(_ kind: FindFacets.Kind, _ value: String) -> String {
        var bytes = Array("\(kind.rawValue)x".utf8)
        for byte in value.utf8 { bytes += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let digits = Array("0123456789abcdef".utf8)

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "0"..."9", "a"..."z", "A"..."Z": true
        default: false
        }
    }
}

/// Words of a prompt as they stand in the index, made before the writer's thread is asked.
struct FindLines: Sendable {
    let version: String
    let idea: String
    let text: String

    init(_ words: PromptWords) {
        version = words.version
        idea = FindWord.line(words.idea)
        text = FindWord.line(words.text)
    }
}
