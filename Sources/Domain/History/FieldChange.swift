/// A change of something other than the text, as RFC 6902 would say it.
package struct FieldChange: Sendable, Hashable, Codable {
    /// What can change beside the text.
    package enum Field: String, Sendable, Hashable, Codable, CaseIterable {
        case idea, negative, model, aspect, durationSeconds, seed

        /// Where the field stands in a revision as clients see it (RFC 6901).
        package var path: String {
            switch self {
            case .idea, .negative, .model: "/\(rawValue)"
            case .aspect, .durationSeconds, .seed: "/parameters/\(rawValue)"
            }
        }
    }

    package let field: Field
    /// nil where there was nothing.
    package let old: String?
    /// nil where nothing is left.
    package let new: String?

    package init(field: Field, old: String?, new: String?) {
        self.field = field
        self.old = old
        self.new = new
    }

    /// Everything but the text that differs between two configurations, byte by byte.
    package static func changes(from old: Configuration, to new: Configuration) -> [Self] {
        Field.allCases.compactMap { field in
            let (before, after) = (old[field], new[field])
            guard !isSame(before, after) else { return nil }
            return Self(field: field, old: before, new: after)
        }
    }

    /// Whether two values are the same bytes, or both are absent.
    package static func isSame(_ one: String?, _ other: String?) -> Bool {
        switch (one, other) {
        case (nil, nil): true
        case (let one?, let other?): one.utf8.elementsEqual(other.utf8)
        default: false
        }
    }
}

extension Configuration {
    /// A field as text; nil when there is none.
    package subscript(field: FieldChange.Field) -> String? {
        switch field {
        case .idea: idea.text
        case .negative: negative
        case .model: model.rawValue
        case .aspect: parameters.aspect.rawValue
        case .durationSeconds: "\(parameters.durationSeconds)"
        case .seed: "\(parameters.seed)"
        }
    }

    /// Gives a field another value.
    ///
    /// - Throws: ``InputError`` naming the field when the value is none of its kind.
    package mutating func set(_ field: FieldChange.Field, to value: String?) throws(InputError) {
        switch (field, value) {
        case (.idea, let text?): idea = try Idea(text: text, hints: idea.hints)
        case (.negative, _): negative = value
        case (.model, let name?): model = ModelName(rawValue: name)
        case (.aspect, let name?):
            parameters.aspect = try Self.read(name, as: field) { AspectRatio(rawValue: $0) }
        case (.durationSeconds, let text?):
            parameters.durationSeconds = try Self.read(text, as: field) { Int($0) }
        case (.seed, let text?): parameters.seed = try Self.read(text, as: field) { UInt64($0) }
        case (_, nil): throw InputError(field: field.rawValue, code: .missing, expected: "a value")
        }
    }

    /// Makes the configuration that a change leads to.
    ///
    /// - Throws: ``InputError`` naming the field when it holds something else than the change says.
    package func applying(_ changes: [FieldChange]) throws(InputError) -> Self {
        var result = self
        for change in changes {
            guard FieldChange.isSame(result[change.field], change.old) else {
                throw InputError(
                    field: change.field.rawValue, code: .unknownValue,
                    expected: "\(change.old ?? "nothing"), which the change was made for")
            }
            try result.set(change.field, to: change.new)
        }
        return result
    }

    private static func read<Value>(
        _ text: String, as field: FieldChange.Field, _ make: (String) -> Value?
    ) throws(InputError) -> Value {
        guard let value = make(text) else {
            throw InputError(field: field.rawValue, code: .malformed, expected: "a value of its kind")
        }
        return value
    }
}
