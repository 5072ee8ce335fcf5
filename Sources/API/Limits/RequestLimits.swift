/// How much one client may ask for.
package struct RequestLimits: Sendable, Hashable {
    /// So many requests fit into a client's bucket; 0 is no limit.
    package var requests = 6000
    /// How long an empty bucket takes to be full.
    package var window = Duration.seconds(60)
    /// The most requests of one client that are worked on at the same time.
    package var concurrent = 64
    /// Whether clients on this machine are limited too.
    package var coversLoopback = false
    /// Addresses of proxies whose `X-Forwarded-For` is believed.
    package var trustedProxies: Set<String> = []

    package init() {}

    /// The policy as clients read it (draft-ietf-httpapi-ratelimit-headers).
    var policy: String { "\"requests\";q=\(requests);w=\(max(1, window.components.seconds))" }
}
