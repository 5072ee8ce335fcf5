import Domain
import Foundation
import HTTPClient
import TestSupport
import Testing
import Webhooks

/// Real requests to a real server, which is on loopback: only a sender that may go there reaches it.
@Suite(.timeLimit(.minutes(5)))
struct HTTPWebhookSenderTests {
    private let signature = try? WebhookSignature(secret: Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
    private let message = WebhookMessage(
        id: "job-7", type: "video.succeeded", at: ManualWallClock().now(),
        facts: ["id": "job", "isSubstitute": false])

    private func sender(allowsPrivate: Bool) throws -> HTTPWebhookSender {
        HTTPWebhookSender(
            client: HTTPClient(), signature: try #require(signature), clock: ManualWallClock(),
            allowsPrivate: allowsPrivate)
    }

    @Test func `a message arrives signed, with what happened`() async throws {
        let server = try await ScriptedServer(ScriptedServer.Answer(204))
        try await sender(allowsPrivate: true).send(message, to: server.url("/hook?a=b"))
        let request = try await server.request()
        #expect(request.method == "POST" && request.path == "/hook?a=b")
        #expect(request.headers["content-type"] == "application/json")
        #expect(request.headers["webhook-id"] == "job-7")
        #expect(request.headers["webhook-timestamp"] == "1795000000")
        let expected = signature?.header(
            id: "job-7", timestamp: 1_795_000_000, body: Array(request.body.utf8))
        #expect(request.headers["webhook-signature"] == expected)
        let body = try JSONDecoder().decode(JSONValue.self, from: Data(request.body.utf8))
        #expect(
            body == [
                "type": "video.succeeded", "timestamp": "2026-11-18T11:06:40.000Z",
                "data": ["id": "job", "isSubstitute": false],
            ])
    }

    @Test(arguments: [400, 404, 410, 429, 500, 503])
    func `an answer that is no success is an error, and only 410 is the last`(status: Int) async throws {
        let server = try await ScriptedServer(
            ScriptedServer.Answer(status, headers: ["Retry-After": "7"], body: "no"))
        let error = await #expect(throws: WebhookError.self) {
            try await sender(allowsPrivate: true).send(message, to: server.url())
        }
        #expect(error?.canBeRepeated == (status != 410))
        #expect(error?.retryAfter == .seconds(7))
        #expect(error?.message.contains("\(status)") == true)
    }

    @Test(arguments: [301, 302, 307, 308])
    func `a redirect is not followed, wherever it leads`(status: Int) async throws {
        let inside = try await ScriptedServer(ScriptedServer.Answer(200))
        let server = try await ScriptedServer(
            ScriptedServer.Answer(status, headers: ["Location": inside.url("/secret")]))
        let error = await #expect(throws: WebhookError.self) {
            try await sender(allowsPrivate: true).send(message, to: server.url())
        }
        #expect(error?.message.contains("redirects are not followed") == true)
        // The first request that the inner server sees is this one.
        try await sender(allowsPrivate: true).send(message, to: inside.url("/first"))
        #expect(try await inside.request().path == "/first")
    }

    @Test func `this machine is never told, whatever its name`() async throws {
        let server = try await ScriptedServer(ScriptedServer.Answer(200))
        let sender = try sender(allowsPrivate: false)
        let host = ProcessInfo.processInfo.hostName
        for name in ["127.0.0.1", "localhost", "127.1", "0x7f000001", "2130706433", "[::1]", host] {
            let error = await #expect(throws: WebhookError.self, "\(name)") {
                try await sender.send(message, to: "http://\(name):\(server.port)/")
            }
            #expect(error?.canBeRepeated == false || name == host, "\(name): \(error?.message ?? "")")
        }
        try await self.sender(allowsPrivate: true).send(message, to: server.url("/first"))
        #expect(try await server.request().path == "/first")
    }

    @Test(arguments: [
        "http://127.0.0.1/", "http://localhost:8787/v1/prompts", "https://10.0.0.8/",
        "http://169.254.169.254/",
        "http://[::ffff:127.0.0.1]/", "http://[fe80::1]/", "http://printer.local/", "http://0/",
        "ftp://example.org/", "file:///etc/passwd", "https://user:password@example.org/", "nonsense", "",
        "http://" + String(repeating: "a", count: 2000),
    ])
    func `an address that could never be told is refused at the door`(url: String) throws {
        let sender = try sender(allowsPrivate: false)
        let error = #expect(throws: InputError.self) { try sender.check(url) }
        #expect(error?.field == "webhook")
    }

    @Test(arguments: ["https://example.org/hook", "http://93.184.216.34:8080/a?b=c", "https://예시.한국/훅"])
    func `a public address passes`(url: String) throws {
        try sender(allowsPrivate: false).check(url)
    }
}
