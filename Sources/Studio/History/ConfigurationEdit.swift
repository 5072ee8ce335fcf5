package import Domain

/// What somebody wants changed; what is nil stays as it is.
package struct ConfigurationEdit: Sendable, Hashable {
    /// The longest edited text in UTF-8 bytes.
    package static let maximumTextBytes = 65_536

    /// The new text, kept byte for byte.
    package var text: String?
    /// New values of fields; an empty one takes the field away.
    package var fields: [FieldChange.Field: String] = [:]

    package init(text: String? = nil) { self.text = text }

    /// The configuration with the edit made.
    ///
    /// - Throws: ``InputError`` naming the field that cannot be what it is asked to be.
    func applied(to configuration: Configuration) throws(InputError) -> Configuration {
        var result = configuration
        for (field, value) in fields {
            if field == .negative { try Self.check(value, field: "negative", mayBeEmpty: true) }
            if field == .idea {
                result.idea = try Idea(typed: value, hints: configuration.idea.hints)
            } else {
                try result.set(field, to: value.isEmpty ? nil : value)
            }
        }
        if let text {
            try Self.check(text, field: "text", mayBeEmpty: false)
            result.text = text
        }
        return result
    }

    private static func check(_ text: String, field: String, mayBeEmpty: Bool) throws(InputError) {
        guard mayBeEmpty || text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
            throw InputError(field: field, code: .empty, expected: "the edited prompt")
        }
        guard text.utf8.count <= maximumTextBytes else {
            throw InputError(field: field, code: .tooLong, expected: "at most \(maximumTextBytes) bytes")
        }
        guard !text.utf8.contains(0) else {
            throw InputError(field: field, code: .forbiddenCharacter, expected: "text without U+0000")
        }
    }
}
