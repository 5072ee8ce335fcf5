import Domain
import HTTPServer

/// A request taken apart by the fields of its endpoint.
///
/// A name that the endpoint does not know is refused, so that a typing error is no silent default.
struct Input: Sendable {
    let request: HTTPRequest
    let caller: Caller
    let language: AnswerLanguage
    private let body: FormFields

    /// Reads the body and checks every name.
    ///
    /// - Throws: ``InputError`` or `BodyError`.
    init(_ request: HTTPRequest, for endpoint: Endpoint, caller: Caller) throws {
        try self.init(request, fields: endpoint.fields, caller: caller)
    }

    /// Reads the body and checks every name.
    ///
    /// - Parameters:
    ///   - fields: All that may come.
    ///   - caller: Who asks.
    init(_ request: HTTPRequest, fields: [FieldDescription], caller: Caller) throws {
        self.request = request
        self.caller = caller
        language = AnswerLanguage(acceptLanguage: request.headers["Accept-Language"])
        body = fields.contains { $0.place == .body } ? try FormFields(request) : FormFields()
        for field in body.fields where field.name != Door.formField {
            try check(field.name, isRepeated: field.isRepeated, against: fields, in: .body)
        }
        for (name, _) in request.query {
            let isRepeated = request.query.count { $0.name == name } > 1
            try check(name, isRepeated: isRepeated, against: fields, in: .query)
        }
    }

    /// The value of a field; nil when it is absent or left empty.
    ///
    /// - Throws: ``InputError`` naming the field, or for a part of the path a ``Problem`` that there is no
    ///   such thing.
    func value<Value>(_ field: Field<Value>) throws -> Value? {
        guard let text = try text(of: field.description), !text.isEmpty else { return nil }
        do {
            return try field.value(of: text)
        } catch  where field.description.place == .path {
            throw Problem(.notFound, field: error.field, expected: error.expected)
        }
    }

    /// The value of a field that must be there.
    ///
    /// - Throws: As ``value(_:)``, and ``InputError`` when it is absent or left empty.
    func required<Value>(_ field: Field<Value>) throws -> Value {
        if let value = try value(field) { return value }
        throw InputError(
            field: field.description.name, code: try text(of: field.description) == nil ? .missing : .empty,
            expected: field.description.summary.asExpectation)
    }

    /// Whether a field is in the request, even if it is left empty.
    func isGiven(_ field: FieldDescription) throws(InputError) -> Bool { try text(of: field) != nil }

    private func text(of field: FieldDescription) throws(InputError) -> String? {
        switch field.place {
        case .path: return request.parameter(field.name)
        case .query: return request.query(field.name)
        case .body: break
        }
        guard let found = body[field.name] else { return nil }
        if found.values.contains(where: \.isFile) {
            throw InputError(field: field.name, code: .malformed, expected: "a text, not a file")
        }
        guard field.isList || found.values.count < 2 else {
            throw InputError(field: field.name, code: .malformed, expected: "one value, not a list")
        }
        let texts = found.values.compactMap(\.text)
        return texts.isEmpty ? nil : texts.joined(separator: ",")
    }

    private func check(
        _ name: String, isRepeated: Bool, against fields: [FieldDescription], in place: FieldDescription.Place
    ) throws(InputError) {
        if isRepeated { throw InputError(field: name, code: .repeated, expected: "it once") }
        guard !fields.contains(where: { $0.place == place && $0.name == name }) else { return }
        let known = fields.filter { $0.place == place }.map(\.name)
        throw InputError(
            field: name, code: .unknownValue,
            expected: known.isEmpty ? "no fields here" : "one of \(known.joined(separator: ", "))")
    }
}

extension FormFields.Value {
    fileprivate var isFile: Bool {
        if case .file = self { true } else { false }
    }

    /// The value as a form would have sent it; nil for null.
    fileprivate var text: String? {
        switch self {
        case .text(let text): text
        case .number(let literal): literal
        case .boolean(let value): value ? "true" : "false"
        case .null, .file: nil
        }
    }
}

extension String {
    /// A sentence of documentation as the end of "expected …".
    fileprivate var asExpectation: String {
        prefix(1).lowercased() + dropFirst().prefix { $0 != "." }
    }
}
