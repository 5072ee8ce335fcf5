/// What the person typed, with optional wishes about the result.
package struct Idea: Sendable, Hashable, Codable {
    /// The text in NFC, never empty, at most ``maximumCharacters`` graphemes.
    package let text: String
    package let language: Language
    package var hints: Hints

    /// The longest idea, in graphemes.
    package static let maximumCharacters = 4000

    /// The longest idea in UTF-8 bytes, whatever its graphemes are made of.
    package static let maximumBytes = 32_768

    /// Checks the text; it must already be in NFC (the rooms above bring it there).
    ///
    /// - Throws: ``InputError`` naming the field `idea` when the text is empty, too long, or holds NUL
    ///   or other control characters than tab, line feed and carriage return.
    package init(text: String, language: Language? = nil, hints: Hints = Hints()) throws(InputError) {
        guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
            throw InputError(field: "idea", code: .empty, expected: "a sentence about the video you want")
        }
        // Counting graphemes is slow, and there are never more of them than bytes.
        guard text.utf8.count <= Self.maximumBytes,
            text.utf8.count <= Self.maximumCharacters || text.count <= Self.maximumCharacters
        else {
            throw InputError(
                field: "idea", code: .tooLong, expected: "at most \(Self.maximumCharacters) characters")
        }
        if let scalar = text.unicodeScalars.first(where: Self.isForbidden) {
            throw InputError(
                field: "idea", code: .forbiddenCharacter,
                expected: "text without control characters, such as U+\(String(scalar.value, radix: 16))")
        }
        self.text = text
        self.language = language ?? Language(of: text)
        self.hints = hints
    }

    /// Whether a scalar is of the general category Cc (control), white space aside.
    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: false
        case 0..<0x20, 0x7F...0x9F: true
        default: false
        }
    }
}

/// The language an idea is written in, as far as its script tells.
package enum Language: String, Sendable, Hashable, Codable, CaseIterable {
    case korean = "ko"
    case english = "en"
    case other = "und"

    /// Any Hangul makes a text Korean; otherwise any Latin letter makes it English.
    package init(of text: String) {
        var hasLatin = false
        var hasOtherLetter = false
        for scalar in text.unicodeScalars where scalar.properties.isAlphabetic {
            switch scalar.value {
            case 0x1100...0x11FF, 0x3130...0x318F, 0xA960...0xA97F, 0xAC00...0xD7FF:
                self = .korean
                return
            case 0...0x024F: hasLatin = true
            default: hasOtherLetter = true
            }
        }
        self = hasLatin || !hasOtherLetter ? .english : .other
    }
}

/// The shape of the picture.
package enum AspectRatio: String, Sendable, Hashable, Codable, CaseIterable {
    case wide = "16:9"
    case tall = "9:16"
    case square = "1:1"
    case portrait = "4:5"
}

/// The name of a target model in the catalogue, such as `wan-2.2`.
package struct ModelName: Sendable, Hashable, Codable, RawRepresentable, CustomStringConvertible {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    package var description: String { rawValue }

    package init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}
