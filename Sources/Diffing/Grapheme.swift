/// What the tokenizer needs to know of one grapheme.
enum Grapheme: Sendable {
    case letter, hangul, digit
    /// Joins letters from inside: `dog's`.
    case apostrophe
    /// Joins digits from inside: `2.5`, `1,000`, `16:9`.
    case digitJoiner
    case percent
    case whitespace, newline
    case symbol

    init(_ character: Character) {
        let scalars = character.unicodeScalars
        guard let first = scalars.first else {
            self = .symbol
            return
        }
        if scalars.count == 1 {
            self.init(alone: first)
        } else if character == "\r\n" {
            self = .newline
        } else {
            // Marks on a digit or a space make something else of it: a keycap, a floating accent.
            let base = Self(alone: first)
            self = base == .letter || base == .hangul ? base : .symbol
        }
    }

    /// The kinds of one-byte characters, by their value.
    static let ofASCII: [Grapheme] = (UInt8.min..<0x80).map { Grapheme(alone: Unicode.Scalar($0)) }

    /// The kind of a grapheme of one scalar.
    init(alone scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A: self = .letter
        case 0x30...0x39: self = .digit
        case 0x20, 0x09: self = .whitespace
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: self = .newline
        case 0x27, 0x2019: self = .apostrophe
        case 0x25: self = .percent
        case 0x2C, 0x2E, 0x2F, 0x3A: self = .digitJoiner
        case 0...0x7F: self = .symbol
        case 0x1100...0x11FF, 0x3131...0x318E, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xD7B0...0xD7FB:
            self = .hangul
        default: self.init(beyondASCII: scalar)
        }
    }

    private init(beyondASCII scalar: Unicode.Scalar) {
        let properties = scalar.properties
        if properties.isWhitespace {
            self = .whitespace
        } else if properties.generalCategory == .decimalNumber {
            self = .digit
        } else if Self.standsAlone(scalar) || !properties.isAlphabetic {
            self = .symbol
        } else {
            self = properties.generalCategory.isLetter ? .letter : .symbol
        }
    }

    /// Whether words and numbers are made of it.
    var isInWord: Bool { self == .letter || self == .hangul || self == .digit }

    /// Whether the scalar belongs to a script without spaces, where each character is a word.
    private static func standsAlone(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isIdeographic || (0x3040...0x30FF).contains(scalar.value)
    }
}

extension Unicode.GeneralCategory {
    fileprivate var isLetter: Bool {
        switch self {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
        default: false
        }
    }
}
