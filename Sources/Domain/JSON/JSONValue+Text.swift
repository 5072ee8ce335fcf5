extension JSONValue {
    /// How deep arrays and objects may lie in one another.
    package static let mostDepth = 256
    /// The longest document that is read, in bytes.
    package static let mostBytes = 64 << 20

    /// Reads a JSON document.
    ///
    /// - Throws: ``JSONError`` saying what is wrong at which byte; also for a name that comes twice, for
    ///   half a surrogate pair and for what is too deep or too long.
    package init(reading bytes: some Collection<UInt8>) throws(JSONError) {
        guard bytes.count <= Self.mostBytes else {
            throw JSONError(reason: .tooLong(most: Self.mostBytes), offset: Self.mostBytes)
        }
        var reader = JSONReader(Array(bytes))
        self = try reader.document()
    }

    /// The value as JSON in one line, members in their order.
    package var text: String {
        var writer = JSONText(isPretty: false)
        writer.write(self)
        return writer.text
    }

    /// The value as JSON over several lines.
    package var prettyText: String {
        var writer = JSONText(isPretty: true)
        writer.write(self)
        return writer.text
    }
}

/// JSON while it is written.
private struct JSONText {
    let isPretty: Bool
    var text = ""
    private var depth = 0

    init(isPretty: Bool) { self.isPretty = isPretty }

    mutating func write(_ value: JSONValue) {
        switch value {
        case .null: text += "null"
        case .boolean(let value): text += value ? "true" : "false"
        case .number(let number): text += number.text
        case .string(let string): write(string)
        case .array(let values): write(values, "[", "]") { $0.write($1) }
        case .object(let members):
            write(members.inOrder, "{", "}") { writer, member in
                writer.write(member.name)
                writer.text += writer.isPretty ? ": " : ":"
                writer.write(member.value)
            }
        }
    }

    private mutating func write<Part>(
        _ parts: [Part], _ open: String, _ close: String, _ write: (inout Self, Part) -> Void
    ) {
        text += open
        depth += 1
        for (index, part) in parts.enumerated() {
            if index > 0 { text += "," }
            breakLine()
            write(&self, part)
        }
        depth -= 1
        if !parts.isEmpty { breakLine() }
        text += close
    }

    private mutating func breakLine() {
        if isPretty { text += "\n" + String(repeating: "  ", count: depth) }
    }

    private mutating func write(_ string: String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\u{0}"..."\u{1F}":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
