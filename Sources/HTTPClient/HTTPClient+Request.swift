package import Domain

extension HTTPClient {
    /// One request.
    package struct Request: Sendable, Hashable {
        package enum Method: String, Sendable, Hashable, CaseIterable {
            case get = "GET"
            case head = "HEAD"
            case post = "POST"
            case put = "PUT"
            case patch = "PATCH"
            case delete = "DELETE"
        }

        /// The value of a header field.
        package enum Value: Sendable, Hashable, ExpressibleByStringLiteral {
            case text(String)
            /// Not printed, and not sent to another server than the first.
            case secret(Secret)

            package init(stringLiteral text: String) { self = .text(text) }
        }

        /// Which addresses may be connected to.
        package enum Reach: Sendable, Hashable {
            case anywhere
            /// Only those of the public network, judged when the connection is made, so that neither a name
            /// nor a redirect leads inside.
            case publicAddresses
            /// The server of the URL wherever it is, but after a redirect to another one only those of the
            /// public network.
            case publicElsewhere
        }

        package var method: Method
        /// An absolute `http` or `https` URL without user and password.
        package var url: String
        package var headers: [String: Value] = [:]
        package var body: [UInt8]?
        package var limits = Limits()
        package var reach = Reach.anywhere

        /// Whether the request may reach the server twice without harm.
        ///
        /// A kept connection can turn out to be closed only after something was sent on it; curl then sends
        /// again on a new one. A request that must not be repeated gets a new connection from the start.
        /// By default all but `POST` and `PATCH` are repeatable (RFC 9110, section 9.2.2).
        package var isRepeatable: Bool

        /// How many redirects are followed; none by default, and never for `POST`.
        ///
        /// Secret headers stay behind when a redirect leads to another server, and none leads from `https`
        /// to `http`.
        package var maximumRedirects = 0

        package init(_ method: Method, _ url: String) {
            self.method = method
            self.url = url
            isRepeatable = ![.post, .patch].contains(method)
        }
    }

    /// What a request may take.
    package struct Limits: Sendable, Hashable {
        /// Time for the connection with its TLS handshake, 10 seconds by default.
        package var connecting: Duration = .seconds(10)
        /// Time without a byte of progress before the answer begins, 30 seconds by default.
        package var firstByte: Duration = .seconds(30)
        /// Time without a byte of progress once the answer has begun, 30 seconds by default.
        package var idle: Duration = .seconds(30)
        /// Time for the whole request, a minute by default.
        package var total: Duration = .seconds(60)
        /// The longest body of an answer, 1 MiB by default.
        package var bodyBytes = 1 << 20

        package init() {}
    }
}
