import Domain
import Foundation
import TestSupport
import Testing

/// The way of an idea over HTTP.
@Suite(.timeLimit(.minutes(5)))
struct WayTests {
    @Test func `form, multipart and JSON make the same prompt`() async throws {
        let multipart = "--b\r\nContent-Disposition: form-data; name=\"idea\"\r\n\r\na red car\r\n--b--\r\n"
        let bodies = [
            ("application/x-www-form-urlencoded", "idea=a red car"),
            ("application/x-www-form-urlencoded", "idea=a+red%20car"),
            ("multipart/form-data; boundary=b", multipart),
            ("application/json", #"{"idea":"a red car"}"#),
        ]
        try await TestAPI.run { api in
            var ids: Set<String> = []
            for (index, (type, body)) in bodies.enumerated() {
                let answer = try await api.send(
                    "POST", "/v1/prompts", ["Content-Type: \(type)"], body: Array(body.utf8))
                #expect(answer.status == (index == 0 ? 201 : 200), "\(answer.text)")
                #expect(answer.header("X-Cache") == (index == 0 ? "miss" : "hit"))
                let id = try #require(answer.json["id"] as? String)
                #expect(answer.header("Location") == "/v1/prompts/\(id)")
                ids.insert(id)
            }
            #expect(ids.count == 1)
        }
    }

    @Test(.enabled(if: TestAPI.hasDictionary, "the Korean dictionary is not in data/packages"))
    func `Korean, raw or percent-encoded, becomes English`() async throws {
        try await TestAPI.run { api in
            let answer = try await api.post("/v1/prompts", "idea=귀여운 강아지가 뛰노는 밝은 영상")
            #expect(answer.status == 201)
            #expect((answer.json["text"] as? String)?.lowercased().contains("puppy") == true)
            #expect((answer.json["translated"] as? [[String: Any]])?.isEmpty == false)
        }
    }

    @Test func `an edit is kept with its diff and can be replayed`() async throws {
        try await TestAPI.run { api in
            let id = try await api.write()
            let first = try #require(try await api.get("/v1/prompts/\(id)").json["text"] as? String)
            let form = "text=\(first) Golden light.&author=Jin&note=빛"
            let saved = try await api.post("/v1/prompts/\(id)/revisions", form)
            #expect(saved.status == 201)
            #expect(saved.header("Location") == "/v1/prompts/\(id)/revisions/2")
            #expect(saved.json["author"] as? String == "Jin" && saved.json["note"] as? String == "빛")
            #expect(saved.json["diff"] != nil)
            let again = try await api.post("/v1/prompts/\(id)/revisions", form)
            #expect(again.status == 200 && again.json["unchanged"] as? Bool == true)
            let stale = try await api.post("/v1/prompts/\(id)/revisions", "text=x&base=1")
            #expect(stale.status == 412)

            let chain = try await api.get("/v1/prompts/\(id)/revisions").json["revisions"] as? [[String: Any]]
            #expect(chain?.compactMap { $0["number"] as? Int } == [1, 2])
            let replayed = try await api.get("/v1/prompts/\(id)/revisions/2?replay=true")
            #expect(replayed.json["text"] as? String == first + " Golden light.")
            #expect(try await api.get("/v1/prompts/\(id)").json["revision"] as? Int == 2)
            #expect(try await api.get("/v1/prompts/\(id)/revisions/3").status == 404)
        }
    }

    @Test func `pages follow each other to the end`() async throws {
        try await TestAPI.run { api in
            var written: [String] = []
            for number in 1...5 { written.append(try await api.write("a puppy and \(number) balloons")) }
            var seen: [String] = []
            var path: String? = "/v1/prompts?limit=2"
            while let next = path {
                let page = try await api.get(next)
                seen += (page.json["prompts"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
                path = page.json["next"] as? String
                #expect(page.header("Link") == path.map { "<\($0)>; rel=\"next\"" })
            }
            #expect(Set(seen) == Set(written) && seen.count == 5)
        }
    }

    @Test func `what was written is recommended with its reasons, or the answer says why not`() async throws {
        try await TestAPI.run { api in
            let none = try await api.get("/v1/recommendations?idea=a%20puppy")
            #expect(none.json["abstained"] as? Bool == true && none.json["why"] is String)
            let id = try await api.write("a cute puppy playing in a sunny park")
            let some = try await api.get(
                "/v1/recommendations?idea=a%20cute%20puppy%20playing%20in%20a%20park")
            let first = try #require(
                (some.json["recommendations"] as? [[String: Any]])?.first, "\(some.text)")
            #expect(first["prompt"] as? String == id)
            #expect((first["reasons"] as? [[String: Any]])?.first?["sentence"] is String)
        }
    }

    @Test func `two texts can be compared without keeping them`() async throws {
        try await TestAPI.run { api in
            let answer = try await api.post("/v1/diffs", "old=a red car&new=a blue car")
            let operations = try #require(answer.json["operations"] as? [[String: Any]])
            #expect(operations.first?["oldText"] as? String == "red")
            #expect(operations.first?["newText"] as? String == "blue")
        }
    }
}
