import Domain

/// A field of a request: its name, its documentation and its check.
struct Field<Value: Sendable>: Sendable {
    /// Why a text is no value of the field.
    struct Fault: Error {
        let code: InputError.Code
        let expected: String
    }

    let description: FieldDescription
    private let read: @Sendable (String) throws(Fault) -> Value

    /// - Parameters:
    ///   - name: As the client writes it.
    ///   - place: Where it stands.
    ///   - summary: One sentence of documentation.
    ///   - isRequired: Whether a request without it is refused.
    ///   - isList: Whether a JSON list is joined with commas.
    ///   - schema: JSON Schema of a value.
    ///   - read: Makes a value of the text.
    init(
        _ name: String, in place: FieldDescription.Place, _ summary: String, isRequired: Bool = false,
        isList: Bool = false, schema: JSONValue, read: @escaping @Sendable (String) throws(Fault) -> Value
    ) {
        description = FieldDescription(
            name: name, place: place, summary: summary, isRequired: isRequired || place == .path,
            isList: isList, schema: schema)
        self.read = read
    }

    /// Checks a text.
    ///
    /// - Throws: ``InputError`` naming the field.
    func value(of text: String) throws(InputError) -> Value {
        do {
            return try read(text)
        } catch {
            throw InputError(field: description.name, code: error.code, expected: error.expected)
        }
    }
}
