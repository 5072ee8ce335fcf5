import Domain
import Foundation
import HTTPClient
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct AnswerTests {
    @Test(arguments: HTTPClient.Request.Method.allCases)
    func `a request arrives as it was made`(method: HTTPClient.Request.Method) async throws {
        let server = try await ScriptedServer(.init(201, headers: ["X-Made": "yes"], body: "완료 🎬"))
        var request = HTTPClient.Request(method, server.url("/v1/things?q=%EB%88%88"))
        request.headers = ["Content-Type": "text/plain", "Authorization": .secret(Secret("Bearer k"))]
        if [.post, .put, .patch].contains(method) { request.body = Array("눈 내리는 마을".utf8) }
        let answer = try await HTTPClient().send(request)
        #expect(answer.status == 201)
        #expect(answer.header("x-made") == "yes")
        #expect(String(decoding: answer.body, as: UTF8.self) == (method == .head ? "" : "완료 🎬"))
        let received = try await server.request()
        #expect(received.method == method.rawValue)
        #expect(received.path == "/v1/things?q=%EB%88%88")
        #expect(received.headers["authorization"] == "Bearer k")
        #expect(received.headers["user-agent"] == "Reprise")
        #expect(received.headers["expect"] == nil)
        #expect(received.body == (request.body.map { String(decoding: $0, as: UTF8.self) } ?? ""))
    }

    @Test func `an empty body has a length`() async throws {
        let server = try await ScriptedServer(.init())
        _ = try await HTTPClient().send(HTTPClient.Request(.post, server.url()))
        #expect(try await server.request().headers["content-length"] == "0")
    }

    @Test(arguments: [204, 302, 400, 401, 404, 429, 500, 503])
    func `an answer of any status is an answer`(status: Int) async throws {
        let server = try await ScriptedServer(.init(status, headers: ["Retry-After": "7"]))
        let answer = try await HTTPClient().send(HTTPClient.Request(.get, server.url()))
        #expect(answer.status == status)
        #expect(answer.header("retry-after") == "7")
    }

    @Test func `hundreds of requests share a thread`() async throws {
        let server = try await ScriptedServer(.init(body: "pong"))
        let client = HTTPClient()
        let count = try await withThrowingTaskGroup { group in
            for _ in 0..<300 {
                group.addTask { try await client.send(HTTPClient.Request(.get, server.url())).body.count }
            }
            return try await group.reduce(0, +)
        }
        #expect(count == 300 * 4)
    }

    @Test(arguments: [
        "", "nonsense", "file:///etc/passwd", "gopher://example.org/", "http://", "http://user:pw@127.0.0.1/",
        "https://user@127.0.0.1/", "http://127.0.0.1:99999/",
    ])
    func `what is no web address is refused before anything is sent`(url: String) async throws {
        let error = await #expect(throws: HTTPClientError.self) {
            try await HTTPClient().send(HTTPClient.Request(.get, url))
        }
        #expect(error?.code == .invalidRequest)
        #expect(error?.mayHaveArrived == false)
    }

    @Test(arguments: [("X-A", "one\r\nX-B: two"), ("X A", "one"), ("", "one"), ("X-A", "nul\0")])
    func `a header that would change the message is refused`(name: String, value: String) async throws {
        var request = HTTPClient.Request(.get, "http://127.0.0.1:1/")
        request.headers[name] = .text(value)
        let error = await #expect(throws: HTTPClientError.self) { try await HTTPClient().send(request) }
        #expect(error?.code == .invalidRequest)
    }
}
