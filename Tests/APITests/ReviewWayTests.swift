import Domain
import Foundation
import TestSupport
import Testing

@testable import API

/// Branches, conflicts, reviews, labels and search over HTTP.
@Suite(.timeLimit(.minutes(5)))
struct ReviewWayTests {
    @Test func `the second of two editors gets 412 with the head and the merge`() async throws {
        try await TestAPI.run { api in
            let id = try await api.write()
            let path = "/v1/prompts/\(id)/revisions"
            let text = try #require(try await api.get("/v1/prompts/\(id)").json["text"] as? String)
            #expect(try await api.get("/v1/prompts/\(id)").header("ETag")?.hasPrefix("\"1-") == true)
            #expect(try await api.post(path, "text=\(text) Rain.&base=1").status == 201)
            let stale = try await api.post(
                path, "text=Now, \(text)", "If-Match: \"1\"", "Accept-Language: ko")
            #expect(stale.status == 412 && stale.header("ETag") == "\"2\"", "\(stale.text)")
            #expect((stale.json["head"] as? [String: Any])?["number"] as? Int == 2)
            #expect((stale.json["merge"] as? [String: Any])?["text"] as? String == "Now, \(text) Rain.")
            #expect((stale.json["detail"] as? String)?.contains("덮어쓴 것은 없습니다") == true)
            let future = try await api.post(path, "text=x&base=9")
            #expect(future.status == 422 && future.json["field"] as? String == "base")
            #expect(try await api.get("/v1/prompts/\(id)").json["revision"] as? Int == 2)
        }
    }

    @Test func `a branch is started, edited, compared and merged back`() async throws {
        try await TestAPI.run { api in
            let id = try await api.write()
            let path = "/v1/prompts/\(id)"
            #expect(try await api.post(path + "/branches", "name=밤&from=1").status == 201)
            #expect(try await api.post(path + "/branches", "name=밤").status == 409)
            let saved = try await api.post(path + "/revisions", "branch=밤&negative=rain&note=n")
            let changes = try #require(saved.json["changes"] as? [[String: Any]])
            #expect(changes.first?["path"] as? String == "/negative")
            let compared = try await api.get(path + "/compare?from=1&to=%EB%B0%A4")
            expect(compared, fits: ComparisonView.schema)
            let patch = try #require(compared.json["patch"] as? [[String: Any]])
            #expect(patch.map { $0["op"] as? String } == ["test", "replace"], "\(compared.text)")
            #expect((compared.json["mergePatch"] as? [String: Any])?["negative"] as? String == "rain")
            let merged = try await api.post(path + "/merges", "from=밤")
            #expect(merged.status == 201 && merged.json["mergedFrom"] as? Int == 2, "\(merged.text)")
            #expect(try await api.get(path).json["negative"] as? String == "rain")
            #expect(try await api.post(path + "/merges", "from=99").status == 404)
            #expect(try await api.post(path + "/revisions/1/restore", "").status == 201)
            #expect(try await api.post(path + "/replays", "prompt=\(id)&revision=9").status == 404)
        }
    }

