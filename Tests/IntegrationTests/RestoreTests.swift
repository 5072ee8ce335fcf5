import Foundation
import TestSupport
import Testing

/// The way of docs/upgrading.md: backup while the service writes, loss of everything, restore.
@Suite(.timeLimit(.minutes(5)))
struct RestoreTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func `a backup made while more is written brings history and videos back`() async throws {
        let service = try await RunningService(in: folder)
        let written = try await service.post("/v1/prompts", ["idea": "A cat playing piano"])
        let id = try #require(written.json["id"] as? String)
        let edit = try await service.post(
            "/v1/prompts/\(id)/revisions", ["text": "a cat playing a grand piano, soft light"])
        #expect(edit.status == 201)
        let asked = try await service.post(
            "/v1/videos", ["prompt": id, "duration": "1", "width": "320", "height": "180"])
        let job = try #require(asked.json["id"] as? String)
        #expect(try await service.finished(job)["state"] as? String == "succeeded")
        let video = try await service.get("/v1/videos/\(job)/content").body
        let before = try await service.get("/v1/prompts/\(id)/revisions").text

        let copy = folder.file("history.sqlite")
        async let more: Void = write(20, to: service)
        let backup = try await reprise(["backup", copy, "--data-dir", folder.file("var")])
        #expect(backup.code == 0 && backup.errors.contains("checked"), "\(backup.errors)")
        try await more
        await service.kill()

        try restore(copy)
        let again = try await RunningService(in: folder)
        #expect(try await again.get("/v1/prompts/\(id)/revisions").text == before)
        let replayed = try await again.get("/v1/prompts/\(id)/revisions/2?replay=true")
        #expect(replayed.json["text"] as? String == "a cat playing a grand piano, soft light")
        #expect(try await again.get("/v1/videos/\(job)/content").body == video)
        let next = try await again.post("/v1/prompts", ["idea": "A dog swims in a lake"])
        #expect(next.status == 201)
        let ending = await again.stop()
        #expect(ending.code == 0)
        let doctor = try await reprise(["doctor", "--data-dir", folder.file("var")])
        #expect(doctor.code == 0, "\(doctor.output)\(doctor.errors)")
    }

    private func write(_ count: Int, to service: RunningService) async throws {
        for number in 0..<count {
            let answer = try await service.post("/v1/prompts", ["idea": "A bird number \(number) sings"])
            #expect(answer.status == 201)
        }
    }

    /// What the page says: everything is lost but the copy and the videos.
    private func restore(_ copy: String) throws {
        let files = FileManager.default
        try files.moveItem(atPath: folder.file("var/videos"), toPath: folder.file("videos"))
        try files.removeItem(atPath: folder.file("var"))
        try files.createDirectory(atPath: folder.file("var"), withIntermediateDirectories: true)
        try files.moveItem(atPath: copy, toPath: folder.file("var/reprise.sqlite"))
        try files.moveItem(atPath: folder.file("videos"), toPath: folder.file("var/videos"))
    }

    private func reprise(_ words: [String]) async throws -> ChildProcess.Ending {
        try await ChildProcess(BuildProducts.program("reprise"), words).ending()
    }
}
