@testable import API
import HTTPServer
import TestSupport
import Testing

/// Nobody gets more than their share, and everybody is told what is left.
@Suite(.timeLimit(.minutes(5)))
struct LimitTests {
    private func limits(_ requests: Int) -> RequestLimits {
        var limits = RequestLimits()
        (limits.requests, limits.window, limits.coversLoopback) = (requests, .seconds(3600), true)
        limits.trustedProxies = ["127.0.0.1"]
        return limits
    }

    @Test func `an empty bucket is 429, and health is still answered`() async throws {
        try await TestAPI.run(limits: limits(3)) { api in
            for left in [2, 1, 0] {
                let answer = try await api.get("/v1/models")
                #expect(answer.status == 200)
                #expect(answer.header("RateLimit-Policy") == "\"requests\";q=3;w=3600")
                #expect(answer.header("RateLimit")?.hasPrefix("\"requests\";r=\(left);t=") == true)
            }
            let refused = try await api.get("/v1/models", "Accept-Language: ko")
            #expect(refused.status == 429 && refused.json["title"] as? String == "요청이 너무 많습니다")
            let wait = try #require(refused.header("Retry-After").flatMap { Int($0) })
            #expect((1...1200).contains(wait))
            #expect(refused.header("RateLimit")?.hasPrefix("\"requests\";r=0;t=") == true)
            let health = try await api.get("/healthz")
            #expect(health.status == 200 && health.header("RateLimit") == nil)
            let other = try await api.get("/v1/models", "X-Forwarded-For: 192.0.2.1, 203.0.113.7")
            #expect(other.status == 200, "another client behind the proxy has a bucket of its own")
        }
    }

    @Test func `this machine is not limited unless somebody says so`() async throws {
        var limits = limits(1)
        limits.coversLoopback = false
        limits.trustedProxies = []
        try await TestAPI.run(limits: limits) { api in
            for _ in 0..<3 {
                let answer = try await api.get("/v1/models")
                #expect(answer.status == 200 && answer.header("RateLimit") == nil)
            }
        }
    }

    @Test(arguments: [
        (nil, "127.0.0.1"), ("192.0.2.1", "192.0.2.1"), ("192.0.2.9, 203.0.113.7", "203.0.113.7"),
        ("203.0.113.7, 127.0.0.1", "203.0.113.7"), ("127.0.0.1", "127.0.0.1"),
    ])
    func `the last address that no trusted proxy has is the client's`(header: String?, client: String) throws
    {
        var request = try HTTPRequest(.get, "/", headers: header.map { ["X-Forwarded-For": $0] } ?? [:])
        request.peer = HTTPAddress(host: "127.0.0.1", port: 1)
        #expect(ClientAddress(of: request, trusting: ["127.0.0.1"]).text == client)
        #expect(ClientAddress(of: request, trusting: []).text == "127.0.0.1", "nobody else is believed")
    }
}
