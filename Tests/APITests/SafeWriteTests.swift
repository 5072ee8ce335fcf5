@testable import API
import Domain
import Foundation
import HTTPServer
import MemoryCache
import TestSupport
import Testing

/// Writes that come twice, or meet what somebody else wrote.
@Suite(.timeLimit(.minutes(5)))
struct SafeWriteTests {
    @Test func `the same key does it once and answers it again`() async throws {
        try await TestAPI.run { api in
            let path = "/v1/prompts/\(try await api.write())"
            let first = try await api.post(path + "/branches", "name=wild", "Idempotency-Key: k-1")
            let second = try await api.post(path + "/branches", "name=wild", "Idempotency-Key: k-1")
            #expect(first.status == 201 && second.status == 201)
            #expect(first.header("Idempotency-Replayed") == nil)
            #expect(second.header("Idempotency-Replayed") == "true")
            #expect(first.text == second.text)
            let asJSON = try await api.send(
                "POST", path + "/branches", ["Content-Type: application/json", "Idempotency-Key: k-1"],
                body: Array(#"{"name":"wild"}"#.utf8))
            #expect(asJSON.status == 201, "the same fields in another kind of body say the same")
            let other = try await api.post(path + "/branches", "name=tame", "Idempotency-Key: k-1")
            #expect(other.status == 422)
            #expect(other.json["type"] as? String == "urn:reprise:problem:key-reused")
            let without = try await api.post(path + "/branches", "name=wild")
            #expect(without.status == 409, "without a key it is another branch of that name")
        }
    }

    @Test func `what was refused may come again under its key`() async throws {
        try await TestAPI.run { api in
            let refused = try await api.post("/v1/prompts", "idea=", "Idempotency-Key: k-2")
            #expect(refused.status == 422)
            #expect(try await api.post("/v1/prompts", "idea=a dog", "Idempotency-Key: k-2").status == 201)
        }
    }

    @Test func `a key whose first request still runs is a conflict`() async throws {
        let records = MemoryIdempotencyRecords()
        try await TestAPI.run(idempotency: records) { api in
            let request = try HTTPRequest(
                .post, "/v1/prompts",
                headers: ["Content-Type": "application/x-www-form-urlencoded", "Idempotency-Key": "k-3"],
                body: Array("idea=a dog".utf8))
            let endpoint = try #require(api.endpoints.first { $0.name == "writePrompt" })
            let input = try Input(request, for: endpoint, caller: .owner)
            _ = await records.begin(
                "default/anonymous/k-3", fingerprint: input.fingerprint, lifetime: .seconds(60))
            let answer = try await api.post("/v1/prompts", "idea=a dog", "Idempotency-Key: k-3")
            #expect(answer.status == 409 && answer.header("Retry-After") == "1")
            #expect(answer.json["type"] as? String == "urn:reprise:problem:key-in-use")
        }
    }

    @Test func `an answer is kept whole`() {
        let bytes: [UInt8] = [0x7B, 0x0A, 0x0A, 0x7D]
        let answer = HTTPResponse.json(bytes, status: 201, headers: ["Location": "/v1/a:b"])
        let kept = StoredAnswer.bytes(of: answer).flatMap(StoredAnswer.response)
        #expect(kept?.status == 201 && kept?.headers == answer.headers)
        if case .bytes(let body)? = kept?.body { #expect(body == bytes) } else { Issue.record("no body") }
        #expect(StoredAnswer.bytes(of: .events(AsyncStream { $0.finish() })) == nil)
        #expect(StoredAnswer.bytes(of: HTTPResponse(status: 503)) == nil)
    }

    @Test func `a change of what has changed is refused`() async throws {
        try await TestAPI.run { api in
            let path = "/v1/prompts/\(try await api.write())"
            let tag = try #require(try await api.get(path).header("ETag"))
            #expect(try await api.post(path + "/revisions", "text=b", "If-Match: \(tag)").status == 201)
            for (method, target) in [("PATCH", path + "/marks"), ("DELETE", path)] {
                let stale = try await api.send(
                    method, target, ["If-Match: \(tag)", "Content-Type: application/x-www-form-urlencoded"],
                    body: Array((method == "PATCH" ? "rating=3" : "").utf8))
                #expect(stale.status == 412 && stale.json["expected"] as? String == "\"2\"", "\(stale.text)")
            }
            let form = "Content-Type: application/x-www-form-urlencoded"
            let fresh = try await api.send(
                "PATCH", path + "/marks", ["If-Match: \"1\", \"2\"", form], body: Array("rating=3".utf8))
            #expect(fresh.status == 200)
            let any = try await api.send("DELETE", path, ["If-Match: *"])
            #expect(any.status == 204)
        }
    }

    @Test func `a protected label is moved only by who has seen it`() async throws {
        try await TestAPI.run { api in
            let path = "/v1/prompts/\(try await api.write())"
            _ = try await api.post(path + "/revisions", "text=b")
            _ = try await api.post("/v1/label-rules/production", "protected=yes")
            let label = path + "/labels/production"
            #expect(try await api.post(label, "revision=1").status == 200, "a new one overwrites nothing")
            let blind = try await api.post(label, "revision=2")
            #expect(blind.status == 428 && blind.json["field"] as? String == "If-Match")
            let tag = try #require(try await api.get(label).header("ETag"))
            #expect(try await api.post(label, "revision=2", "If-Match: \(tag)").status == 200)
            #expect(try await api.post(label, "revision=1", "If-Match: \(tag)").status == 412)
            #expect(try await api.post(label, "revision=1&seen=1").status == 412)
            #expect(try await api.post(label, "revision=1&seen=2").status == 200)
            #expect(try await api.post(label, "revision=2", "If-None-Match: *").status == 412)
        }
    }
}
