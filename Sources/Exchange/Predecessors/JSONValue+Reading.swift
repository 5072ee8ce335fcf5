import Domain

extension JSONValue {
    /// The string that it is.
    var string: String? { if case .string(let text) = self { text } else { nil } }

    /// The array that it is.
    var list: [JSONValue]? { if case .array(let list) = self { list } else { nil } }

    /// The whole number that it is, or that its string says.
    var whole: Int? {
        switch self {
        case .number(let number): number.integer
        case .string(let text): Int(text)
        default: nil
        }
    }

    /// A member of the object that it is.
    subscript(name: String) -> JSONValue? {
        if case .object(let members) = self { members[name] } else { nil }
    }
}
