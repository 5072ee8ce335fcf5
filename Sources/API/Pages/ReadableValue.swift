import Domain

/// JSON as markup: objects as lists of terms, lists of objects as one block each, paths as links.
struct ReadableValue {
    let html: HTML

    init(_ value: JSONValue) { html = Self.html(of: value) }

    private static func html(of value: JSONValue) -> HTML {
        switch value {
        case .object(let members): terms(members)
        case .array(let values): list(values)
        case .string(let text) where isOwnPath(text): .link(to: text, text)
        case .string(let text) where text.contains(where: \.isNewline): .element("pre", text)
        default: .text(value.plainText)
        }
    }

    private static func terms(_ members: JSONObject) -> HTML {
        guard !members.isEmpty else { return .text("–") }
        return .element(
            "dl",
            members.inOrder.map { member in
                .element("div", [.element("dt", member.name), .element("dd", [html(of: member.value)])])
            })
    }

    private static func list(_ values: [JSONValue]) -> HTML {
        guard !values.isEmpty else { return .text("–") }
        return .element("ol", values.map { .element("li", [html(of: $0)]) })
    }

    /// Whether it leads to another answer of this service.
    private static func isOwnPath(_ text: String) -> Bool {
        text.hasPrefix("/v1/") && !text.contains(where: \.isWhitespace)
    }
}
