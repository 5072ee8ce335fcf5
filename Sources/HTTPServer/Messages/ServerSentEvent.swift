/// One event of a `text/event-stream` (WHATWG HTML, section 9.2).
package struct ServerSentEvent: Sendable, Hashable {
    /// What the browser sends back as `Last-Event-ID`; line breaks and NUL are left out.
    package var id: String?
    /// The event's type; line breaks are left out.
    package var event: String?
    /// The data; each line becomes a `data:` line.
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
        var text = ""
        if let id { text += "id: \(Self.oneLine(id))\n" }
        if let event { text += "event: \(Self.oneLine(event))\n" }
        if let retry { text += "retry: \(retry.milliseconds)\n" }
        let lines = data.utf8.split(omittingEmptySubsequences: false) { $0 == 0x0A }
        for line in lines {
            // A bare CR would end the line too.
            text += "data: \(Self.oneLine(String(Substring(line))))\n"
        }
        return Array((text + "\n").utf8)
    }

    private static func oneLine(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { !["\r", "\n", "\0"].contains($0) }))
    }
}
