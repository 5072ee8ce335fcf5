import Foundation
import TestSupport
import Testing

/// What docs/operating.md promises: signals, logs, traces, health.
@Suite(.timeLimit(.minutes(5)))
struct OperatingTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func `SIGHUP changes the level of the log, and a mistake changes nothing`() async throws {
        let file = folder.file("settings")
        try "REPRISE_LOG_LEVEL=error".write(toFile: file, atomically: true, encoding: .utf8)
        let service = try await RunningService(
            in: folder, ["--config", file, "--log-format", "json", "--access-log", "all"])
        _ = try await service.get("/v1/prompts?before=1")
        try "REPRISE_LOG_LEVEL=info".write(toFile: file, atomically: true, encoding: .utf8)
        service.reload()
        try await eventually { try await reloads("done", of: service) == 1 }
        _ = try await service.get("/v1/prompts?after=1")
        try "REPRISE_LOG_LEVEL=loud".write(toFile: file, atomically: true, encoding: .utf8)
        service.reload()
        try await eventually { try await reloads("refused", of: service) == 1 }
        let lines = await service.stop().errors.split(separator: "\n")
        let objects = lines.compactMap {
            try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
        }
        #expect(objects.count == lines.count, "\(lines)")
        let messages = objects.compactMap { $0["message"] as? String }
        #expect(messages.contains("settings read again") && messages.contains("settings were not read again"))
        let requests = objects.filter { $0["http.path"] as? String == "/v1/prompts" }
        #expect(requests.count == 1 && requests[0]["http.duration"] is Double)
        #expect(!lines.contains { $0.contains("after=1") }, "A query holds what people typed")
    }

    private func reloads(_ result: String, of service: RunningService) async throws -> Int {
        let line = try await service.get("/metrics").text.split(separator: "\n")
            .first { $0.hasPrefix("reprise_settings_reloads_total{result=\"\(result)\"}") }
        return line?.split(separator: " ").last.flatMap { Int($0) } ?? -1
    }

    @Test func `a request's trace goes on through the service to the collector`() async throws {
        let collector = try await ScriptedServer(.init(200, body: "{}"))
        let service = try await RunningService(
            in: folder, ["--otlp-url", collector.url(""), "--trace-percent", "0"])
        let trace = "0af7651916cd43dd8448eb211c80319c"
        let answer = try await service.send(
            "POST", "/v1/prompts",
            headers: [
                "Content-Type": "application/json", "traceparent": "00-\(trace)-b7ad6b7169203331-01",
                "tracestate": "vendor=1",
            ], body: Data(#"{"idea":"A cat plays the piano"}"#.utf8))
        #expect(answer.status == 201)
        _ = try await service.post("/v1/prompts", ["idea": "A dog that nobody follows"])
        let metrics = try await service.get(
            "/metrics", headers: ["Accept": "application/openmetrics-text; version=1.0.0"])
        #expect(metrics.text.contains(" # {trace_id=\"\(trace)\"} "))
        #expect(metrics.text.hasSuffix("# EOF\n"))
        _ = await service.stop()
        let received = try await collector.request()
        #expect(received.path == "/v1/traces")
        let spans = try spans(of: received.body)
        #expect(spans.allSatisfy { $0["traceId"] as? String == trace })
        let names = Set(spans.compactMap { $0["name"] as? String })
        #expect(names.isSuperset(of: ["POST /v1/prompts", "cache.find", "writer.write", "store.create"]))
        let root = spans.first { $0["parentSpanId"] as? String == "b7ad6b7169203331" }
        #expect(
            root?["name"] as? String == "POST /v1/prompts" && root?["traceState"] as? String == "vendor=1")
    }

    private func spans(of body: String) throws -> [[String: Any]] {
        let request = try JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: Any]
        let resources = request?["resourceSpans"] as? [[String: Any]] ?? []
        let scopes = resources.flatMap { $0["scopeSpans"] as? [[String: Any]] ?? [] }
        return scopes.flatMap { $0["spans"] as? [[String: Any]] ?? [] }
    }

    @Test func `health is asked of the running service, and the doctor finds it at its port`() async throws {
        let service = try await RunningService(in: folder)
        let port = ["--port", "\(service.url.port ?? 0)"]
        let healthy = try await reprise(["health"] + port)
        #expect(healthy.code == 0 && healthy.output == "ready\n", "\(healthy.errors)")
        let other = try await reprise(["doctor", "--json", "--data-dir", folder.file("other")] + port)
        let findings =
            try JSONSerialization.jsonObject(with: Data(other.output.utf8)) as? [[String: Any]] ?? []
        func detail(_ name: String) -> String? {
            findings.first { $0["name"] as? String == name }?["detail"] as? String
        }
        #expect(detail("port")?.contains("Reprise serves") == true, "\(findings)")
        for name in [
            "configuration", "history", "dictionary", "embedding", "cache", "renderer", "fonts", "disk",
            "clock", "files",
        ] {
            #expect(detail(name) != nil, "\(name)")
        }
        let amiss = findings.filter { $0["state"] as? String != "ready" }
        #expect(amiss.allSatisfy { $0["remedy"] is String }, "\(amiss)")
        _ = await service.stop()
        let gone = try await reprise(["health"] + port)
        #expect(gone.code == 1 && gone.errors.contains("does not answer"))
    }

    private func reprise(_ words: [String]) async throws -> ChildProcess.Ending {
        try await ChildProcess(BuildProducts.program("reprise"), words).ending()
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
