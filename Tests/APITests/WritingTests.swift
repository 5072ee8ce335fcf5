import Foundation
import TestSupport
import Testing

/// Many ideas, variations, the catalogue and the lint over HTTP.
@Suite(.timeLimit(.minutes(5)))
struct WritingTests {
    @Test(arguments: [
        ("application/json", #"[{"idea":"a red car"}, "a cat, sleeping", {"idea":""}]"#),
        (
            "application/x-ndjson",
            "{\"idea\":\"a red car\"}\n\n{\"idea\":\"a cat, sleeping\"}\n{\"idea\":\"\"}"
        ),
        ("application/x-www-form-urlencoded", "idea=a red car&idea=a cat, sleeping&idea="),
    ])
    func `a batch keeps its order, and one bad idea spoils no other`(type: String, body: String) async throws
    {
        try await TestAPI.run { api in
            let answer = try await api.send(
                "POST", "/v1/prompts/batch", ["Content-Type: \(type)"], body: Array(body.utf8))
            #expect(answer.status == 200, "\(answer.text)")
            #expect(answer.json["written"] as? Int == 2 && answer.json["failed"] as? Int == 1)
            let items = try #require(answer.json["items"] as? [[String: Any]])
            #expect(items.map { $0["status"] as? Int } == [201, 201, 422])
            let ideas = items.map { ($0["prompt"] as? [String: Any])?["idea"] as? String }
            #expect(ideas == ["a red car", "a cat, sleeping", nil])
            #expect((items[2]["problem"] as? [String: Any])?["field"] as? String == "idea")
        }
    }

    @Test(arguments: [
        ("[]", 422), ("[", 400),
        ("[" + Array(repeating: "\"a\"", count: 101).joined(separator: ",") + "]", 422),
    ])
    func `a batch of nothing, of too much or of no JSON is refused`(body: String, status: Int) async throws {
        try await TestAPI.run { api in
            let answer = try await api.send(
                "POST", "/v1/prompts/batch", ["Content-Type: application/json"], body: Array(body.utf8))
            #expect(answer.status == status, "\(answer.text)")
        }
    }

    @Test func `a variation is kept by its number`() async throws {
        try await TestAPI.run { api in
            let answer = try await api.post("/v1/prompts/variations", "idea=a cat running in a park&count=5")
            let variations = try #require(answer.json["variations"] as? [[String: Any]])
            let texts = variations.compactMap { $0["text"] as? String }
            #expect(Set(texts).count == 5)
            #expect(try await api.get("/v1/prompts").json["prompts"] as? [String] == [])
            let kept = try await api.post("/v1/prompts", "idea=a cat running in a park&variation=2")
            #expect(kept.json["text"] as? String == texts[1])
        }
    }

    @Test func `wishes of their own are prompts of their own`() async throws {
        try await TestAPI.run { api in
            let rich = try await api.post("/v1/prompts", "idea=a cat running")
            let plain = try await api.post("/v1/prompts", "idea=a cat running&enrich=no")
            #expect(plain.status == 201 && plain.json["text"] as? String == "A cat running.")
            #expect(rich.json["text"] as? String != "A cat running.")
            let image = try await api.post("/v1/prompts", "idea=a cat running&image-to-video=yes")
            #expect(
                image.status == 201 && (image.json["text"] as? String)?.hasPrefix("The cat running") == true)
        }
    }

    @Test func `the catalogue and the lint answer in both languages`() async throws {
        try await TestAPI.run { api in
            let models = try await api.get("/v1/models").json["models"] as? [[String: Any]]
            #expect(models?.count == 19)
            #expect(models?.allSatisfy { $0["source"] is String && $0["image"] is [String: Any] } == true)
            let form = "text=A street without cars.&model=wan-2.2"
            let english = try await api.post("/v1/lints", form)
            let korean = try await api.post("/v1/lints", form, "Accept-Language: ko")
            let fixed = english.json["fixed"] as? [String: Any]
            #expect(fixed?["text"] as? String == "A street." && fixed?["negative"] as? String == "cars")
            #expect(english.json["applied"] as? [String] == ["negation-in-text"])
            #expect(korean.text.contains("네거티브"))
            #expect(try await api.post("/v1/lints", "text=a&model=none").status == 422)
        }
    }
}
