/// Why no answer came.
package struct HTTPClientError: Error, Sendable, Hashable {
    package enum Code: String, Sendable, Hashable, CaseIterable {
        /// The request is not one that can be sent.
        case invalidRequest = "invalid_request"
        /// The name of the host is not known.
        case couldNotResolve = "could_not_resolve"
        case couldNotConnect = "could_not_connect"
        /// The request may go to public addresses only, and this is none.
        case forbiddenAddress = "forbidden_address"
        /// The TLS handshake failed or the certificate is not trusted.
        case tls
        case timedOut = "timed_out"
        /// The answer is longer than the request allows.
        case tooLarge = "too_large"
        /// The connection ended before the answer did.
        case dropped
        /// The server does not speak HTTP, or wrongly.
        case malformedAnswer = "malformed_answer"
        /// The file of a download cannot be made or written.
        case file
        case cancelled
    }

    package let code: Code
    /// What was wrong, where and what to do; holds no secret and no path of the URL.
    package let message: String
    /// Whether the server can have received the request and acted on it.
    package let mayHaveArrived: Bool

    package init(_ code: Code, _ message: String, mayHaveArrived: Bool) {
        self.code = code
        self.message = message
        self.mayHaveArrived = mayHaveArrived
    }
}

extension HTTPClientError: CustomStringConvertible {
    package var description: String { message }
}
