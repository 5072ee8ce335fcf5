import Foundation
import TestSupport
import Testing

/// The job engine with faults on purpose and `kill -9`, through the real server.
///
/// `REPRISE_LONG_TESTS=1` runs the full ten thousand jobs.
@Suite(.timeLimit(.minutes(Ordeal.isLong ? 60 : 10)), .serialized)
struct EngineTests {
    @Test(arguments: [
        "claimed", "intended", "accepted", "submitted", "made", "fetched", "kept", "ended",
    ])
    func `a server that dies at a step loses nothing and renders nothing twice`(step: String) async throws {
        let ordeal = try Ordeal(jobs: 3, plan: "seed=1,crash-at=\(step)", after: "seed=1")
        try await ordeal.run()
        #expect(ordeal.crashes == 1)
        try await ordeal.checkEverything { #expect($0.state == "succeeded" && $0.isSubstitute == false) }
    }

    @Test(arguments: ["accepted", "intended", "made", "kept"])
    func `what was paid for is paid for once, wherever the server dies`(step: String) async throws {
        let ordeal = try Ordeal(jobs: 3, plan: "seed=2,paid=yes,crash-at=\(step)", after: "seed=2,paid=yes")
        try await ordeal.run()
        try await ordeal.checkEverything { #expect($0.state == "succeeded" && $0.attempts == 1) }
        #expect(try ordeal.paid.count == 3)
        #expect(try ordeal.paid.allSatisfy { $0 == 1 })
    }

    @Test func `a server that dies before its substitute is done makes it at the next start`() async throws {
        let ordeal = try Ordeal(
            jobs: 2, plan: "seed=3,balance=1,crash-at=substituting", after: "seed=3,balance=1")
        try await ordeal.run()
        try await ordeal.checkEverything { #expect($0.state == "failed" && $0.isSubstitute == true) }
    }

    @Test(arguments: [false, true])
    func `among random faults and kill -9, no job is lost and none made twice`(isPaid: Bool) async throws {
        let count = Ordeal.isLong ? 5000 : 40
        // A crash every few hundred steps in the long run, and every few dozen in the short one.
        let crash = Ordeal.isLong ? 0.002 : 0.01
        let plan =
            "seed=\(isPaid ? 8 : 9),paid=\(isPaid ? "yes" : "no"),latency=0..4,transient=0.08,throttled=0.04,"
            + "retry-after=1,balance=0.02,contentPolicy=0.02,outcomeUnknown=0.04,lost=0.02,unreadable=0.05,"
            + "broken=0.05,truncated=0.04,downloadFailed=0.1,stall=0.005,crash=\(crash)"
        let ordeal = try Ordeal(jobs: count, plan: plan, after: plan, killsWorkers: true)
        try await ordeal.run()
        var counts: [String: Int] = [:]
        try await ordeal.checkEverything { counts[$0.state, default: 0] += 1 }
        #expect(try ordeal.paid.allSatisfy { $0 == 1 })
        #expect((counts["succeeded"] ?? 0) > count / 2)
        print("ordeal: \(count) jobs, paid \(isPaid), \(ordeal.crashes) crashes, \(counts)")
    }

    @Test func `two servers on one store take over each other's jobs`() async throws {
        let folder = try TemporaryFolder()
        let options = ["--lease-seconds", "2", "--faults", "seed=1,latency=50..60"]
        let first = try await RunningService(in: folder, options)
        let prompt = try #require(
            try await first.post("/v1/prompts", ["idea": "A cat playing piano"]).json["id"] as? String)
        let long: KeyValuePairs = ["prompt": prompt, "duration": "30", "width": "640", "height": "360"]
        let job = try #require(try await first.post("/v1/videos", long).json["id"] as? String)
        try await first.waitUntilRunning(job)
        let second = try await RunningService(in: folder, options)
        // The second one hears of what the first one does.
        try await second.waitUntilRunning(job)
        await first.kill()
        let done = try await second.finished(job)
        #expect(done["state"] as? String == "succeeded")
        let metrics = try await second.get("/metrics").text
        #expect(metrics.contains("reprise_video_takeovers_total 1"))
        _ = await second.stop()
    }

    @Test(.enabled(if: SmallDisk.isPermitted, "a disk that can be filled needs root"))
    func `a disk that fills up in the middle of a video loses neither job nor service`() async throws {
        let disk = try SmallDisk(bytes: 24 << 20)
        let folder = try TemporaryFolder()
        try FileManager.default.createSymbolicLink(
            atPath: folder.file("var"), withDestinationPath: disk.path)
        let service = try await RunningService(in: folder)
        let prompt = try #require(
            try await service.post("/v1/prompts", ["idea": "A cat playing piano"]).json["id"] as? String)
        // There is room at the start, and soon after there is none.
        let job = try #require(
            try await service.post(
                "/v1/videos", ["prompt": prompt, "duration": "10", "width": "320", "height": "180"]
            ).json["id"] as? String)
        try await service.waitUntilRunning(job)
        let fill = try ChildProcess("/bin/dd", ["if=/dev/zero", "of=\(disk.file("filler"))", "bs=64k"])
        #expect(await fill.ending().code != 0, "the disk is full")
        let filled = try await service.get("/v1/videos/\(job)")
        #expect(filled.status == 200)
        try FileManager.default.removeItem(atPath: disk.file("filler"))
        let done = try await service.finished(job)
        #expect(["succeeded", "failed"].contains(done["state"] as? String))
        if done["state"] as? String == "failed" {
            #expect((done["failure"] as? [String: Any])?["status"] as? Int == 507)
        }
        #expect(try await service.get("/healthz").status == 200)
        _ = await service.stop()
    }
}
