import Foundation
import HTTPServer
import Synchronization
import TestSupport
import Testing

/// Bodies that are read and written piece by piece, both at once.
@Suite(.timeLimit(.minutes(5)))
struct BodyStreamTests {
    /// Sends back what it gets, as it comes.
    private var echo: Router {
        var router = Router()
        router.add(.post, "/echo", maximumBodyBytes: .max, streamsBody: true) { request in
            guard let body = request.bodyStream else { return .text("no stream", status: 500) }
            return HTTPResponse(type: "text/plain", body: .stream(HTTPByteStream { try await body.next() }))
        }
        router.add(.post, "/early", maximumBodyBytes: .max, streamsBody: true) { _ in .text("enough") }
        router.add(.get, "/") { _ in .text("next") }
        return router
    }

    private static let chunked = "POST /echo HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked\r\n\r\n"

    @Test func `an answer begins before the request is whole`() async throws {
        try await withServer(echo) { port, _ in
            let client = try RawClient(port: port)
            await client.send(Self.chunked + "3\r\none\r\n")
            let head = try await client.read(through: "\r\n\r\n")
            #expect(head.contains("Transfer-Encoding: chunked") && !head.contains("Content-Length"))
            #expect(try await client.read(through: "one\r\n") == "3\r\none\r\n")
            await client.send("5\r\n two!\r\n")
            #expect(try await client.read(through: "!\r\n") == "5\r\n two!\r\n")
            await client.send("0\r\n\r\n")
            #expect(try await client.read(through: "\r\n\r\n") == "0\r\n\r\n")
            await client.send(get("/"))
            #expect(try await client.response().text == "next", "the connection is in step")
        }
    }

    @Test func `a body of a known length is streamed as well`() async throws {
        try await withServer(echo) { port, _ in
            let client = try RawClient(port: port)
            await client.send("POST /echo HTTP/1.1\r\nHost: test\r\nContent-Length: 4\r\n\r\nab")
            _ = try await client.read(through: "2\r\nab\r\n")
            await client.send("cd" + get("/"))
            #expect(try await client.read(through: "0\r\n\r\n") == "2\r\ncd\r\n0\r\n\r\n")
            #expect(try await client.response().text == "next")
        }
    }

    @Test func `who reads nothing is read no further, and gets all of it later`() async throws {
        try await withServer(echo) { port, _ in
            let client = try RawClient(port: port)
            await client.send(Self.chunked)
            let piece = Array("10000\r\n".utf8) + [UInt8](repeating: 0x61, count: 0x10000) + [0x0D, 0x0A]
            let pieces = 400
            let accepted = Atomic<Int>(0)
            let sender = Task {
                for _ in 0..<pieces {
                    await client.send(piece)
                    accepted.add(1, ordering: .relaxed)
                }
                await client.send("0\r\n\r\n")
            }
            // Both buffers of the system and of the server are full long before all of it is sent.
            var before = -1
            while accepted.load(ordering: .relaxed) != before || before < 1 {
                before = accepted.load(ordering: .relaxed)
                try await Task.sleep(for: .milliseconds(300))
            }
            #expect(accepted.load(ordering: .relaxed) < pieces)
            _ = try await client.read(through: "\r\n\r\n")
            var total = 0
            while true {
                // The two bytes of the line's end are one character.
                let line = try await client.read(through: "\r\n")
                let size = Int(line.dropLast(), radix: 16) ?? -1
                total += try await client.read(count: size + 2).count - 2
                #expect(size >= 0, "\(line)")
                if size <= 0 { break }
            }
            #expect(total == pieces * 0x10000)
            await sender.value
        }
    }

    @Test func `who is answered early loses the connection, not the answer`() async throws {
        try await withServer(echo) { port, _ in
            let client = try RawClient(port: port)
            await client.send(
                "POST /early HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked\r\n\r\n3\r\none\r\n")
            #expect(try await client.response().text == "enough")
            #expect(await client.readToEnd().isEmpty)
        }
    }

    @Test func `a client that goes away ends the handler`() async throws {
        let observer = RecordingObserver()
        try await withServer(echo, observer: observer) { port, _ in
            let client = try RawClient(port: port)
            await client.send(Self.chunked + "3\r\none\r\n")
            _ = try await client.read(through: "one\r\n")
            client.disconnect()
            let exchange = try #require(await observer.next())
            #expect(!exchange.isComplete)
        }
    }

    @Test func `a broken chunk in the middle ends the answer early`() async throws {
        try await withServer(echo) { port, _ in
            let client = try RawClient(port: port)
            await client.send(Self.chunked + "3\r\none\r\n")
            _ = try await client.read(through: "one\r\n")
            await client.send("zz\r\n")
            let rest = String(decoding: await client.readToEnd(), as: UTF8.self)
            #expect(!rest.contains("0\r\n\r\n"), "no end of the body: \(rest)")
        }
    }

    @Test func `HTTP 1.0 gets the bytes alone`() async throws {
        try await withServer(echo) { port, _ in
            let client = try RawClient(port: port)
            await client.send("POST /echo HTTP/1.0\r\nContent-Length: 3\r\n\r\none")
            let response = try await client.response()
            #expect(response.text == "one" && response.header("Transfer-Encoding") == nil)
        }
    }
}
