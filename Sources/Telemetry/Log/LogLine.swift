/// One JSON object in the making.
package struct LogLine: Sendable {
    /// A line is at most this long, so that one `write` to a pipe takes it whole (pipe(7), `PIPE_BUF`).
    static let maximumBytes = 4096
    private static let maximumValueBytes = 1024
    /// Room for the end of the object.
    private static let reserve = 32

    private let secrets: Secrets
    private var bytes: [UInt8] = []
    private var isCut = false

    init(secrets: Secrets) {
        self.secrets = secrets
        bytes.reserveCapacity(512)
    }

    mutating func add(_ name: String, _ value: String) {
        let cut = Self.shortened(secrets.removed(from: value))
        append(name) { $0.append(jsonString: cut) }
    }

    /// Adds a value that is JSON already.
    mutating func add(_ name: String, number: String) {
        append(name) { $0.append(contentsOf: number.utf8) }
    }

    /// The whole line with its line feed.
    consuming func finished() -> [UInt8] {
        if bytes.isEmpty { bytes.append(UInt8(ascii: "{")) }
        if isCut { bytes.append(contentsOf: ",\"log.cut\":true".utf8) }
        bytes.append(contentsOf: "}\n".utf8)
        return bytes
    }

    /// Adds one member, or none when the line would become too long.
    private mutating func append(_ name: String, _ value: (inout [UInt8]) -> Void) {
        let start = bytes.count
        bytes.append(UInt8(ascii: start == 0 ? "{" : ","))
        bytes.append(jsonString: name)
        bytes.append(UInt8(ascii: ":"))
        value(&bytes)
        if bytes.count > Self.maximumBytes - Self.reserve {
            bytes.removeSubrange(start...)
            isCut = true
        }
    }

    /// Cuts at a character, never inside one.
    private static func shortened(_ text: String) -> String {
        guard text.utf8.count > maximumValueBytes else { return text }
        // A scalar has at most four bytes, so one of four ends lies between two of them.
        let whole = (0..<4).lazy.compactMap { String(text.utf8.prefix(maximumValueBytes - $0)) }.first
        return (whole ?? "") + "…"
    }
}

extension [UInt8] {
    /// Appends a JSON string (RFC 8259, section 7).
    mutating func append(jsonString text: String) {
        append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): append(contentsOf: "\\\"".utf8)
            case UInt8(ascii: "\\"): append(contentsOf: "\\\\".utf8)
            case UInt8(ascii: "\n"): append(contentsOf: "\\n".utf8)
            case 0..<0x20, 0x7F:
                let digits = Array("0123456789abcdef".utf8)
                append(contentsOf: "\\u00".utf8)
                append(digits[Int(byte >> 4)])
                append(digits[Int(byte & 15)])
            default: append(byte)
            }
        }
        append(UInt8(ascii: "\""))
    }
}
