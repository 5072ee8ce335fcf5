import HTTPServer

/// Who a request comes from, as far as the network says so.
struct ClientAddress: Sendable, Hashable {
    let text: String

    /// The peer, or behind a trusted proxy the last address that no trusted proxy has.
    init(of request: HTTPRequest, trusting proxies: Set<String>) {
        var address = request.peer?.host ?? "unknown"
        if proxies.contains(address) {
            let forwarded = request.headers.values("X-Forwarded-For").flatMap { $0.split(separator: ",") }
            // From the right: what stands further left was written by whoever sent it.
            for part in forwarded.reversed() {
                address = part.trimmed
                if !proxies.contains(address) { break }
            }
        }
        text = address
    }

    /// Whether it is this machine.
    var isLoopback: Bool { text.hasPrefix("127.") || text == "::1" || text == "::ffff:127.0.0.1" }
}
