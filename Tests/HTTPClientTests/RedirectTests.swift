import Domain
import HTTPClient
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct RedirectTests {
    private func request(_ method: HTTPClient.Request.Method, _ url: String) -> HTTPClient.Request {
        var request = HTTPClient.Request(method, url)
        request.headers = ["Authorization": .secret(Secret("Bearer k")), "X-Plain": "yes"]
        request.maximumRedirects = 2
        return request
    }

    @Test func `a secret stays behind when a redirect leads to another server`() async throws {
        let other = try await ScriptedServer(.init(body: "here"))
        let server = try await ScriptedServer(.init(302, headers: ["Location": other.url("/video")]))
        let answer = try await HTTPClient().send(request(.get, server.url()))
        #expect(String(decoding: answer.body, as: UTF8.self) == "here")
        #expect(try await server.request().headers["authorization"] == "Bearer k")
        let received = try await other.request()
        #expect(received.headers["authorization"] == nil)
        #expect(received.headers["x-plain"] == "yes")
    }

    @Test func `on the same server it goes along, and a relative target is found`() async throws {
        let server = try await ScriptedServer(
            .init(307, headers: ["Location": "../b?c=1"]), .init(body: "here"))
        _ = try await HTTPClient().send(request(.get, server.url("/a/x/y")))
        _ = try await server.request()
        let received = try await server.request()
        #expect(received.path == "/a/b?c=1")
        #expect(received.headers["authorization"] == "Bearer k")
    }

    @Test func `a post is never redirected`() async throws {
        let server = try await ScriptedServer(.init(307, headers: ["Location": "/b"]), .init())
        #expect(try await HTTPClient().send(request(.post, server.url())).status == 307)
    }

    @Test func `after the last redirect the answer is the redirect`() async throws {
        let server = try await ScriptedServer(.init(302, headers: ["Location": "/again"]))
        #expect(try await HTTPClient().send(request(.get, server.url())).status == 302)
    }

    @Test(arguments: ["file:///etc/passwd", "ftp://127.0.0.1/"])
    func `a redirect to what is no web address is refused`(location: String) async throws {
        let server = try await ScriptedServer(.init(302, headers: ["Location": location]))
        await #expect(throws: HTTPClientError.self) {
            try await HTTPClient().send(request(.get, server.url()))
        }
    }
}
