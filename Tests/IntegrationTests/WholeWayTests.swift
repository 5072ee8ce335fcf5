import Foundation
import TestSupport
import Testing

/// The main job from end to end, over HTTP, with the real service and its defaults.
@Suite(
    .timeLimit(.minutes(5)), .enabled(if: Needs.dictionary, "the Korean dictionary is not in data/packages"))
struct WholeWayTests {
    private let idea = "귀여운 강아지가 뛰노는 밝은 영상"

    @Test func `an idea becomes a prompt, an edit, a recommendation and a video`() async throws {
        let service = try await RunningService(in: try TemporaryFolder())
        let written = try await service.post("/v1/prompts", ["idea": idea])
        #expect(written.status == 201)
        let id = try #require(written.json["id"] as? String)
        let text = try #require(written.json["text"] as? String)
        #expect(text.lowercased().contains("puppy"))
        #expect(written.headers["location"] == "/v1/prompts/\(id)")

        try await edit(id, from: text, on: service)
        try await findAgain(id, on: service)
        try await watch(id, on: service)
        try await readMeter(of: service)
        let ending = await service.stop()
        #expect(ending.code == 0)
    }

    private func edit(_ id: String, from text: String, on service: RunningService) async throws {
        let edited = text + " Golden hour light."
        let saved = try await service.post("/v1/prompts/\(id)/revisions", ["text": edited, "note": "빛"])
        #expect(saved.status == 201)
        let diff = try #require(saved.json["diff"] as? [String: Any])
        let operations = try #require(diff["operations"] as? [[String: Any]])
        #expect(operations.contains { ($0["newText"] as? String)?.contains("Golden") == true })
        let head = try await service.get("/v1/prompts/\(id)")
        #expect(head.json["text"] as? String == edited)
        let chain = try await service.get("/v1/prompts/\(id)/revisions")
        #expect((chain.json["revisions"] as? [Any])?.count == 2)
        let replayed = try await service.get("/v1/prompts/\(id)/revisions/2?replay=true")
        #expect(replayed.json["text"] as? String == edited)
    }

    private func findAgain(_ id: String, on service: RunningService) async throws {
        let query = "강아지가 달리는 영상".addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        let answer = try await service.get("/v1/recommendations?idea=\(query)")
        let first = try #require((answer.json["recommendations"] as? [[String: Any]])?.first)
        #expect(first["prompt"] as? String == id)
        #expect((first["score"] as? Double ?? 0) > 0)
        #expect((first["reasons"] as? [Any])?.isEmpty == false)
    }

    private func watch(_ id: String, on service: RunningService) async throws {
        let asked = try await service.post(
            "/v1/videos", ["prompt": id, "duration": "2", "width": "320", "height": "180"])
        #expect(asked.status == 202)
        let job = try #require(asked.json["id"] as? String)
        #expect(asked.headers["location"] == "/v1/videos/\(job)")
        let done = try await service.finished(job)
        #expect(done["state"] as? String == "succeeded")
        let part = try await service.get("/v1/videos/\(job)/content", headers: ["Range": "bytes=0-3"])
        #expect(part.status == 206)
        #expect(Array(part.body) == [0x1A, 0x45, 0xDF, 0xA3])
        let whole = try await service.get("/v1/videos/\(job)/content")
        #expect(whole.headers["content-type"] == "video/webm")
        let past = try await service.get(
            "/v1/videos/\(job)/content", headers: ["Range": "bytes=\(whole.body.count)-"])
        #expect(past.status == 416)
        let thumbnail = try await service.get("/v1/videos/\(job)/thumbnail")
        #expect(Array(thumbnail.body.prefix(2)) == [0xFF, 0xD8])
        try await VideoFacts.check(whole.body, width: 320, height: 180, seconds: 2)
    }

    private func readMeter(of service: RunningService) async throws {
        #expect(try await service.get("/healthz").status == 200)
        #expect(try await service.get("/readyz").json["status"] as? String == "ready")
        let metrics = try await service.get("/metrics").text
        #expect(metrics.contains("reprise_videos_total{state=\"succeeded\"} 1"))
        guard Needs.promtool else { return }
        let check = try await ChildProcess(
            "/bin/sh", ["-c", "curl -s \(service.url)/metrics | /usr/bin/promtool check metrics"]
        ).ending()
        #expect(check.code == 0, "\(check.output)\(check.errors)")
    }
}
