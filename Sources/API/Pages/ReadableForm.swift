import Domain
import HTTPServer

/// A plain HTML form for one endpoint, made of its fields; it works without script.
struct ReadableForm {
    /// The field of a form that names the method it stands for: forms know only `GET` and `POST`.
    static let methodField = "_method"

    let endpoint: Endpoint
    /// The request whose page it stands on: its path fills the pattern.
    let request: HTTPRequest
    /// What the page shows; fields begin with its members.
    let shown: JSONValue
    let language: AnswerLanguage
    /// Proves that a page of ours sent it; empty where nobody signed in.
    let token: String

    var html: HTML {
        let isRead = endpoint.method == .get
        var attributes: HTML.Attributes = [
            "action": action, "method": isRead ? "get" : "post", "accept-charset": "utf-8",
        ]
        if takesFiles { attributes["enctype"] = "multipart/form-data" }
        let inputs = endpoint.fields.filter { $0.place != .path || isOpen($0) }.map(row)
        let send: HTML = .element("button", ["type": "submit"], [.text(PageWords.send.said(in: language))])
        return .element(
            "details",
            [
                .element("summary", OperationNames.title(of: endpoint, in: language)),
                .element("p", endpoint.summary),
                .element("form", attributes, hidden + inputs + [send]),
            ])
    }

    private var takesFiles: Bool { endpoint.fields.contains { $0.isFile } }

    private var hidden: [HTML] {
        var fields: [(String, String)] = []
        if ![.get, .post].contains(endpoint.method) {
            fields.append((Self.methodField, endpoint.method.rawValue))
        }
        if endpoint.method != .get, !token.isEmpty { fields.append((Door.formField, token)) }
        return fields.map { .element("input", ["type": "hidden", "name": $0, "value": $1], []) }
    }

    /// The address, with what the page's own path says; an open part stands in braces, and a field fills it.
    private var action: String {
        let parts = endpoint.pattern.split(separator: "/").map { part in
            guard part.hasPrefix("{"), let value = request.parameters[String(part.dropFirst().dropLast())]
            else { return String(part).percentEncoded }
            return value.percentEncoded
        }
        return "/" + parts.joined(separator: "/")
    }

    private func isOpen(_ field: FieldDescription) -> Bool { request.parameters[field.name] == nil }

    private func row(_ field: FieldDescription) -> HTML {
        let name = field.place == .path ? "{\(field.name)}" : field.name
        return .element(
            "label",
            [
                .element("span", OperationNames.label(of: field.name, in: language)),
                control(for: field, name: name),
                .element("small", field.summary),
            ])
    }

    private func control(for field: FieldDescription, name: String) -> HTML {
        let value = initialValue(of: field)
        var attributes: HTML.Attributes = ["name": name]
        if field.isRequired { attributes["required"] = "" }
        if field.isFile { return .element("input", attributes.with(["type": "file"]), []) }
        if let words = field.words { return choice(of: words, chosen: value, attributes) }
        if field.schema["type"] == .string("boolean") {
            return choice(of: ["true", "false"], chosen: value, attributes)
        }
        if field.schema["type"] == .string("integer") {
            attributes = attributes.with(["type": "number", "value": value])
            for (name, limit) in [("min", "minimum"), ("max", "maximum")] {
                if let bound = field.schema[limit] { attributes[name] = bound.plainText }
            }
            return .element("input", attributes, [])
        }
        if field.isLong { return .element("textarea", attributes.with(["rows": "3"]), [.text("\n" + value)]) }
        return .element("input", attributes.with(["type": "text", "value": value]), [])
    }

    private func choice(
        of words: [String], chosen: String, _ attributes: HTML.Attributes
    ) -> HTML {
        let none: HTML = .element("option", ["value": ""], [.text("–")])
        return .element(
            "select", attributes,
            [none]
                + words.map { word in
                    var attributes: HTML.Attributes = ["value": word]
                    if word == chosen { attributes["selected"] = "" }
                    return .element("option", attributes, [.text(word)])
                })
    }

    /// What a form that changes something begins with: the present value, so that sending it changes nothing.
    private func initialValue(of field: FieldDescription) -> String {
        if field.place == .query { return request.query(field.name) ?? "" }
        guard endpoint.name == "saveRevision" else { return "" }
        let parameters = shown["parameters"]
        let places = [
            shown[field.name], parameters?[field.name], parameters?[field.name + "Seconds"],
        ]
        return places.compactMap(\.self).first?.plainText ?? ""
    }
}

extension FieldDescription {
    /// The words that a choice is made from.
    fileprivate var words: [String]? {
        guard case .array(let values)? = schema["enum"] else { return nil }
        return values.map(\.plainText)
    }

    /// Whether its values are texts of any length.
    fileprivate var isLong: Bool {
        place == .body && !isList && schema["type"] == .string("string") && schema["maxLength"] == nil
            && schema["pattern"] == nil && schema["format"] == nil
    }
}
