import Domain

extension Field where Value == String {
    /// A text that somebody else checks, kept byte for byte.
    static func text(
        _ name: String, in place: FieldDescription.Place, _ summary: String, isRequired: Bool = false
    ) -> Self {
        Self(name, in: place, summary, isRequired: isRequired, schema: ["type": "string"]) {
            text throws(Fault) in text
        }
    }

    /// One line of text, in characters as people count them.
    static func line(
        _ name: String, in place: FieldDescription.Place, _ summary: String, maximum: Int
    ) -> Self {
        Self(name, in: place, summary, schema: ["type": "string", "maxLength": .integer(maximum)]) {
            text throws(Fault) in try checkedLine(text, maximum: maximum)
        }
    }
}

extension Field where Value == [String] {
    /// A few lines of text, separated by commas.
    static func lines(
        _ name: String, in place: FieldDescription.Place, _ summary: String, count: Int, maximum: Int
    ) -> Self {
        Self(name, in: place, summary, isList: true, schema: ["type": "string"]) { text throws(Fault) in
            let parts = text.split(separator: ",").map(\.trimmed).filter { !$0.isEmpty }
            guard parts.count <= count else {
                throw Fault(code: .tooLong, expected: "at most \(count) of them")
            }
            var lines: [String] = []
            for part in parts { lines.append(try checkedLine(part, maximum: maximum)) }
            return lines
        }
    }
}

extension Field where Value == Int {
    /// A whole number from a range.
    static func integer(
        _ name: String, in place: FieldDescription.Place, _ summary: String, _ range: ClosedRange<Int>
    ) -> Self {
        let isBounded = range.upperBound != .max
        var schema: [String: JSONValue] = ["type": "integer", "minimum": .integer(range.lowerBound)]
        if isBounded { schema["maximum"] = .integer(range.upperBound) }
        let expected =
            isBounded
            ? "a whole number from \(range.lowerBound) to \(range.upperBound)"
            : "a whole number, at least \(range.lowerBound)"
        return Self(name, in: place, summary, schema: .object(schema)) { text throws(Fault) in
            guard text.isWholeNumber else { throw Fault(code: .malformed, expected: expected) }
            guard let number = Int(text), range.contains(number) else {
                throw Fault(code: .outOfRange, expected: expected)
            }
            return number
        }
    }
}

extension Field where Value == UInt64 {
    /// A whole number of 64 bits without sign.
    static func seed(_ name: String, in place: FieldDescription.Place, _ summary: String) -> Self {
        let expected = "a whole number from 0 to \(UInt64.max)"
        return Self(name, in: place, summary, schema: ["type": "integer", "minimum": 0]) {
            text throws(Fault) in
            guard text.isWholeNumber else { throw Fault(code: .malformed, expected: expected) }
            guard let number = UInt64(text) else { throw Fault(code: .outOfRange, expected: expected) }
            return number
        }
    }
}

extension Field where Value == Bool {
    /// Yes or no, as forms and JSON write it.
    static func flag(_ name: String, in place: FieldDescription.Place, _ summary: String) -> Self {
        Self(name, in: place, summary, schema: ["type": "boolean"]) { text throws(Fault) in
            switch text.lowercased() {
            case "true", "1", "yes", "on": return true
            case "false", "0", "no", "off": return false
            default: throw Fault(code: .malformed, expected: "true or false")
            }
        }
    }
}

extension Field where Value: CaseIterable & RawRepresentable<String> {
    /// One of a few words.
    static func choice(
        _ name: String, in place: FieldDescription.Place, _ summary: String, isRequired: Bool = false
    ) -> Self {
        let words = Value.allCases.map(\.rawValue)
        return Self(
            name, in: place, summary, isRequired: isRequired,
            schema: ["type": "string", "enum": .array(words.map(JSONValue.string))]
        ) { text throws(Fault) in
            guard let value = Value(rawValue: text) else {
                throw Fault(code: .unknownValue, expected: "one of \(words.joined(separator: ", "))")
            }
            return value
        }
    }
}

extension Field {
    /// The identifier of something that is kept.
    static func identifier<Kind>(
        _ name: String, in place: FieldDescription.Place, _ summary: String, isRequired: Bool = false
    ) -> Self where Value == Identifier<Kind> {
        let schema: JSONValue = ["type": "string", "pattern": "^[0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{26}$"]
        return Self(name, in: place, summary, isRequired: isRequired, schema: schema) { text throws(Fault) in
            guard let identifier = Identifier<Kind>(text) else {
                throw Fault(code: .malformed, expected: "an identifier of 26 letters and digits")
            }
            return identifier
        }
    }

    private static func checkedLine(_ text: String, maximum: Int) throws(Fault) -> String {
        guard text.utf8.count <= maximum * 16, text.count <= maximum else {
            throw Fault(code: .tooLong, expected: "at most \(maximum) characters")
        }
        guard !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
            throw Fault(code: .forbiddenCharacter, expected: "one line of text without control characters")
        }
        return text.trimmed
    }
}

extension StringProtocol {
    /// The text without white space around it.
    var trimmed: String {
        var rest = Substring(self)
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }

    /// Whether it is an optional sign and digits, whatever the size of the number.
    fileprivate var isWholeNumber: Bool {
        let digits = utf8.drop { $0 == UInt8(ascii: "-") }
        return !digits.isEmpty && utf8.count - digits.count <= 1
            && digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}
