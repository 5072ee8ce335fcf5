import Domain

/// How words stand in the full-text index.
enum FindWord {
    /// Words as one column of the index.
    static func line(_ words: [String]) -> String { words.compactMap(cleaned).joined(separator: " ") }

    /// A word without what the index would cut it at: ASCII other than letters and digits.
    ///
    /// - Returns: nil when nothing is left.
    static func cleaned(_ word: String) -> String? {
        let scalars = word.unicodeScalars.filter { !$0.isASCII || isLetterOrDigit($0) }
        return scalars.isEmpty ? nil : String(String.UnicodeScalarView(scalars))
    }

    /// A value that a prompt has, as a word that no text holds: what it is, and its bytes.
    static func facet(_ kind: FindFacets.Kind, _ value: String) -> String {
        "\(kind.rawValue)x"
            + value.utf8.map { byte in
                String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
            }.joined()
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "0"..."9", "a"..."z", "A"..."Z": true
        default: false
        }
    }
}
