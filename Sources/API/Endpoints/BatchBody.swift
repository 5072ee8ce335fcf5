import Domain
import HTTPServer

/// The ideas of one request, each as the JSON object that a request of its own would send.
struct BatchBody {
    /// The most ideas in one request.
    static let maximumItems = 100

    let items: [[UInt8]]

    /// Reads a JSON list of objects or texts, JSON Lines, or a form whose `idea` comes more than once.
    ///
    /// - Throws: `BodyError` when the body cannot be cut into items, ``InputError`` when there are none or
    ///   too many.
    init(_ request: HTTPRequest) throws {
        let type = request.headers["Content-Type"]?.split(separator: ";").first.map(\.trimmed)?.lowercased()
        let first = request.body.first { !Self.isBlank($0) }
        switch type {
        case "application/x-ndjson", "application/jsonl", "application/json-lines":
            items = request.body.split(separator: 0x0A).map(Array.init)
                .filter { $0.contains { !Self.isBlank($0) } }
        case "application/json" where first == UInt8(ascii: "["):
            items = try Self.elements(of: request.body)
        default: items = try Self.items(ofForm: FormFields(request))
        }
        guard !items.isEmpty else {
            throw InputError(field: "idea", code: .missing, expected: "at least one idea")
        }
        guard items.count <= Self.maximumItems else {
            throw InputError(field: "idea", code: .tooLong, expected: "at most \(Self.maximumItems) ideas")
        }
    }

    /// Every idea of a form with the wishes that all of them share.
    private static func items(ofForm form: FormFields) throws -> [[UInt8]] {
        var shared: [String: JSONValue] = [:]
        for field in form.fields where ![Door.formField, "idea"].contains(field.name) {
            shared[field.name] = text(of: field.values)
        }
        return try (form["idea"]?.values ?? []).map { value in
            try JSONText.bytes(of: JSONValue.object(shared.merging(["idea": text(of: [value])]) { $1 }))
        }
    }

    private static func text(of values: [FormFields.Value]) -> JSONValue {
        let texts = values.map { value in
            switch value {
            case .text(let text), .number(let text): text
            case .boolean(let flag): flag ? "true" : "false"
            case .null, .file: ""
            }
        }
        return .string(texts.joined(separator: ","))
    }

    /// Cuts a JSON list at its commas; a text alone stands for an object with that idea.
    private static func elements(of body: [UInt8]) throws -> [[UInt8]] {
        guard let start = body.firstIndex(of: UInt8(ascii: "[")),
            let end = body.lastIndex(where: { !isBlank($0) }),
            end > start, body[end] == UInt8(ascii: "]")
        else { throw BodyError.malformed(offset: body.count, expected: "']' at the end of the list") }
        var elements: [[UInt8]] = []
        var (depth, isText, isEscaped, from) = (0, false, false, start + 1)
        for index in start + 1..<end {
            let byte = body[index]
            if isText {
                if byte == UInt8(ascii: "\""), !isEscaped { isText = false }
                isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isText = true
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: ",") where depth == 0:
                elements.append(Array(body[from..<index]))
                from = index + 1
            default: continue
            }
        }
        elements.append(Array(body[from..<end]))
        if elements.count == 1, elements[0].allSatisfy(isBlank) { return [] }
        return elements.map { element in
            let isText = element.first { !isBlank($0) } == UInt8(ascii: "\"")
            return isText ? Array(#"{"idea":"#.utf8) + element + Array("}".utf8) : element
        }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
