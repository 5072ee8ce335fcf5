import Domain
import Foundation
import LanguageModel
import Telemetry
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct TroubleTests {
    static let troubles: [(String, ScriptedServer.Answer)] = [
        ("declined", Completion.text("", refusal: "I cannot")),
        ("declined", Completion.text("", finish: "content_filter")),
        ("cut", Completion.text(String(Completion.faithful.prefix(40)), finish: "length")),
        ("malformed", .init(headers: ["Content-Type": "text/html"], body: "<h1>Welcome</h1>")),
        ("malformed", .init(headers: ["Content-Type": "application/json"], body: "{\"choices\":[]}")),
        ("throttled", .init(429)), ("server_failed", .init(500)), ("server_failed", .init(503)),
        ("key_refused", .init(401, body: "bad key sk-topsecret")), ("request_refused", .init(404)),
        ("unreachable", .drop), ("too_long", .init { $0.flood = 1 << 30 }),
    ]

    @Test(arguments: troubles)
    func `trouble never reaches the prompt`(reason: String, answer: ScriptedServer.Answer) async throws {
        let desk = try await Desk(answer)
        let draft = try await desk.write(Idea(text: Completion.idea))
        #expect(draft.writer.name == "built-in")
        #expect(draft.fallback != nil)
        #expect(draft.translation == Completion.idea)
        #expect(desk.counts("reprise_llm_fallbacks_total{reason=\"\(reason)\"} 1"))
        #expect(!"\(draft)\(desk.log.lines)".contains("topsecret"))
    }

    @Test func `a stalled server is given up at the deadline`() async throws {
        let desk = try await Desk(.stall, deadline: .milliseconds(100))
        let draft = try await desk.write(Idea(text: Completion.idea))
        #expect(desk.counts("reprise_llm_fallbacks_total{reason=\"timed_out\"} 1"))
        #expect(draft.fallback?.contains("in time") == true)
    }

    @Test func `the server's wish to wait is obeyed`() async throws {
        let clock = ManualClock()
        let desk = try await Desk(
            [.init(429, headers: ["Retry-After": "7"]), Completion.text(Completion.faithful)], clock: clock,
            attempts: 2)
        async let draft = desk.write(Idea(text: Completion.idea))
        _ = try await desk.server.request()
        while clock.sleeperCount == 0 { await Task.yield() }
        clock.advance(by: .milliseconds(6999))
        #expect(clock.sleeperCount == 1)
        clock.advance(by: .seconds(1))
        #expect(try await draft.fallback == nil)
    }

    @Test func `a redirect gets neither the idea nor the key`() async throws {
        let other = try await ScriptedServer(.init())
        let desk = try await Desk(.init(307, headers: ["Location": other.url("/stolen")]))
        let draft = try await desk.write(Idea(text: Completion.idea))
        #expect(draft.fallback?.contains("307") == true)
        let ours = try RawClient(port: other.port)
        await ours.send("GET /ours HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n")
        #expect(try await other.request().path == "/ours")
    }

    @Test func `after many failures the model gets a pause, and that is visible`() async throws {
        let desk = try await Desk(.init(500))
        #expect(desk.writer.status.state == .ready)
        for _ in 0..<6 { _ = try await desk.write(Idea(text: Completion.idea)) }
        #expect(desk.writer.status.state == .degraded)
        #expect(desk.counts("reprise_llm_requests_total{result=\"server_failed\"} 5"))
        #expect(desk.counts("reprise_llm_fallbacks_total{reason=\"circuit_open\"} 1"))
    }

    @Test func `retries stop when their budget is used up`() async throws {
        let desk = try await Desk(.init(429, headers: ["Retry-After": "0"]), attempts: 4)
        for _ in 0..<8 {
            let draft = try await desk.write(Idea(text: Completion.idea))
            #expect(draft.writer.name == "built-in")
        }
        // Eight first calls; a budget holds ten retries, though four attempts each would be 24 more.
        #expect(desk.counts("reprise_llm_requests_total{result=\"throttled\"} 18"))
    }

    @Test(arguments: [
        (401, "", PartStatus.State.degraded, "key"), (500, "", .degraded, "500"),
        (200, "{\"data\":[{\"id\":\"test-model\"}]}", .ready, "test-model"),
        (200, "{\"data\":[{\"id\":\"another\"}]}", .degraded, "llm-model"), (404, "", .ready, "list"),
    ])
    func `the doctor asks the server`(
        status: Int, body: String, state: PartStatus.State, word: String
    ) async throws {
        let found = await (try Desk(.init(status, body: body))).check()
        #expect(found.state == state)
        #expect(found.detail.contains(word))
        #expect(!found.detail.contains("topsecret"))
    }
}
