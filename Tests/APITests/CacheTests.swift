import TestSupport
import Testing

@testable import API

/// The cache over HTTP.
@Suite(.timeLimit(.minutes(5)))
struct CacheTests {
    private let idea = "A man is riding a bicycle down the street."
    private let wording = "The guy rides a bike on the road"

    @Test func `another wording is answered with the prompt and the guards' verdicts`() async throws {
        try await TestAPI.run(byMeaning: true) { api in
            let first = try await api.post("/v1/prompts", "idea=\(idea)")
            let second = try await api.post("/v1/prompts", "idea=\(wording)")
            #expect(first.status == 201 && first.header("X-Cache") == "miss")
            #expect(second.status == 200 && second.header("X-Cache") == "semantic")
            #expect(first.json["id"] as? String == second.json["id"] as? String)
            let match = try #require(second.json["match"] as? [String: Any])
            #expect(match["decision"] as? String == "same")
            #expect((match["guards"] as? [Any])?.count == 12)
        }
    }

    @Test func `not the same splits two ideas, and the explanation says so`() async throws {
        try await TestAPI.run(byMeaning: true) { api in
            let id = try await api.write(idea)
            let answer = try await api.post("/v1/cache/splits", "idea=\(wording)&prompt=\(id)")
            #expect(answer.status == 204)
            #expect(try await api.post("/v1/prompts", "idea=\(wording)").header("X-Cache") == "miss")
            let query = wording.replacing(" ", with: "%20")
            let explained = try await api.get("/v1/cache/explanation?idea=\(query)").json
            #expect(explained["hit"] as? Bool == true)
            let candidates = try #require(explained["candidates"] as? [[String: Any]])
            #expect(candidates.contains { $0["split"] as? Bool == true })
            #expect(try await api.get("/v1/cache").json["splits"] as? Int == 1)
        }
    }

    @Test func `what is forgotten is written anew, and the statistics count`() async throws {
        try await TestAPI.run { api in
            let id = try await api.write("a dog")
            for target in [
                "/v1/cache/prompts/\(id)", "/v1/cache/ideas?idea=a%20dog", "/v1/cache/parts/lexicon",
                "/v1/cache",
            ] {
                _ = try await api.post("/v1/prompts", "idea=a dog")
                #expect(try await api.post("/v1/prompts", "idea=a dog").header("X-Cache") == "hit")
                #expect(try await api.send("DELETE", target).status == 204)
                #expect(
                    try await api.post("/v1/prompts", "idea=a dog").header("X-Cache") == "miss", "\(target)")
            }
            let memory = try #require(try await api.get("/v1/cache").json["memory"] as? [String: Any])
            #expect((memory["hits"] as? Int ?? 0) > 0)
            #expect((memory["entries"] as? Int ?? 0) > 0)
        }
    }

    @Test func `no-store keeps nothing, no-cache keeps the new prompt`() async throws {
        try await TestAPI.run { api in
            let first = try await api.post("/v1/prompts", "idea=a dog", "Cache-Control: no-store")
            #expect(first.status == 201 && first.header("X-Cache") == "bypass")
            let second = try await api.post("/v1/prompts", "idea=a dog")
            #expect(second.header("X-Cache") == "miss")
            let third = try await api.post("/v1/prompts", "idea=a dog", "Cache-Control: no-cache")
            #expect(third.header("X-Cache") == "bypass")
            #expect(
                try await api.post("/v1/prompts", "idea=a dog").json["id"] as? String
                    == third.json["id"] as? String)
        }
    }

    @Test func `a prompt that is not there is not forgotten`() async throws {
        try await TestAPI.run { api in
            let target = "/v1/cache/prompts/01KAHW5W7C0000000000000000"
            let answer = try await api.send("DELETE", target)
            #expect(answer.status == 404)
        }
    }
}
