/// One event of a `text/event-stream` (WHATWG HTML, section 9.2).
package struct ServerSentEvent: Sendable, Hashable {
    /// What the browser sends back as `Last-Event-ID`; line breaks and NUL are left out.
    package var id: String?
    /// The event's type; line breaks are left out.
    package var event: String?
    /// The data; each line becomes a `data:` line, and CR and NUL are left out.
    package var data: String
    /// How long the browser waits before it connects again.
    package var retry: Duration?

    package init(id: String? = nil, event: String? = nil, data: String, retry: Duration? = nil) {
        self.id = id
        self.event = event
        self.data = data
        self.retry = retry
    }

    /// A comment that keeps proxies and clients from giving up on an idle stream.
    static let heartbeat: [UInt8] = Array(":\n\n".utf8)

    /// The event as it is sent, with the empty line that ends it.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(data.utf8.count + 64)
        if let id { Self.append("id: ", id.utf8[...], to: &bytes) }
        if let event { Self.append("event: ", event.utf8[...], to: &bytes) }
        if let retry { Self.append("retry: ", String(retry.milliseconds).utf8[...], to: &bytes) }
        for line in data.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
            Self.append("data: ", line, to: &bytes)
        }
        bytes.append(0x0A)
        return bytes
    }

    /// Adds one line, without what would end it early.
    private static func append(_ name: String, _ value: Substring.UTF8View, to bytes: inout [UInt8]) {
        bytes += name.utf8
        if value.contains(where: { $0 == 0x0A || $0 == 0x0D || $0 == 0 }) {
            bytes += value.filter { $0 != 0x0A && $0 != 0x0D && $0 != 0 }
        } else {
            bytes += value
        }
        bytes.append(0x0A)
    }
}
