import Foundation

/// An HTTP server in a process of its own that answers as a test tells it, good or bad.
package final class ScriptedServer: Sendable {
    /// One answer; `Servers/scripted-server.py` says what each field means.
    package struct Answer: Sendable, Encodable {
        package var status = 200
        package var headers: [String: String] = [:]
        package var body = ""
        package var stall = false
        package var begin = false
        package var drop = false
        package var cut = false
        package var flood = 0
        package var length = false

        package init(_ status: Int = 200, headers: [String: String] = [:], body: String = "") {
            (self.status, self.headers, self.body) = (status, headers, body)
        }

        package static let stall = Self { $0.stall = true }
        package static let drop = Self { $0.drop = true }

        package init(_ change: (inout Self) -> Void) { change(&self) }
    }

    /// A request as it arrived; names of headers are in lower case.
    package struct Received: Sendable, Decodable {
        package let method: String
        package let path: String
        package let headers: [String: String]
        package let body: String
    }

    package struct DidNotStart: Error {}

    package let port: Int
    private let process: ChildProcess
    private let scheme: String

    /// Starts a server.
    ///
    /// - Parameters:
    ///   - answers: For one request after the other; the last one is repeated.
    ///   - identity: A certificate and its key as PEM files, for TLS.
    package init(answers: [Answer], identity: (certificate: String, key: String)? = nil) async throws {
        let script = BuildProducts.package.appending(path: "Tests/TestSupport/Servers/scripted-server.py")
        process = try ChildProcess(
            "/usr/bin/python3", [script.path] + (identity.map { [$0.certificate, $0.key] } ?? []),
            input: String(decoding: JSONEncoder().encode(answers), as: UTF8.self))
        scheme = identity == nil ? "http" : "https"
        guard let line = await process.line(where: { $0.hasPrefix("port ") }),
            let port = Int(line.dropFirst("port ".count))
        else { throw DidNotStart() }
        self.port = port
    }

    package convenience init(_ answers: Answer...) async throws { try await self.init(answers: answers) }

    package func url(_ path: String = "/") -> String { "\(scheme)://127.0.0.1:\(port)\(path)" }

    /// The next request that arrived; waits for it.
    package func request() async throws -> Received {
        guard let line = await process.line(where: { $0.hasPrefix("{") }) else { throw DidNotStart() }
        return try JSONDecoder().decode(Received.self, from: Data(line.utf8))
    }
}
