import Foundation
import TestSupport
import Testing

/// What survives the end of the process, however it ends.
@Suite(.timeLimit(.minutes(5)))
struct RestartTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func `everything acknowledged before kill -9 is there after it`() async throws {
        let service = try await RunningService(in: folder)
        let acknowledged = try await withThrowingTaskGroup(of: String?.self) { group in
            for number in 0..<40 {
                group.addTask {
                    let answer = try? await service.post(
                        "/v1/prompts", ["idea": "A cat number \(number) runs"])
                    return answer?.status == 201 ? answer?.json["id"] as? String : nil
                }
            }
            var kept: [String] = []
            for try await id in group {
                if let id { kept.append(id) }
                // The rest is cut off in the middle of being written.
                if kept.count == 10 { await service.kill() }
            }
            return kept
        }
        #expect(acknowledged.count >= 10)
        let again = try await RunningService(in: folder)
        for id in acknowledged {
            let prompt = try await again.get("/v1/prompts/\(id)")
            #expect(prompt.status == 200)
            #expect(try await again.get("/v1/prompts/\(id)/revisions/1?replay=true").status == 200)
        }
        _ = await again.stop()
    }

    @Test(arguments: [SIGKILL, SIGINT])
    func `a video in progress goes on after a restart`(signal: Int32) async throws {
        let service = try await RunningService(in: folder)
        let job = try await startVideo(on: service)
        try await service.waitUntilRunning(job)
        if signal == SIGKILL { await service.kill() } else { #expect(await service.stop().code == 0) }
        let again = try await RunningService(in: folder)
        let done = try await again.finished(job)
        #expect(done["state"] as? String == "succeeded")
        #expect(try await again.get("/v1/videos/\(job)/content").status == 200)
        _ = await again.stop()
    }

    @Test func `requests in flight are answered before Ctrl-C ends it`() async throws {
        let service = try await RunningService(in: folder)
        let statuses = try await withThrowingTaskGroup(of: Int?.self) { group in
            for number in 0..<20 {
                group.addTask {
                    // What the service no longer takes is a refused connection, never a cut answer.
                    try? await service.post("/v1/prompts", ["idea": "A whale number \(number) swims"]).status
                }
            }
            let first = try await group.next() ?? nil
            let ending = await service.stop()
            #expect(ending.code == 0)
            #expect(ending.output.hasSuffix("stopped\n"))
            return try await group.reduce(into: [first]) { $0.append($1) }
        }
        let answered = statuses.compactMap(\.self)
        #expect(!answered.isEmpty)
        #expect(answered.allSatisfy { $0 == 201 })
        let again = try await RunningService(in: folder)
        let kept = try await again.get("/v1/prompts?limit=100")
        #expect((kept.json["prompts"] as? [Any])?.count ?? 0 >= answered.count)
        _ = await again.stop()
    }

    private func startVideo(on service: RunningService) async throws -> String {
        let prompt = try await service.post("/v1/prompts", ["idea": "A cat playing piano"])
        let id = try #require(prompt.json["id"] as? String)
        let asked = try await service.post(
            "/v1/videos", ["prompt": id, "duration": "30", "width": "640", "height": "360"])
        return try #require(asked.json["id"] as? String)
    }
}
