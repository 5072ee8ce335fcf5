import Domain

/// JSON as plain text: a line for each value, deeper ones indented.
struct PlainText {
    private(set) var text = ""

    init(_ value: JSONValue) {
        write(value, indent: "")
    }

    private mutating func write(_ value: JSONValue, indent: String) {
        switch value {
        case .object(let members):
            for (name, member) in members.inOrder {
                write(member, after: "\(indent)\(name):", indent: indent)
            }
        case .array(let values):
            for value in values { write(value, after: "\(indent)-", indent: indent) }
        default:
            text += indent + Self.line(value) + "\n"
        }
    }

    /// A plain value stands behind its name, anything deeper below it.
    private mutating func write(_ value: JSONValue, after start: String, indent: String) {
        text += start
        if let isEmpty = value.isEmptyContainer {
            text += isEmpty ? " –\n" : "\n"
            write(value, indent: indent + "  ")
        } else {
            text += " " + Self.line(value, indent: indent + "  ") + "\n"
        }
    }

    /// Further lines of a text are indented, so that no value can pose as another one.
    private static func line(_ value: JSONValue, indent: String = "") -> String {
        let words = value.plainText
        guard words.contains(where: \.isNewline) else { return words }
        return words.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .joined(separator: "\n" + indent)
    }
}

extension JSONValue {
    /// The value as a person reads it, without quotes.
    var plainText: String {
        switch self {
        case .string(let text): text
        case .null: "–"
        default: self.text
        }
    }

    /// Whether a list or an object holds nothing; nil for what is neither.
    fileprivate var isEmptyContainer: Bool? {
        switch self {
        case .object(let members): members.isEmpty
        case .array(let values): values.isEmpty
        default: nil
        }
    }
}
