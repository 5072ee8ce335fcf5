import Domain
import HTTPServer

/// Which members of an answer the client wants: `fields=id,text,links.self`.
struct FieldSelection: Sendable {
    static let field = Field.lines(
        "fields", in: .query,
        "Only these members of the answer, or of each item of a list, by commas; `links.self` goes deeper.",
        count: 32, maximum: 100)

    /// Members by name, with what is wanted below each; nothing below means all of it.
    private indirect enum Wanted: Sendable {
        case all
        case members([String: Wanted])
    }

    private var root = Wanted.members([:])

    /// - Throws: ``InputError`` naming `fields` when the answer never has such a member.
    init?(of input: Input, at endpoint: Endpoint) throws {
        guard let paths = try input.value(Self.field), !paths.isEmpty else { return nil }
        let schema = endpoint.itemSchema
        for path in paths {
            let names = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
            guard let known = schema?.memberNames, let first = names.first, known.contains(first) else {
                let expected = (schema?.memberNames ?? []).sorted().joined(separator: ", ")
                throw InputError(field: "fields", code: .unknownValue, expected: "some of \(expected)")
            }
            root = Self.adding(names[...], to: root)
        }
    }

    /// The answer with nothing else in it; of a list, the items.
    func applied(to value: JSONValue, listName: String?) -> JSONValue {
        guard let listName, case .object(var page) = value, case .array(let items)? = page[listName] else {
            return Self.selected(value, root)
        }
        page[listName] = .array(items.map { Self.selected($0, root) })
        return .object(page)
    }

    private static func adding(_ names: ArraySlice<String>, to wanted: Wanted) -> Wanted {
        guard let first = names.first, case .members(var members) = wanted else { return .all }
        members[first] = adding(names.dropFirst(), to: members[first] ?? .members([:]))
        return .members(members)
    }

    private static func selected(_ value: JSONValue, _ wanted: Wanted) -> JSONValue {
        guard case .members(let names) = wanted else { return value }
        switch value {
        case .array(let values): return .array(values.map { selected($0, wanted) })
        case .object(let members):
            return .object(
                JSONObject(
                    members.inOrder.compactMap { member in
                        names[member.name].map { (member.name, selected(member.value, $0)) }
                    }))
        default: return value
        }
    }
}

extension Endpoint {
    /// The schema of its answer; of a list, of one item.
    fileprivate var itemSchema: JSONValue? {
        guard let schema = dataSchema else { return nil }
        guard let listName else { return schema }
        return schema["properties"]?[listName]?["items"]
    }

    /// The schema of its first answer that is JSON.
    private var dataSchema: JSONValue? {
        replies.first { $0.status < 300 && $0.content?.type == Representation.json.rawValue }?.content?.schema
    }

    /// The member that holds the items, if the answer is a list: the one member besides `next`.
    var listName: String? {
        guard let names = dataSchema?.memberNames.filter({ $0 != "next" }), names.count == 1,
            let name = names.first, case .string("array")? = dataSchema?["properties"]?[name]?["type"]
        else { return nil }
        return name
    }

    /// Whether it answers with items that can be lines.
    var isList: Bool { method == .get && listName != nil }
}

extension JSONValue {
    /// A member of an object; nil for everything else.
    subscript(name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members[name]
    }

    /// The names of the members that a schema of an object describes.
    fileprivate var memberNames: [String] {
        guard case .object(let properties)? = self["properties"] else { return [] }
        return properties.names
    }
}
