import Foundation
import TestSupport
import Testing

/// A real Prometheus watches a real service whose surroundings are killed one after the other.
@Suite(
    .timeLimit(.minutes(10)), .serialized,
    .enabled(if: PrometheusServer.isThere, "install the package prometheus to run"),
    .enabled(if: MongodProcess.isThere, "\(MongodProcess.reason)"))
struct AlarmTests {
    /// Everything that the service can be surrounded by.
    private struct Surroundings {
        let mongo: MongoReplicaSet
        var redis: RedisServer
        var model: ScriptedServer?
        let service: RunningService
        /// One with a SQLite file and nothing else, beside it.
        let small: RunningService
        let prometheus: PrometheusServer
    }

    private func surroundings() async throws -> Surroundings {
        let mongo = try MongoReplicaSet()
        try await mongo.settled()
        let redis = try await RedisServer()
        let model = try await ScriptedServer(Self.faithful)
        let service = try await RunningService(
            in: try TemporaryFolder(),
            [
                "--mongodb-uri", mongo.uri + "&serverSelectionTimeoutMS=1000", "--redis-url", redis.url,
                "--llm-url", model.url("/v1"), "--llm-model", "scripted", "--llm-seconds", "5",
                "--llm-input-price", "1", "--lease-seconds", "5",
            ])
        let small = try await RunningService(in: try TemporaryFolder())
        let prometheus = try await PrometheusServer(scraping: [service.url, small.url])
        return Surroundings(
            mongo: mongo, redis: redis, model: model, service: service, small: small,
            prometheus: prometheus)
    }

    @Test func `what is killed fires its alert and no other, and the alert resolves`() async throws {
        var all = try await surroundings()
        try await work(all.service)
        try await eventually(all) { try await all.prometheus.query("up == 1").count == 2 }
        try await everyQueryAnswers(all.prometheus)
        #expect(try await all.prometheus.fired().subtracting(Self.consequences) == [])

        await all.redis.stop()
        try await eventually(all) { try await firing(all) == ["RepriseCacheAway"] }
        all.redis = try await RedisServer(port: all.redis.port)
        try await eventually(all) { try await firing(all).isEmpty }

        await all.mongo.members[0].kill()
        try await eventually(all) { try await firing(all) == ["RepriseStoreAway"] }
        try await all.mongo.onThread { [mongo = all.mongo] in try mongo.members[0].start() }
        try await eventually(all) { try await firing(all).isEmpty }

        all.model = nil
        try await eventually(all) {
            _ = try await all.service.post(
                "/v1/prompts", ["idea": Self.idea, "seed": "\(UInt32.random(in: 1...99_999))"])
            return try await firing(all) == ["RepriseLanguageModelFallingBack"]
        }
        try await killWorkers(all)
        try await eventually(all) { try await firing(all).isEmpty }
        let fired = try await all.prometheus.fired().subtracting(Self.consequences)
        #expect(
            fired == [
                "RepriseCacheAway", "RepriseStoreAway", "RepriseLanguageModelFallingBack",
                "RepriseVideoAttemptsFailing",
            ])
        _ = await all.service.stop()
        _ = await all.small.stop()
        await all.prometheus.stop()
        await all.redis.stop()
    }

    /// What follows when a restart takes long here, which the Alertmanager leaves out beside its cause; and
    /// the disk of this machine, which others fill.
    private static let consequences: Set = [
        "RepriseMongoDBFailing", "RepriseJournalOld", "RepriseVideoCircuitOpen", "RepriseDiskFilling",
    ]

    private func firing(_ all: Surroundings) async throws -> Set<String> {
        try await all.prometheus.firing().subtracting(Self.consequences)
    }

    /// Kills every media worker that appears, until the alert fires.
    private func killWorkers(_ all: Surroundings) async throws {
        for _ in 0..<2 { try await orderVideo(all.service, seconds: "30") }
        try await eventually(all) {
            for worker in all.service.workers { kill(worker, SIGKILL) }
            return try await all.prometheus.firing().contains("RepriseVideoAttemptsFailing")
        }
    }

    /// Some of everything, so that every metric has something to say.
    private func work(_ service: RunningService) async throws {
        for _ in 0..<5 {
            let answer = try await service.post("/v1/prompts", ["idea": Self.idea])
            #expect([200, 201].contains(answer.status), "\(answer.text)")
        }
        let job = try await orderVideo(service, seconds: "1")
        #expect(try await service.finished(job)["state"] as? String == "succeeded")
    }

    @discardableResult
    private func orderVideo(_ service: RunningService, seconds: String) async throws -> String {
        let prompt = try await service.post("/v1/prompts", ["idea": Self.idea])
        let id = try #require(prompt.json["id"] as? String)
        let asked = try await service.post(
            "/v1/videos", ["prompt": id, "duration": seconds, "width": "320", "height": "180"])
        return try #require(asked.json["id"] as? String, "\(asked.text)")
    }

    /// Runs every query of every dashboard; each has to find something.
    private func everyQueryAnswers(_ prometheus: PrometheusServer) async throws {
        // Rates need two scrapes, and rules their first evaluation.
        for _ in 0..<100 {
            if try await prometheus.query("job:reprise_http_requests:rate5m").count == 1 { break }
            try await Task.sleep(for: .milliseconds(200))
        }
        let folder = BuildProducts.package.appending(path: "monitoring/grafana/dashboards")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        var count = 0
        for file in files.sorted() {
            let data = try Data(contentsOf: folder.appending(path: file))
            let dashboard = try JSONSerialization.jsonObject(with: data) as? [String: Any]
            let panels = dashboard?["panels"] as? [[String: Any]] ?? []
            for target in panels.flatMap({ $0["targets"] as? [[String: Any]] ?? [] }) {
                let query = (target["expr"] as? String ?? "")
                    .replacing("$__rate_interval", with: "10s").replacing("$job", with: ".+")
                    .replacing("$instance", with: ".+")
                let found = try await prometheus.query(query)
                #expect(!found.isEmpty, "\(file): \(query)")
                count += 1
            }
        }
        #expect(count > 50)
    }

    /// Asks again until it is so, at most some minutes.
    private func eventually(
        _ all: Surroundings, sourceLocation: SourceLocation = #_sourceLocation,
        _ isSo: () async throws -> Bool
    ) async throws {
        for _ in 0..<600 {
            if try await isSo() { return }
            try await Task.sleep(for: .milliseconds(200))
        }
        Issue.record(
            "It never came to be; firing: \(try await all.prometheus.firing())",
            sourceLocation: sourceLocation)
    }

    private static let idea = "three red foxes running in a forest"

    /// What a language model says that keeps to the idea.
    private static let faithful: ScriptedServer.Answer = {
        let scene = #"""
            {"language":"en","translation":"Three red foxes are running in a forest.","exclusions":[],\#
            "subjects":[{"text":"three red foxes","name":"fox","kind":"animal","count":3,"looks":[],\#
            "source":"three red foxes"}],"actions":[{"text":"running in a forest","subject":0,"source":null}]}
            """#
        let body: [String: Any] = [
            "choices": [
                ["index": 0, "message": ["role": "assistant", "content": scene], "finish_reason": "stop"]
            ], "usage": ["prompt_tokens": 1000, "completion_tokens": 500],
        ]
        let data = (try? JSONSerialization.data(withJSONObject: body)) ?? Data()
        return .init(
            headers: ["Content-Type": "application/json"], body: String(decoding: data, as: UTF8.self))
    }()
}
