import Foundation
import HTTPServer
import Synchronization
import TestSupport
import Testing

/// The proxies of `docs/proxy` in front of the server.
@Suite(.timeLimit(.minutes(5)), .serialized)
struct ProxyTests {
    /// Remembers what the server was asked for.
    private final class TargetObserver: HTTPObserver {
        private let targets = Mutex<[String]>([])

        var all: [String] { targets.withLock { $0 } }

        func finished(_ exchange: HTTPExchange) { targets.withLock { $0.append(exchange.target) } }

        func connectionsChanged(open: Int) {}
    }

    enum Proxy: String, CaseIterable {
        case nginx, caddy

        var program: String { self == .nginx ? "/usr/sbin/nginx" : "/usr/bin/caddy" }

        var isThere: Bool { FileManager.default.isExecutableFile(atPath: program) }
    }

    private var router: Router {
        var router = Router()
        router.add(.get, "/") { .text("front \($0.headers["X-Forwarded-For"] ?? "-")") }
        router.add(.post, "/") { .text("\($0.body.count)") }
        router.add(.get, "/smuggled") { _ in .text("smuggled") }
        router.add(.get, "/events") { _ in
            .events(AsyncStream { continuation in continuation.yield(ServerSentEvent(data: "first")) })
        }
        return router
    }

    /// The requests whose end two servers might see in different places.
    private static let ambiguous: [String] = {
        let hidden = "GET /smuggled HTTP/1.1\r\nHost: test\r\n\r\n"
        let lengths = [
            "Content-Length: 0\r\nTransfer-Encoding: chunked",
            "Transfer-Encoding: chunked\r\nContent-Length: 4",
            "Content-Length: 0\r\nContent-Length: \(hidden.utf8.count)", "Content-Length: 0, 40",
            "Content-Length : 0", "Content-Length: +0", "Transfer-Encoding : chunked",
            "Transfer-Encoding: xchunked", "Transfer-Encoding: chunked, identity",
            "Transfer-Encoding: identity, chunked", "Transfer-Encoding:\u{b}chunked",
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: cow", " Transfer-Encoding: chunked",
            "X: x\nTransfer-Encoding: chunked", "X: x\rTransfer-Encoding: chunked",
            "Transfer-Encoding\r\n: chunked", "Content-Length: 0\r\nTransfer_Encoding: chunked",
        ]
        let plain = lengths.map { "POST / HTTP/1.1\r\nHost: test\r\n\($0)\r\n\r\n0\r\n\r\n\(hidden)" }
        let chunks = [
            "0\n\n", "0;\n\r\n", "00000000000000000\r\n\r\n", "0 \r\n\r\n", "0;a=\"\r\n\r\n\"", "-0\r\n\r\n",
        ]
        return plain
            + chunks.map {
                "POST / HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked\r\n\r\n\($0)x\r\n\(hidden)"
            }
    }()

    @Test(arguments: Proxy.allCases.filter(\.isThere))
    func `nothing is smuggled past the proxy`(proxy: Proxy) async throws {
        let observer = TargetObserver()
        try await behind(proxy, observer: observer) { port in
            for request in Self.ambiguous {
                let before = observer.all.count { $0 == "/smuggled" }
                let client = try RawClient(port: port)
                // The last one ends the connection, so that there is an end to read to.
                await client.send(request + "GET / HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n")
                let answers = String(decoding: await client.readToEnd(), as: UTF8.self)
                // A second request of the client itself is its right: it is answered as one. What may not be
                // is that the server sees it while the proxy took it for a body.
                let seen = observer.all.count { $0 == "/smuggled" } - before
                let answered = answers.components(separatedBy: "\r\n\r\nsmuggled").count - 1
                #expect(seen == answered, "\(request.debugDescription): \(answers)")
                let clean = try RawClient(port: port)
                await clean.send("GET / HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n")
                let next = try await clean.response()
                #expect(next.text.hasPrefix("front"), "the next client's answer: \(next.text)")
            }
        }
    }

