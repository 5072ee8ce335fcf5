import Foundation
import Glibc
import Synchronization
import TestSupport
import Testing

/// Jobs sent to a server that dies again and again, and what became of them.
final class Ordeal: Sendable {
    static let isLong = ProcessInfo.processInfo.environment["REPRISE_LONG_TESTS"] == "1"

    /// How a job ended.
    struct Ending {
        let state: String
        let isSubstitute: Bool?
        let attempts: Int
    }

    private let folder: TemporaryFolder
    private let jobs: Int
    private let plan: String
    private let laterPlan: String
    private let killsWorkers: Bool
    private let acknowledged = Mutex<[Int: String]>([:])
    private let crashCount = Atomic<Int>(0)

    /// - Parameters:
    ///   - jobs: How many.
    ///   - plan: The faults until the first crash.
    ///   - laterPlan: The faults after it.
    ///   - killsWorkers: Whether the processes that draw are killed now and then, too.
    init(jobs: Int, plan: String, after laterPlan: String, killsWorkers: Bool = false) throws {
        folder = try TemporaryFolder()
        self.jobs = jobs
        self.plan = plan
        self.laterPlan = laterPlan
        self.killsWorkers = killsWorkers
    }

    var crashes: Int { crashCount.load(ordering: .relaxed) }

    /// How often each submission was paid for.
    var paid: [Int] {
        get throws {
            let ledger = folder.file("var/faults")
            guard FileManager.default.fileExists(atPath: ledger) else { return [] }
            return try (FileManager.default.contentsOfDirectory(atPath: ledger)).map { name in
                FileManager.default.contents(atPath: ledger + "/" + name)?.split(separator: 10).count ?? 0
            }
        }
    }

    /// Starts servers until every job is acknowledged and final.
    func run() async throws {
        var prompt: String?
        while true {
            let service = try await start(crashes == 0 ? plan : laterPlan)
            do {
                if prompt == nil { prompt = try await writePrompt(on: service) }
                try await work(on: service, prompt: try #require(prompt))
                #expect(await service.stop().code == 0)
                return
            } catch is ServerDied {
                crashCount.add(1, ordering: .relaxed)
                await service.kill()
            }
        }
    }

    private struct ServerDied: Error {}

    private func start(_ plan: String) async throws -> RunningService {
        try await RunningService(
            in: folder,
            [
                "--faults", plan, "--lease-seconds", "2", "--render-workers", Self.isLong ? "6" : "2",
                "--render-seconds", "5", "--video-seconds", "30",
            ])
    }

    private func writePrompt(on service: RunningService) async throws -> String? {
        try await answer { try await service.post("/v1/prompts", ["idea": "A cat runs"]) }.json["id"]
            as? String
    }

    /// Sends what is not acknowledged, and waits until nothing is under way.
    private func work(on service: RunningService, prompt: String) async throws {
        for number in 0..<jobs where acknowledged.withLock({ $0[number] }) == nil {
            let id = try await order(number, prompt, on: service)
            acknowledged.withLock { $0[number] = id }
            if killsWorkers, number % 97 == 7 { killWorkers() }
        }
        var looks = 0
        while true {
            let metrics = try await answer { try await service.get("/metrics") }.text
            let open = ["waiting", "under_way"].map { "reprise_video_jobs{state=\"\($0)\"}" }
            if looks > 0, open.allSatisfy({ metrics.contains("\($0) 0\n") }) {
                if try await isOver(on: service) { return }
            }
            if killsWorkers, looks % 5 == 4 { killWorkers() }
            looks += 1
            try await Task.sleep(for: .milliseconds(500))
        }
    }

    /// Whether all jobs are final; the gauges are a few seconds old.
    private func isOver(on service: RunningService) async throws -> Bool {
        for id in acknowledged.withLock({ $0.values.sorted() }).suffix(20) {
            let job = try await answer { try await service.get("/v1/videos/\(id)") }
            if job.json["isFinal"] as? Bool != true { return false }
        }
        return true
    }

    private func order(_ number: Int, _ prompt: String, on service: RunningService) async throws -> String {
        let form = "prompt=\(prompt)&duration=1&width=64&height=64&fps=12&captions=no&progress=no"
        let asked = try await answer {
            try await service.send(
                "POST", "/v1/videos",
                headers: [
                    "Content-Type": "application/x-www-form-urlencoded", "Idempotency-Key": "order \(number)",
                ], body: Data(form.utf8))
        }
        #expect(asked.status == 202, "\(asked.text)")
        return try #require(asked.json["id"] as? String)
    }

    private func answer(_ ask: () async throws -> Answer) async throws(ServerDied) -> Answer {
        do { return try await ask() } catch { throw ServerDied() }
    }

    /// Kills the processes that draw for our server, and nobody else's.
    private func killWorkers() {
        let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        for id in processes.compactMap({ pid_t($0) }) {
            let command = FileManager.default.contents(atPath: "/proc/\(id)/cmdline") ?? Data()
            let files = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(id)/fd/2")) ?? ""
            guard String(decoding: command, as: UTF8.self).contains("reprise-render"),
                files.hasPrefix(folder.path)
            else { continue }
            kill(id, SIGKILL)
        }
    }
}

extension Ordeal {
    /// Reads every job and its events once more, from a server without faults, and checks what all have in
    /// common.
    func checkEverything(_ check: (Ending) -> Void) async throws {
        let service = try await RunningService(in: folder)
        let ids = acknowledged.withLock { $0 }
        #expect(ids.count == jobs && Set(ids.values).count == jobs, "none lost, none twice")
        for id in ids.values {
            let job = try await service.get("/v1/videos/\(id)").json
            #expect(job["isFinal"] as? Bool == true, "\(id) is \(job["state"] ?? "nowhere")")
            try await checkEvents(of: id, on: service)
            try await checkFile(of: id, job, on: service)
            check(
                Ending(
                    state: job["state"] as? String ?? "", isSubstitute: job["isSubstitute"] as? Bool,
                    attempts: (job["attempts"] as? [Any])?.count ?? 0))
        }
        _ = await service.stop()
        try checkFolder(of: Set(ids.values))
    }

    private func checkEvents(of id: String, on service: RunningService) async throws {
        let text = try await service.get("/v1/videos/\(id)/events", headers: ["Last-Event-ID": "0"]).text
        let numbers = text.split(separator: "\n").compactMap {
            $0.hasPrefix("id: ") ? Int($0.dropFirst(4)) : nil
        }
        #expect(numbers == Array(1...max(1, numbers.count)), "events of \(id) have no gap")
        let successes = text.split(separator: "\n").count { $0.contains("\"state\":\"succeeded\"") }
        #expect(successes <= 1, "\(id) was made once")
    }

    private func checkFile(of id: String, _ job: [String: Any], on service: RunningService) async throws {
        let state = job["state"] as? String
        let isSubstitute = job["isSubstitute"] as? Bool
        #expect(state != "succeeded" || isSubstitute == false)
        #expect(state != "failed" || isSubstitute == true, "\(id) failed without a substitute")
        guard isSubstitute != nil else { return }
        let content = try await service.get("/v1/videos/\(id)/content")
        #expect(content.status == 200 && content.body.count == job["bytes"] as? Int)
        #expect((content.headers["x-reprise-substitute"] == "true") == isSubstitute)
        #expect(content.headers["etag"] == "\"\(job["digest"] as? String ?? "")\"")
    }

    /// Nothing half-made lies about, and nothing that no job has.
    private func checkFolder(of ids: Set<String>) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.file("var/videos")) {
            #expect(ids.contains(String(name.prefix(26))), "\(name) belongs to no job")
        }
    }
}
