import Foundation
import Glibc
import TestSupport
import Testing

/// A thousand people watch one video being made.
@Suite(.timeLimit(.minutes(5)))
struct FollowersTests {
    @Test func `a thousand followers at once all hear of the end`() async throws {
        let service = try await RunningService(in: try TemporaryFolder(), ["--faults", "latency=20..20"])
        let prompt = try #require(
            try await service.post("/v1/prompts", ["idea": "A cat playing piano"]).json["id"] as? String)
        let job = try #require(
            try await service.post(
                "/v1/videos", ["prompt": prompt, "duration": "20", "width": "640", "height": "360"]
            ).json["id"] as? String)
        try await service.waitUntilRunning(job)
        let port = try #require(service.url.port)
        let followers = try (0..<1000).map { _ in try RawClient(port: port) }
        for follower in followers {
            await follower.send(
                "GET /v1/videos/\(job)/events HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n\r\n"
            )
        }
        var heard = 0
        for follower in followers {
            let text = String(decoding: await follower.readToEnd(), as: UTF8.self)
            if text.contains("\"state\":\"succeeded\"") { heard += 1 }
        }
        #expect(heard == 1000)
        #expect(try await service.get("/healthz").status == 200)
        _ = await service.stop()
    }
}
