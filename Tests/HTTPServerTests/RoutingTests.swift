import HTTPServer
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct RoutingTests {
    private var router: Router {
        var router = Router()
        router.add(.get, "/") { _ in .text("root") }
        router.add(.get, "/v1/prompts/{id}") { .text($0.parameter("id")) }
        router.add(.get, "/v1/prompts/latest") { _ in .text("the latest") }
        router.add(.get, "/v1/prompts/{id}/revisions/{number}") {
            .text("\($0.parameter("id"))#\($0.parameter("number")) \($0.route ?? "")")
        }
        router.add(.post, "/v1/prompts") { _ in .text("made", status: 201) }
        router.add(.get, "/query") { request in
            .text(request.query.map { "[\($0.name)=\($0.value)]" }.joined())
        }
        return router
    }

    @Test(arguments: [
        ("/", 200, "root"), ("/v1/prompts/7", 200, "7"), ("/v1/prompts/latest", 200, "the latest"),
        ("/v1/prompts/a/revisions/2", 200, "a#2 /v1/prompts/{id}/revisions/{number}"),
        ("/v1/prompts/%EA%B0%95%EC%95%84%EC%A7%80", 200, "강아지"), ("/v1/prompts/강아지", 200, "강아지"),
        ("http://test/v1/prompts/7", 200, "7"), ("http://test", 200, "root"),
        ("/v1/prompts/latest/revisions/3", 200, "latest#3 /v1/prompts/{id}/revisions/{number}"),
        ("/v1/prompts/", 404, nil), ("/v1/prompts//revisions/1", 404, nil), ("/nothing", 404, nil),
        ("/v1/../secret", 400, nil), ("/#a", 400, nil), ("/v1/%2e%2e/secret", 400, nil),
        ("/v1/.%2E/secret", 400, nil),
        ("/v1/./prompts", 400, nil), ("/v1/prompts/a%2Fb", 400, nil), ("/v1/prompts/a%00b", 400, nil),
        ("/v1/prompts/%ff", 400, nil), ("/v1/prompts/%zz", 400, nil), ("/v1/prompts/%4", 400, nil),
        ("/query?a=1&b=2+3&a=%ED%95%9C&&c&d==x", 200, "[a=1][b=2 3][a=한][c=][d==x]"),
        ("/query?name=%ff", 400, nil), ("/query", 200, ""),
    ])
    func `a target leads to its route or is refused`(target: String, status: Int, text: String?) async throws
    {
        try await withServer(router) { port, _ in
            let response = try await exchange(port, get(target))
            #expect(response.status == status)
            if let text { #expect(response.text == text) }
        }
    }

    @Test func `a wrong method is told the right ones`() async throws {
        try await withServer(router) { port, _ in
            let response = try await exchange(port, "DELETE /v1/prompts/7 HTTP/1.1\r\nHost: test\r\n\r\n")
            #expect(response.status == 405)
            #expect(response.header("Allow") == "GET, HEAD, OPTIONS")
        }
    }

    @Test func `TRACE is known and allowed nowhere`() async throws {
        try await withServer(router) { port, _ in
            let response = try await exchange(port, "TRACE /v1/prompts HTTP/1.1\r\nHost: test\r\n\r\n")
            #expect(response.status == 405 && response.header("Allow") == "POST, OPTIONS")
        }
    }

    @Test func `OPTIONS is answered for every path`() async throws {
        try await withServer(router) { port, _ in
            let response = try await exchange(port, "OPTIONS /v1/prompts HTTP/1.1\r\nHost: test\r\n\r\n")
            #expect(response.status == 204)
            #expect(response.header("Allow") == "POST, OPTIONS")
            let any = try await exchange(port, "OPTIONS * HTTP/1.1\r\nHost: test\r\n\r\n")
            #expect(any.status == 204)
        }
    }

    @Test func `HEAD is GET without the body`() async throws {
        try await withServer(router) { port, _ in
            let client = try RawClient(port: port)
            await client.send("HEAD /v1/prompts/12345 HTTP/1.1\r\nHost: test\r\n\r\n" + get("/"))
            let head = try await client.response(bodyless: true)
            #expect(head.status == 200)
            #expect(head.header("Content-Length") == "5")
            #expect(try await client.response().text == "root")
        }
    }

    @Test(arguments: ["BREW", "get", "PROPFIND"])
    func `a method that is not served gets 501`(method: String) async throws {
        try await withServer(router) { port, _ in
            let response = try await exchange(port, "\(method) / HTTP/1.1\r\nHost: test\r\n\r\n")
            #expect(response.status == 501)
        }
    }

    @Test func `all routes are listed in their order`() {
        #expect(router.routes.map(\.pattern).prefix(2) == ["/", "/v1/prompts/{id}"])
        #expect(router.routes.count == 6)
    }

    @Test func `a well-formed request id comes back, another is replaced`() async throws {
        try await withServer(router) { port, _ in
            let mine = try await exchange(port, get("/", "X-Request-Id: abc-1.2:3_Z"))
            #expect(mine.header("X-Request-Id") == "abc-1.2:3_Z")
            let made = try await exchange(port, get("/", "X-Request-Id: a b"))
            #expect(made.header("X-Request-Id")?.contains(" ") == false)
            let other = try await exchange(port, get("/"))
            #expect(made.header("X-Request-Id") != other.header("X-Request-Id"))
        }
    }
}
