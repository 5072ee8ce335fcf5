import Domain
import Telemetry

/// Asks HTTP servers, with libcurl.
///
/// ```swift
/// let client = HTTPClient()
/// var request = HTTPClient.Request(.get, "https://example.org/v1/models")
/// request.headers["Authorization"] = .secret(Secret("Bearer " + key))
/// let answer = try await client.send(request)
/// ```
///
/// Inside of a span, a request carries its trace (W3C Trace Context). Certificates are always verified, proxies of the environment are not used, and an answer of any status
/// is an answer: only what kept one from coming is an error. Thousands of requests share two threads, one
/// for answers and one for files, so that a slow disk holds up no answer.
package final class HTTPClient: Sendable {
    private let configuration: Configuration
    private let answers: TransferLoop
    let files: TransferLoop

    /// Starts the threads; they end after the last reference to the client goes away.
    package init(_ configuration: Configuration = Configuration()) {
        self.configuration = configuration
        answers = TransferLoop(name: "http-answers")
        files = TransferLoop(name: "http-files")
    }

    deinit {
        answers.close()
        files.close()
    }

    /// Sends a request and keeps the body of the answer in memory.
    ///
    /// Cancelling the task ends the request at once.
    ///
    /// - Throws: ``HTTPClientError``; see ``HTTPClientError/mayHaveArrived`` before sending again what
    ///   costs something.
    package func send(_ request: Request) async throws(HTTPClientError) -> Response {
        try await follow(request, on: answers) { ResponseBody(limit: request.limits.bodyBytes) }
    }

    /// Sends a request and, where it allows that, follows the redirects.
    func follow(
        _ request: Request, on loop: TransferLoop, body: () -> ResponseBody
    ) async throws(HTTPClientError) -> Response {
        var request = request
        if let trace = Span.current?.context {
            request.headers["traceparent"] = .text(trace.parent)
            if !trace.state.isEmpty { request.headers["tracestate"] = .text(trace.state) }
        }
        for _ in 0..<max(0, request.maximumRedirects) {
            let response = try await perform(request, on: loop, body: body())
            guard let next = try request.redirected(by: response) else { return response }
            request = next
        }
        return try await perform(request, on: loop, body: body())
    }

    private func perform(
        _ request: Request, on loop: TransferLoop, body: ResponseBody
    ) async throws(HTTPClientError) -> Response {
        var request = request
        if let remaining = RequestDeadline.remaining {
            request.limits.total = min(request.limits.total, max(.milliseconds(1), remaining))
        }
        let transfer = try Transfer(request, configuration, body: body)
        return try await loop.run(transfer).get()
    }
}

extension HTTPClient {
    /// What all requests of a client have in common.
    package struct Configuration: Sendable, Hashable {
        /// What the client calls itself.
        package var userAgent = "Reprise"

        /// A PEM file with the certificate authorities to trust; nil for those of the system.
        package var authorities: String?

        package init() {}
    }
}
