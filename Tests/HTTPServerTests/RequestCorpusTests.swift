import Foundation
import HTTPServer
import TestSupport
import Testing

/// Every request that the standards forbid is refused, every one that they allow is served.
@Suite(.timeLimit(.minutes(5)))
struct RequestCorpusTests {
    private var router: Router {
        var router = Router()
        for method in [HTTPMethod.get, .post] { router.add(method, "/") { _ in .text("fine") } }
        return router
    }

    @Test func `both lists are long and name everything once`() {
        #expect(MalformedRequests.all.count >= 60 && WellFormedRequests.all.count >= 40)
        for list in [MalformedRequests.all, WellFormedRequests.all] {
            #expect(Set(list.map(\.section)).count == list.count)
            #expect(Set(list.map(\.request)).count == list.count)
        }
    }

    @Test func `what is forbidden is refused, and nothing behind it is read`() async throws {
        try await withServer(router) { port, _ in
            for (section, request) in MalformedRequests.all {
                let client = try RawClient(port: port)
                await client.send(request + "\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: test\r\n\r\n")
                client.finishSending()
                let answer = String(decoding: await client.readToEnd(), as: UTF8.self)
                let status = answer.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
                #expect((400...599).contains(status), "\(section): \(answer)")
                #expect(answer.matches(of: #/HTTP/1\.1 [0-9]{3} /#).count == 1, "\(section): \(answer)")
            }
        }
    }

    @Test func `what is allowed is served, and so is the next request`() async throws {
        try await withServer(router) { port, _ in
            for (section, request) in WellFormedRequests.all {
                let client = try RawClient(port: port)
                await client.send(request)
                var answer = try await client.response(bodyless: request.hasPrefix("HEAD"))
                if answer.status == 100 { answer = try await client.response() }
                #expect((200...299).contains(answer.status), "\(section): \(answer.status) \(answer.text)")
                guard answer.header("Connection") != "close" else { continue }
                await client.send(get("/"))
                #expect(try await client.response().text == "fine", "\(section)")
            }
        }
    }

    @Test func `a request means the same in one piece and byte by byte`() async throws {
        try await withServer(router) { port, _ in
            for (section, request) in WellFormedRequests.all.suffix(12) {
                let client = try RawClient(port: port)
                for byte in request.utf8 { await client.send([byte]) }
                var answer = try await client.response()
                if answer.status == 100 { answer = try await client.response() }
                #expect(answer.text == "fine", "\(section)")
            }
        }
    }

    @Test func `other names than ours are misdirected, addresses are not`() async throws {
        let configure: (inout HTTPConfiguration) -> Void = {
            $0.hostNames = ["localhost", "reprise.example"]
        }
        try await withServer(router, configure: configure) { port, _ in
            for (host, status) in [
                ("localhost", 200), ("LOCALHOST:\(port)", 200), ("reprise.example", 200),
                ("127.0.0.1:\(port)", 200),
                ("[::1]:\(port)", 200), ("evil.example", 421), ("localhost.evil.example", 421), ("", 421),
            ] {
                let answer = try await exchange(port, "GET / HTTP/1.1\r\nHost: \(host)\r\n\r\n")
                #expect(answer.status == status, "\(host)")
            }
        }
    }

    @Test func `a slash at the end leads to the address without it`() async throws {
        var router = router
        router.add(.get, "/things/{id}") { _ in .text("thing") }
        try await withServer(router) { port, _ in
            let moved = try await exchange(port, get("/things/a%20b/?x=1/"))
            #expect(moved.status == 308 && moved.header("Location") == "/things/a%20b?x=1/")
            #expect(try await exchange(port, get("/nothing/")).status == 404)
            #expect(try await exchange(port, get("//evil.example/")).status == 404)
        }
    }
}
