@testable import API
import Domain
import TestSupport
import Testing

/// Feedback, rules and suggested edits over HTTP.
@Suite(.timeLimit(.minutes(5)))
struct LearningWayTests {
    /// Has somebody put the same light into several prompts about animals; returns the last prompt.
    private func teach(_ api: TestAPI, light: String = "golden hour light") async throws -> String {
        var last = ""
        for animal in ["puppy", "cat", "horse"] {
            let prompt = try await api.post("/v1/prompts", "idea=a \(animal) in a field")
            last = try #require(prompt.json["id"] as? String)
            let text = try #require(prompt.json["text"] as? String)
            let end = text.hasSuffix(".") ? String(text.dropLast()) : text
            _ = try await api.post("/v1/prompts/\(last)/revisions", "text=\(end), \(light)&author=mina")
        }
        return last
    }

    @Test func `a rule is seen, worded anew and switched off`() async throws {
        try await TestAPI.run { api in
            _ = try await teach(api)
            let rules =
                try await api.get("/v1/preferences?person=mina").json["preferences"] as? [[String: Any]]
            let rule = try #require(rules?.first { $0["person"] as? String == "mina" })
            #expect(rule["to"] as? String == "golden hour light" && rule["support"] as? Int == 3)
            #expect((rule["sentence"] as? String)?.contains("golden hour light") == true)
            let id = try #require(rule["id"] as? String)
            let changed = try await api.post("/v1/preferences/\(id)", "on=no&to=soft light&author=mina")
            #expect(changed.json["on"] as? Bool == false && changed.json["to"] as? String == "soft light")
            #expect(try await api.post("/v1/preferences/none", "on=no&author=mina").status == 404)
        }
    }

    @Test func `a suggested edit is applied in one call and undone in one`() async throws {
        try await TestAPI.run { api in
            _ = try await teach(api)
            let prompt = try await api.post("/v1/prompts", "idea=a rabbit in a garden&enrich=no")
            let id = try #require(prompt.json["id"] as? String)
            let answer = try await api.get("/v1/recommendations?draft=\(id)")
            let edits = try #require(answer.json["edits"] as? [[String: Any]])
            let edit = try #require(
                edits.first { ($0["text"] as? String)?.contains("golden hour light") == true })
            let rule = try #require((edit["rule"] as? [String: Any])?["id"] as? String)
            let applied = try await api.post("/v1/prompts/\(id)/suggestions/\(rule)", "author=jin")
            #expect(applied.status == 201 && applied.json["text"] as? String == edit["text"] as? String)
            let undone = try await api.post("/v1/prompts/\(id)/revisions/1/restore", "author=jin")
            #expect(undone.json["text"] as? String == prompt.json["text"] as? String)
            #expect(try await api.post("/v1/prompts/\(id)/suggestions/none", "author=jin").status == 404)
        }
    }

    @Test func `what somebody called not the same is not offered again, and is counted`() async throws {
        try await TestAPI.run { api in
            let prompt = try await api.post("/v1/prompts", "idea=a cute puppy playing in a park")
            let id = try #require(prompt.json["id"] as? String)
            let question = "/v1/recommendations?idea=a%20cute%20puppy%20playing%20in%20a%20garden"
            #expect(try await api.get(question).json["abstained"] as? Bool == false)
            let said = try await api.post(
                "/v1/recommendations/\(id)/feedback",
                "verdict=notTheSame&idea=a cute puppy playing in a garden")
            #expect(said.status == 201)
            #expect(try await api.get(question).json["abstained"] as? Bool == true)
            let page = try await api.get("/metrics").text
            #expect(page.contains("reprise_recommendation_feedback_total{verdict=\"notTheSame\"} 1"))
        }
    }

    @Test(arguments: [
        ("/v1/recommendations?idea=a&category=x", 422), ("/v1/recommendations?draft=x", 422),
        ("/v1/recommendations?draft=01ARZ3NDEKTSV4RRFFQ69G5FAV", 404),
        ("/v1/recommendations?idea=%EA%B0%80", 200),
    ])
    func `a question that does not fit gets a clear answer`(path: String, status: Int) async throws {
        try await TestAPI.run { api in
            let answer = try await api.get(path)
            #expect(answer.status == status)
        }
    }
}
