import Domain
import HTTPServer

/// A request taken apart by the fields of its endpoint.
///
/// A name that the endpoint does not know is refused, so that a typing error is no silent default.
struct Input: Sendable {
    let request: HTTPRequest
    let caller: Caller
    var language: AnswerLanguage
    let body: FormFields
    /// Whether a form stood for another method, so that its body is the query too.
    private let isFormMethod: Bool

    /// Fields that forms of our pages carry along, whatever they are for.
    private static let ownFields: Set = [
        ReadableForm.methodField, Door.formField, RoomForm.backField,
    ]

    /// Reads the body and checks every name.
    ///
    /// - Throws: ``InputError`` or `BodyError`.
    init(_ request: HTTPRequest, for endpoint: Endpoint, caller: Caller) throws {
        let selection = endpoint.isSelectable ? [FieldSelection.field.description] : []
        let fields = endpoint.readsBody ? endpoint.fields.filter { $0.place != .body } : endpoint.fields
        try self.init(request, fields: fields + selection, caller: caller, readsBody: !endpoint.readsBody)
    }

    /// Reads the body and checks every name.
    ///
    /// - Parameters:
    ///   - fields: All that may come.
    ///   - caller: Who asks.
    ///   - readsBody: Whether the body is looked at.
    init(
        _ request: HTTPRequest, fields: [FieldDescription], caller: Caller, readsBody: Bool = true
    ) throws {
        self.request = request
        self.caller = caller
        language = AnswerLanguage(of: request)
        // No bytes are no fields, whatever type a client's library announces for them.
        let takesBody = readsBody && ![.get, .head].contains(request.method) && !request.body.isEmpty
        let body = takesBody ? try FormFields(request) : FormFields()
        self.body = body
        isFormMethod = body[ReadableForm.methodField] != nil
        for field in body.fields where !Self.ownFields.contains(field.name) {
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
        case .path:
            let text = request.parameter(field.name)
            return text == field.openPart ? try bodyText(field.openPart, isList: false) : text
        case .query:
            if isFormMethod { return try bodyText(field.name, isList: field.isList) }
            let values = request.query.filter { $0.name == field.name }.map(\.value)
            return values.isEmpty ? nil : values.joined(separator: ",")
        case .body: return try bodyText(field.name, isList: field.isList)
        }
    }

    private func bodyText(_ name: String, isList: Bool) throws(InputError) -> String? {
        guard let found = body[name] else { return nil }
        guard isList || found.values.count < 2 else {
            throw InputError(field: name, code: .malformed, expected: "one value, not a list")
        }
        var texts: [String] = []
        for value in found.values {
            if let text = try value.text(of: name) { texts.append(text) }
        }
        return texts.isEmpty ? nil : texts.joined(separator: ",")
    }

    private func check(
        _ name: String, isRepeated: Bool, against fields: [FieldDescription], in place: FieldDescription.Place
    ) throws(InputError) {
        let places: [FieldDescription.Place] = place == .body && isFormMethod ? [.body, .query] : [place]
        if let field = fields.first(where: { places.contains($0.place) && $0.name == name }) {
            guard !isRepeated || field.isList else {
                throw InputError(field: name, code: .repeated, expected: "it once")
            }
            return
        }
        if place == .body, fields.contains(where: { $0.place == .path && $0.openPart == name }) { return }
        let known = fields.filter { places.contains($0.place) }.map(\.name)
        throw InputError(
            field: name, code: .unknownValue,
            expected: known.isEmpty ? "no fields here" : "one of \(known.joined(separator: ", "))")
    }
}

extension FieldDescription {
    /// How a part of the path is written that a field of a form is to fill: `{label}`.
    var openPart: String { "{\(name)}" }
}

extension FormFields.Value {
    /// The value as a form would have sent it, of a file its content; nil for null and for no file.
    func text(of field: String) throws(InputError) -> String? {
        switch self {
        case .text(let text): return text
        case .number(let literal): return literal
        case .boolean(let value): return value ? "true" : "false"
        case .null: return nil
        case .file(let file):
            // What a browser sends for a file that nobody chose.
            if file.name.isEmpty, file.bytes.isEmpty { return nil }
            guard let text = String(validating: file.bytes, as: UTF8.self) else {
                throw InputError(field: field, code: .notUTF8, expected: "a file of text in UTF-8")
            }
            return text
        }
    }
}

extension String {
    /// A sentence of documentation as the end of "expected …".
    fileprivate var asExpectation: String {
        prefix(1).lowercased() + dropFirst().prefix { $0 != "." }
    }
}
