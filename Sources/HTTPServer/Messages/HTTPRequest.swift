/// A request whose head and body have arrived whole.
package struct HTTPRequest: Sendable {
    /// The method; a `HEAD` request reaches the handler of `GET` as `head`.
    package var method: HTTPMethod
    /// The request target as it was sent, for logs.
    package var target: String
    /// The path, percent-decoded: no `.` or `..` segment, no control character, always from `/`.
    package var path: String
    /// The path's segments, decoded; none for `/`, and an empty last one after a closing slash.
    package var segments: [String]
    /// The query's names and values, decoded as in ``FormFields``, in their order.
    package var query: [(name: String, value: String)]
    package var headers: HTTPHeaders
    package var body: [UInt8]
    /// The body as it arrives, for a route that streams it; ``body`` is empty then.
    package var bodyStream: HTTPBodyStream?
    /// Who sent it; nil when it was made by hand.
    package var peer: HTTPAddress?
    /// A well-formed `X-Request-Id` of the client, or one of our own.
    ///
    /// Every answer carries it back as `X-Request-Id`.
    package var id: String
    /// What the `{name}` segments of the route matched.
    package var parameters: [String: String] = [:]
    /// The pattern that matched, such as `/v1/prompts/{id}`; nil before routing.
    package var route: String?

    /// Creates a request from a raw target, as a client would send it.
    ///
    /// - Throws: ``HTTPFault`` with status 400 when the target is refused.
    package init(
        _ method: HTTPMethod, _ target: String, headers: HTTPHeaders = [:], body: [UInt8] = [],
        id: String = ""
    ) throws(HTTPFault) {
        let parts = try RequestTarget(target)
        self.method = method
        self.target = target
        path = parts.path
        segments = parts.segments
        query = parts.query
        self.headers = headers
        self.body = body
        self.id = id
    }

    /// The first value of a query parameter.
    package func query(_ name: String) -> String? { query.first { $0.name == name }?.value }

    /// The value of a route parameter, or an empty text when the route has none of that name.
    package func parameter(_ name: String) -> String { parameters[name] ?? "" }
}
