/// The fields of a body, whichever of the three formats it came in.
///
/// ```swift
/// let fields = try FormFields(request)
/// guard let idea = fields.string("idea") else { … }
/// ```
///
/// A field that a form repeats and a JSON list both give several values; ``Field/isRepeated`` tells them
/// apart. What lies deeper in JSON, and names with brackets in forms, become names with dots: `a.b`, `a.0.b`. Texts keep their normal form (NFC or NFD) and may hold NUL: judging values is the caller's part.
package struct FormFields: Sendable, Hashable {
    /// The most fields a body may have: 1,000.
    package static let maximumFields = 1000

    /// A file of a `multipart/form-data` body.
    package struct File: Sendable, Hashable {
        /// The name the client gave it; never use it as a path.
        package let name: String
        package let contentType: String?
        package let bytes: [UInt8]
    }

    /// One value of a field.
    package enum Value: Sendable, Hashable {
        case text(String)
        /// A JSON number as it was written.
        case number(String)
        case boolean(Bool)
        case null
        case file(File)
    }

    /// One name with all its values.
    package struct Field: Sendable, Hashable {
        package let name: String
        package internal(set) var values: [Value]
        /// Whether the name came more than once; a JSON list alone does not count.
        package internal(set) var isRepeated = false
    }

    /// The fields in the order in which their names first came.
    package private(set) var fields: [Field] = []
    private var positions: [[UInt8]: Int] = [:]

    /// Creates an empty set of fields.
    package init() {}

    /// Reads the body of a request by its `Content-Type`; no body and no type give no fields.
    package init(_ request: HTTPRequest) throws(BodyError) {
        let types = request.headers.values("Content-Type")
        guard types.count < 2 else { throw .repeatedContentType }
        guard let type = types.first else {
            if request.body.isEmpty { return }
            throw .missingContentType
        }
        let media = MediaType(type)
        if let charset = media.parameter("charset")?.lowercasedASCII,
            !["utf-8", "utf8", "us-ascii"].contains(charset)
        {
            throw .unsupportedContentType(type)
        }
        switch media.essence {
        case "application/x-www-form-urlencoded":
            for (name, value) in try URLEncodedForm.pairs(in: request.body) {
                try appendFormField(name, .text(value))
            }
        case "multipart/form-data": try readMultipart(request.body, media)
        case "application/json": try readJSON(request.body)
        default: throw .unsupportedContentType(type)
        }
    }

    /// The first value as text; numbers and truth values as JSON writes them, null and files as nil.
    package func string(_ name: String) -> String? {
        switch self[name]?.values.first {
        case .text(let text): text
        case .number(let literal): literal
        case .boolean(let value): value ? "true" : "false"
        case .null, .file, nil: nil
        }
    }

    /// The first value, if it is a file.
    package func file(_ name: String) -> File? {
        guard case .file(let file) = self[name]?.values.first else { return nil }
        return file
    }

    /// Whether the body names the field, also with null or an empty text.
    package func has(_ name: String) -> Bool { self[name] != nil }

    /// The field of this name, compared byte by byte.
    package subscript(_ name: String) -> Field? {
        // Of the few fields that a form has, looking at each is faster than hashing the name.
        guard fields.count > 8 else { return fields.first { $0.name.utf8.elementsEqual(name.utf8) } }
        return positions[Array(name.utf8)].map { fields[$0] }
    }

    /// The names that came more than once.
    package var repeatedNames: [String] { fields.filter(\.isRepeated).map(\.name) }

    /// Adds what a form sends under a name with brackets.
    mutating func appendFormField(_ name: String, _ value: Value) throws(BodyError) {
        let (name, isListed) = FieldName.canonical(name)
        try append(name, [value], isListed: isListed)
    }

    mutating func append(_ name: String, _ values: [Value], isListed: Bool = false) throws(BodyError) {
        // Bytes as key: `String` would take NFC and NFD for one name.
        let key = Array(name.utf8)
        if let position = positions[key] {
            fields[position].values += values
            if !isListed { fields[position].isRepeated = true }
        } else {
            guard fields.count < Self.maximumFields else { throw .tooManyFields }
            positions[key] = fields.count
            fields.append(Field(name: name, values: values))
        }
    }
}
