/// A word that people sort prompts by.
package struct Tag: Sendable, Hashable, Codable, Comparable, CustomStringConvertible {
    package let rawValue: String

    /// Checks a tag; it must already be in NFC and lower case (the rooms above bring it there).
    ///
    /// - Throws: ``InputError`` naming `field` unless it has 1 to 64 letters and digits of any script,
    ///   `-`, `_` or `.`.
    package init(_ text: String, field: String) throws(InputError) {
        guard !text.isEmpty else {
            throw InputError(field: field, code: .empty, expected: Self.expectation)
        }
        guard text.utf8.count <= 256, text.count <= 64 else {
            throw InputError(field: field, code: .tooLong, expected: "at most 64 characters")
        }
        guard text.unicodeScalars.allSatisfy(Self.isAllowed) else {
            throw InputError(field: field, code: .malformed, expected: Self.expectation)
        }
        rawValue = text
    }

    package init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }

    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }

    package var description: String { rawValue }

    private static let expectation = "letters, digits, '-', '_' and '.'"

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "-", "_", ".": true
        default: scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal
        }
    }
}
