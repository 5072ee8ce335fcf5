/// A named line of revisions of one prompt.
package struct Branch: Sendable, Hashable, Codable {
    package let name: ReferenceName
    /// The revision that it was made from.
    package let start: Int
    /// Its newest revision.
    package var head: Int
    package let author: String
    package let createdAt: Timestamp

    package init(name: ReferenceName, start: Int, head: Int, author: String, createdAt: Timestamp) {
        self.name = name
        self.start = start
        self.head = head
        self.author = author
        self.createdAt = createdAt
    }

    /// Any branch but ``ReferenceName/main``, as it is made.
    package init(name: ReferenceName, at start: Int, author: String, createdAt: Timestamp) {
        self.init(name: name, start: start, head: start, author: author, createdAt: createdAt)
    }
}

/// The name of a branch or a label.
package struct ReferenceName: Sendable, Hashable, Codable, CustomStringConvertible {
    package let rawValue: String

    /// The branch that a prompt begins with; its head is the prompt's.
    package static let main = Self(known: "main")

    /// Checks a name; it must already be in NFC (the rooms above bring it there).
    ///
    /// - Throws: ``InputError`` naming `field` unless it has 1 to 64 letters and digits of any script,
    ///   `-`, `_` or `.`, starts with a letter, and so is never mistaken for a number.
    package init(_ text: String, field: String) throws(InputError) {
        guard !text.isEmpty else {
            throw InputError(field: field, code: .empty, expected: Self.expectation)
        }
        guard text.utf8.count <= 256, text.count <= 64 else {
            throw InputError(field: field, code: .tooLong, expected: "at most 64 characters")
        }
        guard text.unicodeScalars.first?.properties.isAlphabetic == true,
            text.unicodeScalars.allSatisfy(Self.isAllowed)
        else { throw InputError(field: field, code: .malformed, expected: Self.expectation) }
        rawValue = text
    }

    private init(known: String) { rawValue = known }

    package init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }

    package var description: String { rawValue }

    private static let expectation = "letters, digits, '-', '_' and '.', a letter first"

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "-", "_", ".": true
        default: scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal
        }
    }
}
