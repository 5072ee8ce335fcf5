/// What the server sends after the head of an answer.
package enum HTTPBody: Sendable {
    case empty
    case bytes([UInt8])
    /// The first `bytes` bytes of a file, read off the loop and sent with back-pressure.
    ///
    /// The server answers `Range` and `If-Range` by itself; give the response an `ETag` for the latter.
    case file(path: String, bytes: Int)
    /// Bytes that are made while they are sent, in chunks.
    case stream(HTTPByteStream)
    /// A stream of events; heartbeats are added, and the connection closes at its end.
    ///
    /// When the client goes away, the stream's `onTermination` is called.
    case events(AsyncStream<ServerSentEvent>)
}

/// Bytes that are made while they are sent; the next ones are asked for when the client has taken the last.
package struct HTTPByteStream: Sendable {
    /// The next piece, nil after the last; an error ends the connection before the end of the body.
    package let next: @Sendable () async throws -> [UInt8]?

    package init(next: @escaping @Sendable () async throws -> [UInt8]?) { self.next = next }
}

/// An answer.
///
/// The server adds `Date`, `Content-Length`, `Connection` and `X-Request-Id`.
package struct HTTPResponse: Sendable {
    /// The status code, 200...599.
    package var status: Int
    /// The headers; control characters in a value are sent as spaces.
    package var headers: HTTPHeaders
    package var body: HTTPBody

    package init(status: Int = 200, headers: HTTPHeaders = [:], body: HTTPBody = .empty) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// Creates an answer whose body has a media type.
    package init(status: Int = 200, type: String, headers: HTTPHeaders = [:], body: HTTPBody) {
        self.init(status: status, headers: headers, body: body)
        self.headers.set("Content-Type", type)
    }

    /// Answers with JSON that is written already.
    package static func json(_ bytes: [UInt8], status: Int = 200, headers: HTTPHeaders = [:]) -> Self {
        Self(status: status, type: "application/json", headers: headers, body: .bytes(bytes))
    }

    /// Answers with plain text in UTF-8.
    package static func text(_ text: String, status: Int = 200, headers: HTTPHeaders = [:]) -> Self {
        Self(
            status: status, type: "text/plain; charset=utf-8", headers: headers,
            body: .bytes(Array(text.utf8)))
    }

    /// Answers with a page in UTF-8.
    package static func html(_ page: String, status: Int = 200, headers: HTTPHeaders = [:]) -> Self {
        Self(
            status: status, type: "text/html; charset=utf-8", headers: headers, body: .bytes(Array(page.utf8))
        )
    }

    /// Answers with a stream of events.
    package static func events(_ events: AsyncStream<ServerSentEvent>, headers: HTTPHeaders = [:]) -> Self {
        var response = Self(type: "text/event-stream", headers: headers, body: .events(events))
        if !response.headers.has("Cache-Control") { response.headers.add("Cache-Control", "no-store") }
        return response
    }
}
