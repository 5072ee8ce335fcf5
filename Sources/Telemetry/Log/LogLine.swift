/// One line in the making: a JSON object, or text for people.
package struct LogLine: Sendable {
    /// A line is at most this long, so that one `write` to a pipe takes it whole (pipe(7), `PIPE_BUF`).
    static let maximumBytes = 4096
    private static let maximumValueBytes = 1024
    /// Room for the end of the object.
    private static let reserve = 32

    private let secrets: Secrets
    private let format: LogFormat
    private var bytes: [UInt8] = []
    private var isCut = false

    init(secrets: Secrets, format: LogFormat = .json) {
        self.secrets = secrets
        self.format = format
        bytes.reserveCapacity(512)
    }

    /// Writes what every line begins with.
    mutating func begin(time: Int64, level: LogLevel, message: StaticString) {
        let moment = LogTime.text(of: time)
        switch format {
        case .json:
            add("time", moment)
            add("level", level.name)
            add("message", message.description)
        case .text(let hasColours):
            // People know the day, and their terminal is 80 columns wide.
            bytes.append(contentsOf: moment.dropFirst(11).dropLast().utf8)
            bytes.append(UInt8(ascii: " "))
            bytes.append(contentsOf: level.mark(inColour: hasColours).utf8)
            bytes.append(UInt8(ascii: " "))
            bytes.append(contentsOf: message.description.utf8)
        }
    }

    mutating func add(_ name: String, _ value: String) {
        let cut = Secrets.isName(name) ? Secrets.replacement : Self.shortened(secrets.removed(from: value))
        let isPlain = format != .json && cut.utf8.allSatisfy(Self.isPlain) && !cut.isEmpty
        append(name) { if isPlain { $0.append(contentsOf: cut.utf8) } else { $0.append(jsonString: cut) } }
    }

    /// Whether a byte needs no quotes in a line for people.
    private static func isPlain(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte != 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "=")
    }

    /// Adds a value that is JSON already.
    mutating func add(_ name: String, number: String) {
        let shown = Secrets.isName(name) ? "\"\(Secrets.replacement)\"" : number
        append(name) { $0.append(contentsOf: shown.utf8) }
    }

    /// The whole line with its line feed.
    consuming func finished() -> [UInt8] {
        guard format == .json else {
            bytes.append(contentsOf: (isCut ? "  log.cut=true\n" : "\n").utf8)
            return bytes
        }
        if bytes.isEmpty { bytes.append(UInt8(ascii: "{")) }
        if isCut { bytes.append(contentsOf: ",\"log.cut\":true".utf8) }
        bytes.append(contentsOf: "}\n".utf8)
        return bytes
    }

    /// Adds one member, or none when the line would become too long.
    private mutating func append(_ name: String, _ value: (inout [UInt8]) -> Void) {
        let start = bytes.count
        if format == .json {
            bytes.append(UInt8(ascii: start == 0 ? "{" : ","))
            bytes.append(jsonString: name)
            bytes.append(UInt8(ascii: ":"))
        } else {
            bytes.append(contentsOf: "  \(name)=".utf8)
        }
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
