/// The head of an answer, line by line.
struct ResponseHead: Sendable {
    /// A server must not fill the memory with headers either.
    private static let maximumBytes = 256 << 10

    private(set) var status = 0
    private(set) var fields: [(name: String, value: String)] = []
    private var bytes = 0

    var isBegun: Bool { bytes > 0 }

    var isSuccess: Bool { (200...299).contains(status) }

    /// `Content-Length`, if there is one.
    var length: Int? { fields.first { $0.name == "content-length" }.flatMap { Int($0.value) } }

    /// The entity tag, unless it is a weak one, which says nothing of bytes (RFC 9110, section 8.8.3).
    var strongTag: String? {
        fields.first { $0.name == "etag" }.map(\.value).flatMap { $0.hasPrefix("\"") ? $0 : nil }
    }

    /// `Content-Range` of a single part: where it begins, and how long the whole is if that is said.
    var range: (first: Int, total: Int?)? {
        guard let value = fields.first(where: { $0.name == "content-range" })?.value,
            value.lowercased().hasPrefix("bytes ")
        else { return nil }
        let parts = value.dropFirst(6).split(separator: "/", maxSplits: 1)
        guard let first = parts.first?.split(separator: "-").first.flatMap({ Int($0) }) else { return nil }
        return (first, parts.count > 1 ? Int(parts[1]) : nil)
    }

    /// Takes one line with its line feed; false when the head has become too long.
    mutating func add(_ line: UnsafeRawBufferPointer) -> Bool {
        bytes += line.count
        guard bytes <= Self.maximumBytes else { return false }
        let text = String(decoding: line, as: UTF8.self)
        if text.hasPrefix("HTTP/") {
            // An interim answer (1xx) comes before the real one.
            status = text.split(separator: " ").dropFirst().first.flatMap { Int($0.prefix(3)) } ?? 0
            fields = []
        } else if let colon = text.firstIndex(of: ":") {
            let value = text[text.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
            let end = value.lastIndex { !$0.isWhitespace }.map(value.index(after:)) ?? value.startIndex
            fields.append((text[..<colon].lowercased(), String(value[..<end])))
        }
        return true
    }
}
