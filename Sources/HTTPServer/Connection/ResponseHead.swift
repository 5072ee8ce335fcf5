/// Writes the head of an answer (RFC 9112, section 4) into one buffer.
struct ResponseHead {
    /// The server's own part of the head; what a handler sets of these is left out.
    private static let ownNames = ["content-length", "transfer-encoding", "connection", "date"]

    var bytes: [UInt8]

    init(reusing buffer: [UInt8]) {
        bytes = buffer
        bytes.removeAll(keepingCapacity: true)
    }

    /// Whether an answer with this status has a body (RFC 9110, sections 15.3.5 and 15.4.5).
    static func mayHaveBody(_ status: Int) -> Bool { status != 204 && status != 304 }

    mutating func write(
        _ response: HTTPResponse, length: Int?, isChunked: Bool, exchange: Exchange, keepsAlive: Bool,
        date: [UInt8]
    ) {
        append("HTTP/1.1 ")
        append(String(response.status))
        append(" ")
        append(HTTPStatusPhrase.phrase(for: response.status))
        append("\r\nDate: ")
        bytes += date
        append("\r\n")
        for field in response.headers.fields where !Self.isOwn(field.name) {
            appendClean(field.name)
            append(": ")
            appendClean(field.value)
            append("\r\n")
        }
        if let length, Self.mayHaveBody(response.status) { appendField("Content-Length", String(length)) }
        if isChunked { append("Transfer-Encoding: chunked\r\n") }
        if !response.headers.has("X-Request-Id") { appendField("X-Request-Id", exchange.id) }
        if !keepsAlive {
            append("Connection: close\r\n")
        } else if exchange.minorVersion == 0 {
            append("Connection: keep-alive\r\n")
        }
        append("\r\n")
    }

    private static func isOwn(_ name: String) -> Bool {
        ownNames.contains { $0.equalsIgnoringCase(name) }
    }

    private mutating func appendField(_ name: StaticString, _ value: String) {
        append(name)
        append(": ")
        append(value)
        append("\r\n")
    }

    private mutating func append(_ text: StaticString) {
        bytes += UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    }

    private mutating func append(_ text: String) { bytes += text.utf8 }

    /// Control characters become spaces, so that no value can add a line of its own.
    private mutating func appendClean(_ text: String) {
        let start = bytes.count
        bytes += text.utf8
        for index in start..<bytes.count where bytes[index] < 0x20 || bytes[index] == 0x7F {
            bytes[index] = 0x20
        }
    }
}
