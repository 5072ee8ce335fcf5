/// One request that is over, for metrics and logs.
package struct HTTPExchange: Sendable, Hashable {
    /// The method; nil when the head could not be read.
    package let method: HTTPMethod?
    /// The pattern of the route, such as `/v1/prompts/{id}`; nil when none matched.
    package let route: String?
    /// The target as it was sent, for logs only; empty when the head could not be read.
    package let target: String
    /// The status code that was sent, or would have been; 499 when the client left before the answer.
    package let status: Int
    /// From the first byte of the head to the last byte handed to the system.
    package let duration: Duration
    /// Head and body as received, in bytes.
    package let bytesIn: Int
    /// Head and body as handed to the system, in bytes.
    package let bytesOut: Int
    package let requestID: String
    /// Whether the whole answer was sent.
    package let isComplete: Bool
}

/// Told what a server did; called on the server's loop, so it must be quick and must not block.
package protocol HTTPObserver: Sendable {
    /// A request is over.
    func finished(_ exchange: HTTPExchange)

    /// The number of open connections has changed.
    func connectionsChanged(open: Int)
}
