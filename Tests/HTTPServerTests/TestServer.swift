import Foundation
import HTTPServer
import Synchronization
import TestSupport

/// Remembers what a server reports.
final class RecordingObserver: HTTPObserver {
    private let state = Mutex((exchanges: [HTTPExchange](), open: 0, mostOpen: 0))
    private let stream: AsyncStream<HTTPExchange>
    private let continuation: AsyncStream<HTTPExchange>.Continuation

    init() { (stream, continuation) = AsyncStream.makeStream() }

    var open: Int { state.withLock(\.open) }

    func finished(_ exchange: HTTPExchange) { continuation.yield(exchange) }

    func connectionsChanged(open: Int) { state.withLock { $0.open = open } }

    /// The next request that is over.
    func next() async -> HTTPExchange? { await stream.first { _ in true } }
}

/// Runs `body` against a server on a free port, and stops it.
func withServer(
    _ router: Router, observer: (any HTTPObserver)? = nil,
    configure: (inout HTTPConfiguration) -> Void = { _ in },
    _ body: (Int, HTTPServer) async throws -> Void
) async throws {
    var configuration = HTTPConfiguration()
    configuration.port = 0
    configuration.lingerTimeout = .seconds(10)
    // A machine that is busy with other tests is slow; a test of a time-out sets its own.
    configuration.headTimeout = .seconds(600)
    configuration.bodyGrace = .seconds(600)
    configuration.idleTimeout = .seconds(600)
    configuration.handlerDeadline = .seconds(600)
    configuration.writeTimeout = .seconds(600)
    configure(&configuration)
    let server = HTTPServer(configuration: configuration, router: router, observer: observer)
    let address = try await server.start()
    do {
        try await body(address.port, server)
    } catch {
        await server.stop(within: .zero)
        throw error
    }
    await server.stop(within: .zero)
}

/// Sends one raw request on a connection of its own and reads the answer.
func exchange(_ port: Int, _ request: String, bodyless: Bool = false) async throws -> RawResponse {
    let client = try RawClient(port: port)
    await client.send(request)
    return try await client.response(bodyless: bodyless)
}

/// A `GET` as a careful client writes it.
func get(_ target: String, _ headers: String...) -> String {
    "GET \(target) HTTP/1.1\r\nHost: test\r\n" + headers.map { $0 + "\r\n" }.joined() + "\r\n"
}

/// A `POST` with a length.
func post(_ target: String, _ body: String, type: String = "application/x-www-form-urlencoded") -> String {
    "POST \(target) HTTP/1.1\r\nHost: test\r\nContent-Type: \(type)\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
}

/// What the system calls the current thread.
func threadName() -> String {
    let name = (try? String(contentsOfFile: "/proc/thread-self/comm", encoding: .utf8)) ?? ""
    return name.trimmingCharacters(in: .newlines)
}
