import Foundation
import TestSupport
import Testing

/// Two instances share a history in MongoDB.
@Suite(
    .timeLimit(.minutes(5)), .serialized, .enabled(if: MongodProcess.isThere, "\(MongodProcess.reason)"))
struct SharedHistoryTests {
    private func start(on uri: String, _ database: String) async throws -> RunningService {
        try await RunningService(
            in: try TemporaryFolder(), ["--mongodb-uri", uri, "--mongodb-database", database])
    }

    @Test func `an instance recommends what another one wrote, and a repeated idea follows its edits`()
        async throws
    {
        let uri = try await SharedMongo.uri()
        let database = "shared-\(UUID().uuidString)"
        let (one, other) = (try await start(on: uri, database), try await start(on: uri, database))
        let idea = "A red fox runs over fresh snow at sunrise"
        let written = try await one.post("/v1/prompts", ["idea": idea])
        #expect(written.status == 201 && written.headers["x-history"] == nil)
        let id = try #require(written.json["id"] as? String)
        #expect(try await other.get("/v1/prompts/\(id)").status == 200)
        try await eventually {
            let answer = try await other.get(
                "/v1/recommendations?idea=A%20red%20fox%20runs%20over%20the%20snow%20at%20sunrise")
            return answer.text.contains(id)
        }
        // The first instance keeps the prompt for the idea; the other one edits it.
        let edit = try await other.post(
            "/v1/prompts/\(id)/revisions", ["text": "a red fox, running over fresh snow, slow motion"])
        #expect(edit.status == 201, "\(edit.text)")
        try await eventually {
            let again = try await one.post("/v1/prompts", ["idea": idea])
            return again.headers["x-cache"] == "hit" && again.text.contains("slow motion")
        }
        _ = await one.stop()
        _ = await other.stop()
    }

    @Test func `while MongoDB is away the service says so and loses nothing`() async throws {
        let set = try MongoReplicaSet()
        try await set.settled()
        let folder = try TemporaryFolder()
        let service = try await RunningService(
            in: folder, ["--mongodb-uri", set.uri + "&serverSelectionTimeoutMS=1000"])
        let before = try await service.post("/v1/prompts", ["idea": "A cat plays the piano"])
        let known = try #require(before.json["id"] as? String)
        await set.members[0].kill()
        let during = try await service.post("/v1/prompts", ["idea": "A dog swims in a lake"])
        #expect(during.status == 201 && during.headers["x-history"] == "journal", "\(during.text)")
        let id = try #require(during.json["id"] as? String)
        let stale = try await service.get("/v1/prompts/\(known)")
        #expect(stale.status == 200 && stale.headers["x-history"] == "stale")
        let ready = try await service.get("/readyz")
        #expect(ready.status == 200 && ready.text.contains("journal"), "\(ready.text)")
        #expect(try await service.get("/metrics").text.contains("\nreprise_journal_writes 1\n"))
        try await set.onThread { try set.members[0].start() }
        try await eventually {
            try await service.get("/metrics").text.contains("\nreprise_journal_writes 0\n")
        }
        let after = try await service.get("/v1/prompts/\(id)")
        #expect(after.status == 200 && after.headers["x-history"] == nil)
        _ = await service.stop()
    }

    /// Asks again until it is so, at most some hundred times.
    private func eventually(
        sourceLocation: SourceLocation = #_sourceLocation, _ isSo: () async throws -> Bool
    ) async throws {
        for _ in 0..<600 {
            if try await isSo() { return }
            try await Task.sleep(for: .milliseconds(50))
        }
        Issue.record("It never came to be", sourceLocation: sourceLocation)
    }
}
