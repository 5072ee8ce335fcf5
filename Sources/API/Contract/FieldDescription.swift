import Domain

/// What the document says about one field of a request.
struct FieldDescription: Sendable {
    enum Place: String, Sendable {
        case path, query, body
    }

    let name: String
    let place: Place
    let summary: String
    let isRequired: Bool
    /// Whether a JSON body may give a list.
    let isList: Bool
    /// JSON Schema of one value.
    let schema: JSONValue

    /// Whether a form sends a file for it.
    var isFile: Bool { schema["format"] == .string("binary") }
}
