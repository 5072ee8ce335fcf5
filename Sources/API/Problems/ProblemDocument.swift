/// A problem as it is sent: the members of RFC 9457, and ours.
struct ProblemDocument: Encodable {
    let type: String
    let title: String
    let status: Int
    let detail: String
    let field: String?
    let expected: String?
    let requestId: String
    let members: [String: any Encodable & Sendable]

    private enum Name: String {
        case type, title, status, detail, field, expected, requestId
    }

    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(_ name: Name) { stringValue = name.rawValue }

        init(stringValue: String) { self.stringValue = stringValue }

        init?(intValue: Int) { nil }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        for (name, value) in members { try container.encode(value, forKey: Key(stringValue: name)) }
        try container.encode(type, forKey: Key(.type))
        try container.encode(title, forKey: Key(.title))
        try container.encode(status, forKey: Key(.status))
        try container.encode(detail, forKey: Key(.detail))
        try container.encodeIfPresent(field, forKey: Key(.field))
        try container.encodeIfPresent(expected, forKey: Key(.expected))
        try container.encode(requestId, forKey: Key(.requestId))
    }
}
