import Domain

/// What is read out of the answers of services, whose shapes are only believed as far as they go.
extension JSONValue {
    /// The value at a path such as `data.task_result.videos.0.url`; nil when there is none.
    subscript(path path: String) -> JSONValue? {
        var value = self
        for part in path.split(separator: ".") {
            switch value {
            case .object(let members):
                guard let next = members[String(part)] else { return nil }
                value = next
            case .array(let items):
                guard let index = Int(part), items.indices.contains(index) else { return nil }
                value = items[index]
            case .null, .boolean, .number, .string: return nil
            }
        }
        return value
    }

    /// The text of a string; nil for anything else.
    var string: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    /// The text of a string or a number, for codes and identifiers that services write either way.
    var word: String? {
        switch self {
        case .string(let text): text
        case .number(let number): number.text
        case .null, .boolean, .array, .object: nil
        }
    }

    var double: Double? {
        guard case .number(let number) = self else { return nil }
        return Double(number.text)
    }

    /// The items of an array; nil for anything else.
    var items: [JSONValue]? {
        guard case .array(let items) = self else { return nil }
        return items
    }

    var members: JSONObject? {
        guard case .object(let members) = self else { return nil }
        return members
    }

    /// An object of the members that have a value.
    static func members(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
        .object(JSONObject(members.compactMap { name, value in value.map { (name, $0) } }))
    }
}
