import Domain
import HTTPServer

/// The ideas of one request, each as the JSON object that a request of its own would send.
struct BatchBody {
    /// The most ideas in one request.
    static let maximumItems = 100

    let items: [[UInt8]]

    /// Reads a JSON list of objects or texts, JSON Lines, or a form or JSON object with `idea`, `ideas` or
    /// `items`.
    ///
    /// - Throws: `BodyError` when the body cannot be cut into items, ``InputError`` when there are none or
    ///   too many.
    init(_ request: HTTPRequest) throws {
        let type = request.headers["Content-Type"]?.split(separator: ";").first.map(\.trimmed)?.lowercased()
        let first = request.body.first { !Self.isBlank($0) }
        switch type {
        case _ where Self.isLines(type):
            items = request.body.split(separator: 0x0A).filter { $0.contains { !Self.isBlank($0) } }
                .map { Self.object(ofLine: Array($0)) }
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

    /// Every idea of a form or of a JSON object with the wishes that all of them share: those of `idea`,
    /// the lines of `ideas`, and the objects of `items`, which have wishes of their own.
    private static func items(ofForm form: FormFields) throws -> [[UInt8]] {
        var shared: [String: JSONValue] = [:]
        var own: [Int: [String: JSONValue]] = [:]
        for field in form.fields where ![Door.formField, "idea", "ideas"].contains(field.name) {
            let text = JSONValue.string(try text(of: field))
            if let item = ItemName(field.name) {
                own[item.index, default: [:]][item.name] = text
            } else {
                shared[field.name] = text
            }
        }
        let listed = try lines(of: form).map { ["idea": JSONValue.string($0)] }
        let items = listed + own.sorted { $0.key < $1.key }.map(\.value)
        return items.map { item in Array(JSONValue.object(shared.merging(item) { $1 }).text.utf8) }
    }

    /// The ideas of a form: each value of `idea`, and each line of `ideas`, a text or a file.
    private static func lines(of form: FormFields) throws -> [String] {
        let single = try (form["idea"]?.values ?? []).compactMap { value throws(InputError) in
            try value.text(of: "idea")
        }
        let several = try (form["ideas"]?.values ?? []).compactMap { value throws(InputError) in
            try value.text(of: "ideas")
        }
        let lines = several.flatMap { $0.split(whereSeparator: \.isNewline) }.map(\.trimmed)
        return single + lines.filter { !$0.isEmpty }
    }

    private static func text(of field: FormFields.Field) throws(InputError) -> String {
        var texts: [String] = []
        for value in field.values { texts.append(try value.text(of: field.name) ?? "") }
        return texts.filter { !$0.isEmpty }.joined(separator: ",")
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
        return elements.map(object(ofLine:))
    }

    /// Whether a media type is one of JSON Lines.
    static func isLines(_ type: String?) -> Bool {
        ["application/x-ndjson", "application/jsonl", "application/json-lines"].contains(type?.lowercased())
    }

    /// An item as an object; a text alone stands for an object with that idea.
    static func object(ofLine item: [UInt8]) -> [UInt8] {
        let isText = item.first { !isBlank($0) } == UInt8(ascii: "\"")
        return isText ? Array(#"{"idea":"#.utf8) + item + Array("}".utf8) : item
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}

/// The name of a field of one item of a list: `items.0.style`, as `items[0][style]` reads.
private struct ItemName {
    let index: Int
    let name: String

    init?(_ text: String) {
        let parts = text.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "items", let index = Int(parts[1]), index >= 0 else { return nil }
        self.index = index
        name = String(parts[2])
    }
}