    @Test func `a label waits for somebody else's approval`() async throws {
        try await TestAPI.run { api in
            let id = try await api.write()
            let label = "/v1/prompts/\(id)/labels/production"
            #expect(try await api.post("/v1/prompts/\(id)/revisions", "text=A cat.&author=kim").status == 201)
            #expect(try await api.post("/v1/label-rules/production", "approvals=1").status == 200)
            let refused = try await api.post(label, "revision=2")
            #expect(refused.json["type"] as? String == "urn:reprise:problem:not-approved")
            let opened = try await api.post("/v1/prompts/\(id)/reviews", "title=t&author=kim")
            expect(opened, fits: ReviewView.schema)
            let review = "/v1/reviews/\(opened.json["id"] as? String ?? "")"
            let own = try await api.post(review + "/verdicts", "verdict=approve&reason=r&author=kim")
            #expect(own.status == 403 && own.json["title"] as? String == "Nobody approves their own")
            let comment = try await api.post(
                review + "/comments", "text=왜?&revision=2&start=2&length=3&quote=cat&author=lee")
            #expect(comment.status == 201, "\(comment.text)")
            let far = try await api.post(review + "/comments", "text=x&revision=2&start=2&length=99")
            #expect(far.status == 422 && far.json["field"] as? String == "length")
            let gone = try await api.post(
                review + "/comments", "text=x&revision=2&start=2&length=3&quote=dog")
            #expect(gone.json["type"] as? String == "urn:reprise:problem:span-gone", "\(gone.text)")
            #expect(
                try await api.post(review + "/verdicts", "verdict=approve&reason=r&author=lee").status == 201)
            #expect(try await api.post(label, "revision=2").status == 200)
            expect(try await api.get(label), fits: LabelView.schema)
            #expect(try await api.get(label).json["revision"] as? Int == 2)
            #expect(try await api.post(review + "/close", "").status == 200)
            #expect(try await api.post(review + "/comments", "text=late").status == 409)
            let audit = try await api.get("/v1/audit?prompt=\(id)")
            #expect((audit.json["entries"] as? [[String: Any]])?.count == 7, "\(audit.text)")
            let edits = try await api.get("/v1/edits?author=kim&limit=1")
            expect(edits, fits: Page<EditView>.schema("edits", of: EditView.schema))
        }
    }

    @Test func `edits are found by what they did, page by page`() async throws {
        try await TestAPI.run { api in
            let id = try await api.write()
            let texts = [
                "A cat naps in bright light.", "A cat naps at dawn.", "A cat naps at dawn, slow dolly-in.",
                "A cat naps at dawn.",
            ]
            for (text, author) in zip(texts, ["ann", "kim", "lee", "kim"]) {
                #expect(
                    try await api.post("/v1/prompts/\(id)/revisions", "text=\(text)&author=\(author)").status
                        == 201)
            }
            let authors = { (query: String) in
                try await api.get("/v1/edits?\(query)").json["edits"].map { $0 as? [[String: Any]] ?? [] }?
                    .map { $0["author"] as? String }
            }
            #expect(try await authors("from=%EB%B0%9D%EC%9D%80&to=%EC%83%88%EB%B2%BD") == ["kim"])
            #expect(try await authors("slot=camera&kind=added") == ["lee"])
            #expect(try await authors("reverted=true&author=lee") == ["lee"])
            var (seen, next) = ([String](), "/v1/edits?prompt=\(id)&limit=1" as String?)
            while let path = next {
                let page = try await api.get(path)
                seen += (page.json["edits"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
                next = page.json["next"] as? String
            }
            let all = try await api.get("/v1/edits?prompt=\(id)&limit=100").json["edits"] as? [[String: Any]]
            #expect(seen == all?.compactMap { $0["id"] as? String } && seen.count > 3)
            #expect(try await api.get("/v1/edits?cursor=x").status == 422)
        }
    }

    @Test func `a diff of two texts says what it did to the scene, in either language`() async throws {
        try await TestAPI.run { api in
            let form = "old=a dog, static, bright&new=a dog, slow dolly-in, golden hour&summary=yes"
            let english = try await api.post("/v1/diffs", form)
            expect(english, fits: SummarisedDiffView.schema)
            #expect(
                english.json["summary"] as? String
                    == "camera: static → slow dolly-in; light: bright → golden hour.")
            let korean = try await api.post("/v1/diffs", form, "Accept-Language: ko")
            #expect(
                korean.json["summary"] as? String == "카메라: static → slow dolly-in; 빛: bright → golden hour.")
        }
    }

    private func expect(_ answer: RawResponse, fits schema: JSONValue) {
        guard case .object(let members) = schema, case .object(let properties)? = members["properties"]
        else {
            Issue.record("no schema of an object")
            return
        }
        #expect(Set(answer.json.keys).isSubset(of: properties.names), "\(answer.text)")
    }
}
