/// An HTTP/1.1 server on one event loop of its own.
///
/// ```swift
/// let server = HTTPServer(configuration: configuration, router: router)
/// let address = try await server.start()
/// await server.stop(within: .seconds(10))
/// ```
package final class HTTPServer: Sendable {
    /// Creates a server that does not listen yet.
    ///
    /// - Parameters:
    ///   - configuration: Where to listen, limits and time-outs.
    ///   - router: All routes.
    ///   - observer: Told of every request that is over.
    ///   - problem: Makes the answer to a request that the server itself refuses.
    package init(
        configuration: HTTPConfiguration, router: Router, observer: (any HTTPObserver)? = nil,
        problem: @escaping @Sendable (HTTPFault) -> HTTPResponse = { $0.plainResponse }
    ) {
    }

    /// Starts to listen and returns the address, with the port that was taken.
    ///
    /// - Throws: ``HTTPServerError`` when the address cannot be had, or at a second call.
    package func start() async throws(HTTPServerError) -> HTTPAddress {
        throw HTTPServerError(.systemFailure, "The server is not there yet.")
    }

    /// Stops: no new connection, requests in flight are answered, event streams end.
    ///
    /// Returns when the loop has ended. What is not done by then is cancelled and closed. Further calls
    /// wait for the first.
    ///
    /// - Parameter within: How long requests in flight may take.
    package func stop(within: Duration) async {
    }
}
