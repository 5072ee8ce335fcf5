import Domain
import Foundation
import SQLiteStore
import Studio
import TestSupport
import VideoFolder
import Testing

/// Orders that come twice, too often, or want somebody told; and what clients read that were away.
@Suite(.timeLimit(.minutes(5)))
struct VideoOrderTests {
    private struct AnyReceiver: WebhookSender {
        func check(_ url: String) throws(InputError) {
            guard url.hasPrefix("https://example.org") else {
                throw InputError(field: "webhook", code: .outOfRange, expected: "a public address")
            }
        }

        func send(_ message: WebhookMessage, to url: String) async throws(WebhookError) {}
    }

    @Test func `the same key and wishes get the same job, other wishes a problem`() async throws {
        try await TestAPI.run { api in
            let order = "prompt=\(try await api.write())&duration=2"
            let first = try await api.post("/v1/videos", order, "Idempotency-Key: a-1")
            let second = try await api.post("/v1/videos", order, "Idempotency-Key: a-1")
            #expect(first.status == 202 && second.status == 202)
            #expect(first.json["id"] as? String == second.json["id"] as? String)
            let other = try await api.post("/v1/videos", order + "&fps=30", "Idempotency-Key: a-1")
            #expect(other.status == 422)
            #expect(other.json["type"] as? String == "urn:reprise:problem:key-reused")
            let fresh = try await api.post("/v1/videos", order, "Idempotency-Key: a-2")
            #expect(fresh.json["id"] as? String != first.json["id"] as? String)
            for key in [" ", String(repeating: "k", count: 256), "키"] {
                let answer = try await api.post("/v1/videos", order, "Idempotency-Key: \(key)")
                #expect(answer.status == 422 && answer.json["field"] as? String == "Idempotency-Key")
            }
        }
    }

    @Test func `what would wait too long is refused before it is kept`() async throws {
        try await TestAPI.run(maximumWaiting: 3) { api in
            let order = "prompt=\(try await api.write())"
            for _ in 0..<3 { #expect(try await api.post("/v1/videos", order).status == 202) }
            let answer = try await api.post("/v1/videos", order)
            #expect(answer.status == 503)
            #expect(answer.json["type"] as? String == "urn:reprise:problem:too-many-videos")
            #expect(Int(answer.header("Retry-After") ?? "") ?? 0 >= 5)
            #expect(try await api.store.load().waiting == 3)
        }
    }

    @Test func `a job says its priority, provider and whom it tells`() async throws {
        try await TestAPI.run(webhooks: AnyReceiver()) { api in
            let order = "prompt=\(try await api.write())&priority=high&webhook=https://example.org/a"
            let job = try await api.post("/v1/videos", order)
            #expect(job.json["priority"] as? String == "high" && job.json["provider"] as? String == "local")
            let webhook = try #require(job.json["webhook"] as? [String: Any])
            #expect(webhook["state"] as? String == "waiting")
            let cancelled = try await api.post(try #require(job.header("Location")) + "/cancel", "")
            #expect((cancelled.json["webhook"] as? [String: Any])?["state"] as? String == "due")
        }
    }

    @Test(arguments: [
        ("priority=urgent", "priority"), ("provider=nobody", "provider"),
        ("webhook=http://127.0.0.1/", "webhook"),
    ])
    func `wishes that cannot be met are refused by name`(form: String, field: String) async throws {
        try await TestAPI.run(webhooks: AnyReceiver()) { api in
            let answer = try await api.post("/v1/videos", "prompt=\(try await api.write())&\(form)")
            #expect(answer.status == 422 && answer.json["field"] as? String == field, "\(answer.text)")
        }
    }

    @Test func `without a secret nobody can be told`() async throws {
        try await TestAPI.run { api in
            let answer = try await api.post(
                "/v1/videos", "prompt=\(try await api.write())&webhook=https://example.org/")
            #expect(answer.status == 422 && answer.json["field"] as? String == "webhook")
            #expect(answer.text.contains("REPRISE_WEBHOOK_SECRET"))
        }
    }

    @Test func `a deadline is a 504 in the job, and a retry by hand queues it again`() async throws {
        try await TestAPI.run { api in
            let path = try await failedJob(on: api)
            let job = try await api.get(path).json
            #expect((job["failure"] as? [String: Any])?["status"] as? Int == 504)
            #expect(job["isSubstitute"] as? Bool == true)
            #expect(try await api.get(path + "/content").header("X-Reprise-Substitute") == "true")
            let again = try await api.post(path + "/retry", "")
            #expect(again.status == 202 && again.json["state"] as? String == "queued")
            #expect(again.json["round"] as? Int == 2 && again.json["isSubstitute"] as? Bool == true)
            #expect(try await api.post(path + "/retry", "").json["round"] as? Int == 2)
        }
    }

    @Test func `a video that was removed is gone, and its record stays`() async throws {
        try await TestAPI.run { api in
            let path = try await failedJob(on: api) { job in
                job.result = nil
                job.expiredAt = job.updatedAt
            }
            let answer = try await api.get(path + "/content")
            #expect(answer.status == 410)
            #expect(answer.json["type"] as? String == "urn:reprise:problem:video-expired")
            #expect(try await api.get(path).json["expiredAt"] is String)
        }
    }

    @Test func `a client that was away reads what it missed, each event once`() async throws {
        try await TestAPI.run { api in
            let asked = try await api.post("/v1/videos", "prompt=\(try await api.write())")
            let path = try #require(asked.header("Location"))
            var job = try await claim(api)
            for state in [VideoJob.State.submitting, .submitted, .running, .downloading] {
                job.state = state
                job.tell(at: job.updatedAt)
                try await api.store.save(job)
            }
            job.end(as: .failed, at: job.updatedAt)
            try await api.store.save(job)
            let all = try await api.get(path + "/events", "Last-Event-ID: 0").text
            #expect(numbers(of: all) == [1, 2, 3, 4, 5, 6])
            #expect(numbers(of: try await api.get(path + "/events", "Last-Event-ID: 4").text) == [5, 6])
            #expect(numbers(of: try await api.get(path + "/events").text) == [6])
            #expect(try await api.get(path + "/events", "Last-Event-ID: 6").status == 204)
            #expect(all.contains(#""state":"submitting""#) && all.contains(#""state":"failed""#))
        }
    }

    private func numbers(of events: String) -> [Int] {
        events.split(separator: "\n").compactMap { $0.hasPrefix("id: ") ? Int($0.dropFirst(4)) : nil }
    }

    private func claim(_ api: TestAPI) async throws -> VideoJob {
        let now = ManualWallClock().now()
        return try #require(
            try await api.store.claim(.rendering(by: "local"), owner: "test", at: now, for: .seconds(60)))
    }

    private func failedJob(on api: TestAPI, _ change: (inout VideoJob) -> Void = { _ in }) async throws
        -> String
    {
        let asked = try await api.post("/v1/videos", "prompt=\(try await api.write())&duration=2")
        var job = try await claim(api)
        let target = try await api.shelf.reserve(for: job.id, format: job.request.format)
        try Data(SampleVideo.webm(seconds: 2)).write(to: URL(filePath: target.video))
        try Data(SampleVideo.thumbnail).write(to: URL(filePath: target.thumbnail))
        job.result = try await api.shelf.keep(target, of: job.id, isSubstitute: true, lasting: 2)
        job.failure = VideoJob.Failure(reason: .deadlineExceeded, message: "too late")
        job.end(as: .failed, at: job.updatedAt)
        change(&job)
        try await api.store.save(job)
        api.journal.announce(job)
        return try #require(asked.header("Location"))
    }
}