    @Test(arguments: Proxy.allCases.filter(\.isThere))
    func `requests, addresses and events go through`(proxy: Proxy) async throws {
        try await behind(proxy, observer: TargetObserver()) { port in
            let client = try RawClient(port: port)
            await client.send(get("/", "X-Forwarded-For: 203.0.113.9"))
            #expect(try await client.response().text == "front 127.0.0.1", "the claim is not passed on")
            await client.send(post("/", String(repeating: "x", count: 100_000)))
            #expect(try await client.response().text == "100000")
            let follower = try RawClient(port: port)
            await follower.send(get("/events"))
            #expect(try await follower.read(through: "data: first").contains("text/event-stream"))
        }
    }

    /// Runs `body` with the port of a proxy, set up as `docs/proxy` says but for addresses and TLS.
    private func behind(
        _ proxy: Proxy, observer: TargetObserver, _ body: (Int) async throws -> Void
    ) async throws {
        try await withServer(router, observer: observer) { server, _ in
            let folder = try TemporaryFolder()
            let port = try Self.freePort()
            let process = try start(proxy, folder, port: port, server: server)
            try await Self.waitForPort(port)
            do {
                try await body(port)
            } catch {
                process.send(SIGKILL)
                throw error
            }
            process.send(SIGKILL)
            _ = await process.ending()
        }
    }

    private func start(
        _ proxy: Proxy, _ folder: TemporaryFolder, port: Int, server: Int
    ) throws -> ChildProcess {
        let name = proxy == .nginx ? "nginx.conf" : "Caddyfile"
        let example = BuildProducts.package.appending(path: "docs/proxy/\(name)")
        var text = try String(contentsOf: example, encoding: .utf8).replacing(
            "127.0.0.1:8787", with: "127.0.0.1:\(server)")
        let file = folder.file(name)
        switch proxy {
        case .nginx:
            text = text.replacing("listen 443 ssl http2;", with: "listen 127.0.0.1:\(port);")
                .replacing("/run/nginx.pid", with: folder.file("pid"))
                .replacing(
                    "    server {\n        listen",
                    with: Self.temporaryPaths(folder) + "    server {\n        listen")
            text = text.split(separator: "\n", omittingEmptySubsequences: false)
                .filter { !$0.contains("ssl_certificate") }.joined(separator: "\n")
            try text.write(toFile: file, atomically: true, encoding: .utf8)
            return try ChildProcess(
                proxy.program,
                [
                    "-c", file, "-p", folder.path, "-e", folder.file("errors.log"), "-g",
                    "daemon off; master_process off;",
                ])
        case .caddy:
            text =
                "{\n\tadmin off\n}\n"
                + text.replacing("reprise.example {", with: "http://:\(port) {\n\tbind 127.0.0.1")
            try text.write(toFile: file, atomically: true, encoding: .utf8)
            return try ChildProcess(
                proxy.program, ["run", "--config", file, "--adapter", "caddyfile"],
                environment: [
                    "HOME": folder.path, "XDG_DATA_HOME": folder.path, "XDG_CONFIG_HOME": folder.path,
                ])
        }
    }

    private static func temporaryPaths(_ folder: TemporaryFolder) -> String {
        ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map {
            "    \($0)_temp_path \(folder.file($0));\n"
        }.joined()
    }

    private static func freePort() throws -> Int {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let code = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, length) == 0 ? getsockname(socket, $0, &length) : -1
            }
        }
        #expect(code == 0)
        return Int(in_port_t(bigEndian: address.sin_port))
    }

    private static func waitForPort(_ port: Int) async throws {
        for _ in 0..<600 {
            if (try? RawClient(port: port)) != nil { return }
            try await Task.sleep(for: .milliseconds(50))
        }
        Issue.record("the proxy does not listen")
    }
}
