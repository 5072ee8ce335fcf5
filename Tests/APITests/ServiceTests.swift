import Domain
import Foundation
import SQLiteStore
import Telemetry
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct ServiceTests {
    @Test func `requests are counted by route and logged with their identifier`() async throws {
        try await TestAPI.run { api in
            _ = try await api.send("GET", "/v1/prompts/x", ["X-Request-Id: abc-123"])
            _ = try await api.post("/v1/prompts", "idea=a puppy")
            // The observer hears of a request after its answer was sent.
            _ = try await api.get("/healthz")
            let text = try await api.get("/metrics").text
            #expect(
                text.contains(
                    #"reprise_http_requests_total{route="/v1/prompts/{id}",method="GET",status="404"} 1"#))
            #expect(text.contains(#"reprise_http_request_duration_seconds_count{route="/v1/prompts"} 1"#))
            let line = try #require(api.log.lines.first { $0.contains("/v1/prompts/x") })
            #expect(line.contains(#""request.id":"abc-123""#) && line.contains(#""http.status":404"#))
            #expect(line.contains(#""level":"info""#))
        }
    }

    @Test func `metrics come in the format that is asked for`() async throws {
        try await TestAPI.run { api in
            #expect(try await api.get("/metrics").header("Content-Type")?.hasPrefix("text/plain") == true)
            let open = try await api.get("/metrics", "Accept: application/openmetrics-text;version=1.0.0")
            #expect(open.header("Content-Type")?.hasPrefix("application/openmetrics-text") == true)
            #expect(open.text.hasSuffix("# EOF\n"))
        }
    }

    @Test func `the page and its files come with a strict policy`() async throws {
        try await TestAPI.run { api in
            let page = try await api.get("/")
            #expect(page.header("Content-Type") == "text/html; charset=utf-8")
            let policy = try #require(page.header("Content-Security-Policy"))
            #expect(policy.hasPrefix("default-src 'none'") && !policy.contains("unsafe"))
            #expect(page.header("X-Content-Type-Options") == "nosniff")
            for match in page.text.matches(of: #/(?:src|href)="(\/assets\/[^"]+)"/#) {
                let asset = try await api.get(String(match.1))
                #expect(asset.status == 200, "\(match.1)")
                let tag = try #require(asset.header("ETag"))
                #expect(try await api.get(String(match.1), "If-None-Match: \(tag)").status == 304)
            }
        }
    }

    @Test func `every file of the page is served`() async throws {
        let folder = BuildProducts.package.appending(path: "Sources/API/Assets").path
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0 != "index.html" }
        try await TestAPI.run { api in
            for name in names {
                let answer = try await api.get("/assets/\(name)")
                #expect(answer.status == 200, "\(name)")
            }
        }
    }

    @Test(arguments: [
        (PartStatus.State.ready, 200, "ready"), (.degraded, 200, "degraded"), (.down, 200, "degraded"),
    ])
    func `the service is ready as long as it keeps what it is given`(
        state: PartStatus.State, status: Int, told: String
    ) async throws {
        let part = PartStatus(name: "renderer", state: state, detail: "Built in")
        try await TestAPI.run(statuses: [part]) { api in
            let answer = try await api.get("/readyz")
            #expect(answer.status == status && answer.json["status"] as? String == told)
            #expect((answer.json["parts"] as? [Any])?.count == 2)
            await api.store.close()
            #expect(try await api.get("/readyz").status == 503)
            #expect(try await api.get("/healthz").status == 200)
        }
    }
}
