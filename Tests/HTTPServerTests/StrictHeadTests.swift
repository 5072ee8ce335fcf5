import HTTPServer
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct StrictHeadTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let request: String
        let status: Int

        init(_ name: String, _ request: String, _ status: Int = 400) {
            (testDescription, self.request, self.status) = (name, request, status)
        }
    }

    private static let host = "Host: test\r\n"

    private var router: Router {
        var router = Router()
        router.add(.get, "/") { .text("v\($0.headers["X-Value"] ?? "-")") }
        router.add(.post, "/") { .text("\($0.body.count)") }
        return router
    }

    @Test(arguments: [
        Example("bare LF", "GET / HTTP/1.1\nHost: test\n\n"),
        Example("bare LF in the middle", "GET / HTTP/1.1\r\nHost: test\nA: b\r\n\r\n"),
        Example("bare CR", "GET / HTTP/1.1\r\nHost: te\rst\r\n\r\n"),
        Example("two hosts", "GET / HTTP/1.1\r\n\(host)\(host)\r\n"),
        Example("no host", "GET / HTTP/1.1\r\n\r\n"),
        Example("white space before the colon", "GET / HTTP/1.1\r\nHost : test\r\n\r\n"),
        Example("folded line", "GET / HTTP/1.1\r\n\(host)A: b\r\n c\r\n\r\n"),
        Example("folded first line", "GET / HTTP/1.1\r\n \(host)\r\n"),
        Example("no colon", "GET / HTTP/1.1\r\n\(host)nonsense\r\n\r\n"),
        Example("empty name", "GET / HTTP/1.1\r\n\(host): b\r\n\r\n"),
        Example("odd name", "GET / HTTP/1.1\r\n\(host)A(b): c\r\n\r\n"),
        Example("NUL in a value", "GET / HTTP/1.1\r\n\(host)A: b\u{0}c\r\n\r\n"),
        Example("NUL in the target", "GET /\u{0} HTTP/1.1\r\n\(host)\r\n"),
        Example("escape character", "GET / HTTP/1.1\r\n\(host)A: \u{1b}[1m\r\n\r\n"),
        Example("two spaces", "GET  / HTTP/1.1\r\n\(host)\r\n"),
        Example("a space at the end", "GET / HTTP/1.1 \r\n\(host)\r\n"),
        Example("tab for space", "GET\t/ HTTP/1.1\r\n\(host)\r\n"),
        Example("no version", "GET /\r\n\(host)\r\n"),
        Example("no target", "GET HTTP/1.1\r\n\(host)\r\n"),
        Example("unknown protocol", "GET / HTTQ/1.1\r\n\(host)\r\n"),
        Example("version 2", "GET / HTTP/2.0\r\n\(host)\r\n", 505),
        Example("version 1.9", "GET / HTTP/1.9\r\n\(host)\r\n", 505),
        Example("version 0.9", "GET / HTTP/0.9\r\n\(host)\r\n", 505),
        Example("relative target", "GET a HTTP/1.1\r\n\(host)\r\n"),
        Example("binary", "\u{16}\u{3}\u{1}\u{2}\u{0}\r\n\r\n"),
        Example("two lengths", "POST / HTTP/1.1\r\n\(host)Content-Length: 1\r\nContent-Length: 1\r\n\r\na"),
        Example("a list of lengths", "POST / HTTP/1.1\r\n\(host)Content-Length: 1, 1\r\n\r\na"),
        Example("signed length", "POST / HTTP/1.1\r\n\(host)Content-Length: +1\r\n\r\na"),
        Example("negative length", "POST / HTTP/1.1\r\n\(host)Content-Length: -1\r\n\r\na"),
        Example("hexadecimal length", "POST / HTTP/1.1\r\n\(host)Content-Length: 0x1\r\n\r\na"),
        Example("empty length", "POST / HTTP/1.1\r\n\(host)Content-Length:\r\n\r\na"),
        Example("huge length", "POST / HTTP/1.1\r\n\(host)Content-Length: 99999999999999999999999\r\n\r\na"),
        Example(
            "length and chunks",
            "POST / HTTP/1.1\r\n\(host)Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
        Example(
            "chunks and length",
            "POST / HTTP/1.1\r\n\(host)Transfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n0\r\n\r\n"),
        Example("unknown coding", "POST / HTTP/1.1\r\n\(host)Transfer-Encoding: gzip\r\n\r\n"),
        Example(
            "two codings", "POST / HTTP/1.1\r\n\(host)Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 501),
        Example(
            "chunked twice",
            "POST / HTTP/1.1\r\n\(host)Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
        ),
        Example("chunks in 1.0", "POST / HTTP/1.0\r\n\(host)Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
        Example(
            "unknown expectation", "POST / HTTP/1.1\r\n\(host)Expect: x\r\nContent-Length: 1\r\n\r\n", 417),
    ])
    func `a bad head is refused and the connection closed`(example: Example) async throws {
        try await withServer(router) { port, _ in
            let client = try RawClient(port: port)
            await client.send(example.request + "GET / HTTP/1.1\r\n\(Self.host)\r\n")
            let response = try await client.response()
            #expect(response.status == example.status)
            #expect(response.header("Connection") == "close")
            #expect(await client.readToEnd().isEmpty)
        }
    }

    private static let chunked = "POST / HTTP/1.1\r\n\(host)Transfer-Encoding: chunked\r\n\r\n"

    @Test(arguments: [
        Example("size with LF", "5\nhello\r\n0\r\n\r\n"),
        Example("size with CR", "5\rhello\r\n0\r\n\r\n"),
        Example("chunk end with LF", "5\r\nhello\n0\r\n\r\n"),
        Example("chunk too long", "5\r\nhelloXX\r\n0\r\n\r\n"),
        Example("chunk without end", "5\r\nhello0\r\n\r\n"),
        Example("no size", "\r\nhello\r\n0\r\n\r\n"),
        Example("size in no digits", "xyz\r\nhello\r\n0\r\n\r\n"),
        Example("prefixed size", "0x5\r\nhello\r\n0\r\n\r\n"),
        Example("signed size", "+5\r\nhello\r\n0\r\n\r\n"),
        Example("negative size", "-5\r\nhello\r\n0\r\n\r\n"),
        Example("huge size", "fffffffffffffffff\r\nhello\r\n0\r\n\r\n"),
        Example("extension with LF", "5;a=b\nhello\r\n0\r\n\r\n"),
        Example("last size with LF", "5\r\nhello\r\n0\n\r\n"),
        Example("end with LF", "5\r\nhello\r\n0\r\n\n"),
        Example("space before the size", " 5\r\nhello\r\n0\r\n\r\n"),
    ])
    func `bad chunks are refused and the connection closed`(example: Example) async throws {
        try await withServer(router) { port, _ in
            let client = try RawClient(port: port)
            await client.send(Self.chunked + example.request)
            client.finishSending()
            let response = try await client.response()
            #expect(response.status == 400)
            #expect(response.header("Connection") == "close")
        }
    }

    @Test(arguments: [
        Example("one chunk", "5\r\nhello\r\n0\r\n\r\n"),
        Example("two chunks", "2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n"),
        Example("capital and leading zeros", "0005\r\nhello\r\n000\r\n\r\n"),
        Example("extension", "5;a=b\r\nhello\r\n0\r\n\r\n"),
        Example("trailer", "5\r\nhello\r\n0\r\nX-Value: late\r\n\r\n"),
    ])
    func `good chunks are joined and the connection kept`(example: Example) async throws {
        try await withServer(router) { port, _ in
            let client = try RawClient(port: port)
            await client.send(Self.chunked + example.request)
            #expect(try await client.response().text == "5")
            await client.send(get("/"))
            #expect(try await client.response().text == "v-")
        }
    }

    @Test(arguments: [
        Example("plain", "GET / HTTP/1.1\r\nHost: test\r\nX-Value: 1\r\n\r\n"),
        Example("empty lines first", "\r\n\r\nGET / HTTP/1.1\r\nHost: test\r\nX-Value: 1\r\n\r\n"),
        Example("no blank after the colon", "GET / HTTP/1.1\r\nHost:test\r\nX-Value:1\r\n\r\n"),
        Example("blanks around the value", "GET / HTTP/1.1\r\nHost: test\r\nx-vALUE: \t 1 \t\r\n\r\n"),
        Example("empty header", "GET / HTTP/1.1\r\nX-Empty:\r\nHost: test\r\nX-Value: 1\r\n\r\n"),
        Example(
            "upgrade offered",
            "GET / HTTP/1.1\r\nHost: test\r\nX-Value: 1\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n"),
        Example("length zero", "GET / HTTP/1.1\r\nHost: test\r\nX-Value: 1\r\nContent-Length: 0\r\n\r\n"),
    ])
    func `a good head is read, in one piece or byte by byte`(example: Example) async throws {
        try await withServer(router) { port, _ in
            let client = try RawClient(port: port)
            await client.send(example.request)
            #expect(try await client.response().text == "v1")
            for byte in example.request.utf8 { await client.send([byte]) }
            #expect(try await client.response().text == "v1")
        }
    }

    @Test func `an HTTP 1.0 client gets one answer, or more if it asks`() async throws {
        try await withServer(router) { port, _ in
            let once = try RawClient(port: port)
            await once.send("GET / HTTP/1.0\r\n\r\n")
            #expect(try await once.response().header("Connection") == "close")
            #expect(await once.readToEnd().isEmpty)
            let more = try RawClient(port: port)
            await more.send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
            #expect(try await more.response().header("Connection") == "keep-alive")
        }
    }
}
