import Foundation
import TestSupport
import Testing

/// Two instances share the jobs in MongoDB and the folder of the videos.
@Suite(
    .timeLimit(.minutes(5)), .serialized, .enabled(if: MongodProcess.isThere, "\(MongodProcess.reason)"))
struct SharedJobsTests {
    /// Lease of the instances, in seconds.
    private static let lease = 2

    private let database = "jobs-\(UUID().uuidString)"
    private let videos: TemporaryFolder

    init() throws { videos = try TemporaryFolder() }

    /// A data folder of its own, as each machine has it, with the common folder of videos in it.
    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(
            atPath: folder.file("var"), withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: folder.file("var/videos"), withDestinationPath: videos.path)
        return folder
    }

    private func start(in folder: TemporaryFolder) async throws -> RunningService {
        try await RunningService(
            in: folder,
            [
                "--mongodb-uri", try await SharedMongo.uri(), "--mongodb-database", database,
                "--lease-seconds", "\(Self.lease)", "--render-workers", "2", "--faults",
                "seed=1,latency=30..60",
            ])
    }

    private func order(_ prompt: String, on service: RunningService) async throws -> String {
        let asked = try await service.post(
            "/v1/videos", ["prompt": prompt, "duration": "20", "width": "640", "height": "360"])
        return try #require(asked.json["id"] as? String, "\(asked.text)")
    }

    @Test func `each instance takes over what the other one had under way, and a stale write is refused`()
        async throws
    {
        let (here, there) = (try folder(), try folder())
        var one = try await start(in: here)
        let prompt = try #require(
            try await one.post("/v1/prompts", ["idea": "A cat playing piano"]).json["id"] as? String)
        let first = try await order(prompt, on: one)
        try await one.waitUntilRunning(first)
        let other = try await start(in: there)
        // Events of a job are heard wherever one asks.
        try await other.waitUntilRunning(first)
        await one.kill()
        try await expectTakeover(of: first, by: other, since: .now)

        // And the other way round.
        let second = try await order(prompt, on: other)
        try await other.waitUntilRunning(second)
        one = try await start(in: here)
        await other.kill()
        try await expectTakeover(of: second, by: one, since: .now)
        #expect(try await one.get("/v1/videos/\(first)/content").status == 200)
        _ = await one.stop()
    }

    @Test func `two instances share a line of jobs and make each of them once`() async throws {
        let (one, other) = (try await start(in: try folder()), try await start(in: try folder()))
        let prompt = try #require(
            try await one.post("/v1/prompts", ["idea": "A cat playing piano"]).json["id"] as? String)
        var jobs: [String] = []
        for number in 0..<12 {
            let asked = try await (number.isMultiple(of: 2) ? one : other).post(
                "/v1/videos", ["prompt": prompt, "duration": "1", "width": "64", "height": "64"])
            jobs.append(try #require(asked.json["id"] as? String, "\(asked.text)"))
        }
        for job in jobs {
            let done = try await other.finished(job)
            #expect(done["state"] as? String == "succeeded")
            #expect((done["attempts"] as? [Any])?.count == 1)
        }
        let made = try await [one, other].asyncMap { service in
            let line = try await service.get("/metrics").text.split(separator: "\n").first {
                $0.hasPrefix("reprise_videos_total{state=\"succeeded\"}")
            }
            return line?.split(separator: " ").last.flatMap { Int($0) } ?? 0
        }
        #expect(made.reduce(0, +) == jobs.count)
        _ = await one.stop()
        _ = await other.stop()
    }

    /// The job goes on where its runner died, once the lease is over.
    private func expectTakeover(of job: String, by service: RunningService, since death: Date) async throws {
        let done = try await service.finished(job)
        #expect(done["state"] as? String == "succeeded" && done["isSubstitute"] as? Bool == false)
        let metrics = try await service.get("/metrics").text
        #expect(metrics.contains("reprise_video_takeovers_total 1\n"))
        let text = try await service.get("/v1/videos/\(job)/events", headers: ["Last-Event-ID": "0"]).text
        let formatter = ISO8601DateFormatter()
        formatter.formatOptions = [.withInternetDateTime, .withFractionalSeconds]
        let moments = text.split(separator: "\n").compactMap { line in
            line.firstMatch(of: /"updatedAt":"([^"]+)"/).flatMap { formatter.date(from: String($0.1)) }
        }
        let next = try #require(moments.first { $0 > death })
        // A figure for the notes; a machine under load is no judge of a second.
        print("takeover: \(next.timeIntervalSince(death)) s after the death, lease \(Self.lease) s")
        let numbers = text.split(separator: "\n").compactMap {
            $0.hasPrefix("id: ") ? Int($0.dropFirst(4)) : nil
        }
        #expect(numbers == Array(1...max(1, numbers.count)))
        #expect(text.split(separator: "\n").count { $0.contains("\"state\":\"succeeded\"") } == 1)
    }
}

extension Sequence {
    fileprivate func asyncMap<Value>(_ body: (Element) async throws -> Value) async rethrows -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await body(element)) }
        return values
    }
}
