import HTTPServer
import Synchronization
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct ConnectionTests {
    private var router: Router {
        var router = Router()
        router.add(.get, "/echo/{text}") { .text($0.parameter("text")) }
        router.add(.get, "/later/{text}") { request in
            await Task.yield()
            await Task.detached {}.value
            return .text(request.parameter("text"))
        }
        router.add(.post, "/length") { .text("\($0.body.count)") }
        router.add(.post, "/upload", maximumBodyBytes: 3 << 20) { .text("\($0.body.count)") }
        router.add(.get, "/large") { _ in
            HTTPResponse(body: .bytes([UInt8](repeating: 0, count: 8 << 20)))
        }
        router.add(.post, "/fields") { request in
            do throws(BodyError) {
                let fields = try FormFields(request)
                return .text("\(fields.string("idea") ?? "none") \(fields.file("clip")?.bytes.count ?? 0)")
            } catch {
                return HTTPFault(error).plainResponse
            }
        }
        router.add(.get, "/split") { _ in HTTPResponse(headers: ["X-A": "b\r\nX-Evil: c"]) }
        return router
    }

    @Test func `pipelined requests are answered in their order`() async throws {
        try await withServer(router) { port, _ in
            let client = try RawClient(port: port)
            let paths = (0..<200).map { $0.isMultiple(of: 3) ? "/later/\($0)" : "/echo/\($0)" }
            await client.send(paths.map { get($0) }.joined())
            for number in 0..<200 { #expect(try await client.response().text == "\(number)") }
        }
    }

    @Test func `thousands of requests in one packet need no deep stack`() async throws {
        try await withServer(router) { port, _ in
            let client = try RawClient(port: port)
            async let upload: Void = client.send(String(repeating: get("/echo/a"), count: 2000))
            for _ in 0..<2000 { #expect(try await client.response().text == "a") }
            await upload
        }
    }

    @Test(arguments: [0, 1, 4096, 1 << 20])
    func `a body of any allowed size arrives`(size: Int) async throws {
        try await withServer(router) { port, _ in
            let response = try await exchange(port, post("/length", String(repeating: "a", count: size)))
            #expect(response.text == "\(size)")
        }
    }

    @Test(arguments: [
        ("idea=귀여운 강아지", "application/x-www-form-urlencoded", 200, "귀여운 강아지 0"),
        (#"{"idea":"귀여운 강아지"}"#, "application/json", 200, "귀여운 강아지 0"),
        (
            "--X\r\nContent-Disposition: form-data; name=idea\r\n\r\n강아지\r\n--X\r\n"
                + "Content-Disposition: form-data; name=clip; filename=a\r\n\r\n1234\r\n--X--",
            "multipart/form-data; boundary=X", 200, "강아지 4"
        ),
        ("{", "application/json", 400, nil), ("a", "text/plain", 415, nil),
        ("{}", "application/json\r\nContent-Type: application/json", 400, nil),
    ])
    func `a handler reads fields in three formats`(
        body: String, type: String, status: Int, text: String?
    ) async throws {
        try await withServer(router) { port, _ in
            let response = try await exchange(port, post("/fields", body, type: type))
            #expect(response.status == status)
            if let text { #expect(response.text == text) }
        }
    }

    @Test func `a client that expects 100 gets it before it sends`() async throws {
        try await withServer(router) { port, _ in
            let client = try RawClient(port: port)
            await client.send(
                "POST /length HTTP/1.1\r\nHost: test\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n")
            #expect(try await client.response().status == 100)
            await client.send("hello")
            #expect(try await client.response().text == "5")
        }
    }

    @Test func `a client that expects 100 for too much gets 413 at once`() async throws {
        try await withServer(router) { port, _ in
            let client = try RawClient(port: port)
            await client.send(
                "POST /length HTTP/1.1\r\nHost: test\r\nExpect: 100-continue\r\nContent-Length: 5000000\r\n\r\n"
            )
            #expect(try await client.response().status == 413)
        }
    }

    @Test func `a body over the limit gets 413, also while it is still being sent`() async throws {
        try await withServer(router) { port, _ in
            let announced = try RawClient(port: port)
            async let upload: Void = announced.send(post("/length", String(repeating: "a", count: 3 << 20)))
            #expect(try await announced.response().status == 413)
            await upload
            let chunk = "100000\r\n" + String(repeating: "a", count: 1 << 20) + "\r\n"
            let chunked = try RawClient(port: port)
            await chunked.send(
                "POST /length HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk
                    + "1\r\na\r\n")
            #expect(try await chunked.response().status == 413)
        }
    }

    @Test func `a route may take more than the server's limit`() async throws {
        try await withServer(router) { port, _ in
            let response = try await exchange(port, post("/upload", String(repeating: "a", count: 2 << 20)))
            #expect(response.text == "\(2 << 20)")
        }
    }

    @Test func `endless framing without a body is refused`() async throws {
        try await withServer(router) { port, _ in
            let client = try RawClient(port: port)
            await client.send("POST /length HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked\r\n\r\n1;")
            await client.send(String(repeating: "a", count: 40 << 10))
            #expect(try await client.response().status == 400)
        }
    }

    @Test(arguments: [
        (pathBytes: 9000, valueBytes: 1, headers: 1, status: 414),
        (pathBytes: 1, valueBytes: 40_000, headers: 1, status: 431),
        (pathBytes: 1, valueBytes: 1, headers: 120, status: 431),
        (pathBytes: 7000, valueBytes: 20_000, headers: 1, status: 200),
    ])
    func `a head over the limits is refused`(
        pathBytes: Int, valueBytes: Int, headers: Int, status: Int
    ) async throws {
        let path = "/echo/" + String(repeating: "a", count: pathBytes)
        let lines = (0..<headers).map { "A\($0): " + String(repeating: "b", count: valueBytes) }
        try await withServer(router) { port, _ in
            let response = try await exchange(port, get(path, lines.joined(separator: "\r\n")))
            #expect(response.status == status)
        }
    }

    @Test func `a large answer waits for a slow client`() async throws {
        try await withServer(router) { port, _ in
            let client = try RawClient(port: port)
            await client.send(get("/large") + get("/echo/after"))
            #expect(try await client.response().body.count == 8 << 20)
            #expect(try await client.response().text == "after")
        }
    }

    @Test func `a header value cannot add a header`() async throws {
        try await withServer(router) { port, _ in
            let response = try await exchange(port, get("/split"))
            #expect(response.header("X-Evil") == nil)
            #expect(response.header("X-A") == "b  X-Evil: c")
        }
    }

    @Test func `one connection too many gets 503`() async throws {
        try await withServer(router, configure: { $0.maximumConnections = 2 }) { port, _ in
            let first = try RawClient(port: port)
            await first.send(get("/echo/1"))
            _ = try await first.response()
            let second = try RawClient(port: port)
            await second.send(get("/echo/2"))
            _ = try await second.response()
            let third = try RawClient(port: port)
            #expect(try await third.response().status == 503)
            await first.send(get("/echo/again"))
            #expect(try await first.response().text == "again")
        }
    }

    @Test func `every answer has a date`() async throws {
        try await withServer(router) { port, _ in
            let date = try await exchange(port, get("/echo/a")).header("Date") ?? ""
            #expect(date.wholeMatch(of: /[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT/) != nil)
        }
    }

    @Test func `the observer hears of each request`() async throws {
        let observer = RecordingObserver()
        try await withServer(router, observer: observer) { port, _ in
            let client = try RawClient(port: port)
            await client.send(get("/echo/a", "X-Request-Id: mine") + "nonsense\r\n\r\n")
            _ = try await client.response()
            let good = try #require(await observer.next())
            #expect((good.method, good.route, good.status) == (.get, "/echo/{text}", 200))
            #expect((good.target, good.requestID, good.isComplete) == ("/echo/a", "mine", true))
            #expect(good.bytesIn == get("/echo/a", "X-Request-Id: mine").utf8.count)
            let bad = try #require(await observer.next())
            #expect((bad.method, bad.route, bad.status) == (nil, nil, 400))
            #expect(bad.requestID.isEmpty == false)
        }
        #expect(observer.open == 0)
    }
}
