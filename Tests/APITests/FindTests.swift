import Domain
import Foundation
import TestSupport
import Testing

/// Finding, marking and deleting prompts over HTTP.
@Suite(.timeLimit(.minutes(5)))
struct FindTests {
    private func ids(_ answer: RawResponse) -> [String] {
        (answer.json["prompts"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
    }

    private func find(_ query: String, in api: TestAPI) async throws -> RawResponse {
        let encoded = query.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        return try await api.get("/v1/prompts?q=\(encoded)")
    }

    @Test(.enabled(if: TestAPI.hasDictionary, "needs the Korean dictionary of data/packages"))
    func `Korean words are found without particles, in NFC and NFD, and by their English`() async throws {
        try await TestAPI.run { api in
            let puppy = try await api.write("눈밭에서 강아지가 뛰노는 영상")
            let cat = try await api.write("바다를 보는 고양이")
            let english = try await api.write("a puppy at the sea")
            for word in ["강아지", "강아지를", "강아지들은", "강아지".decomposedStringWithCanonicalMapping] {
                // Its English finds what was typed in English, after what was typed in Korean.
                #expect(ids(try await find(word, in: api)) == [puppy, english], "\(word)")
            }
            #expect(ids(try await find("바다에서", in: api)) == [cat, english])
            #expect(ids(try await find("puppies", in: api)) == [english, puppy])
            #expect(ids(try await find("여우", in: api)) == [])
        }
    }

    @Test func `what was found is highlighted, ranked, and paged by a cursor`() async throws {
        try await TestAPI.run { api in
            var written: [String] = []
            for number in 0..<5 { written.append(try await api.write("a lighthouse in storm \(number)")) }
            let answer = try await api.get("/v1/prompts?q=Lighthouses&limit=2")
            let first = try #require((answer.json["prompts"] as? [[String: Any]])?.first)
            let highlight = try #require(first["highlight"] as? [String: [[String: Any]]])
            let pieces = try #require(highlight["idea"])
            #expect(pieces.compactMap { $0["text"] as? String }.joined() == first["idea"] as? String)
            let matches = pieces.filter { $0["isMatch"] as? Bool == true }
            #expect(matches.compactMap { $0["text"] as? String } == ["lighthouse"])
            #expect(first["rank"] as? String == "idea")
            var found = ids(answer)
            var next = answer.json["next"] as? String
            while let path = next {
                let page = try await api.get(path)
                found += ids(page)
                next = page.json["next"] as? String
                #expect(page.status == 200 && found.count <= 5)
            }
            #expect(found.count == 5 && Set(found) == Set(written))
        }
    }

    @Test func `marks are changed, shown and found by`() async throws {
        try await TestAPI.run { api in
            let id = try await api.write("a red car")
            _ = try await api.write("a blue car")
            let form = Array("add-tags=Sommer,밤&favourite=yes&rating=4".utf8)
            let marked = try await api.send(
                "PATCH", "/v1/prompts/\(id)/marks", ["Content-Type: application/x-www-form-urlencoded"],
                body: form)
            let marks = try #require(marked.json["marks"] as? [String: Any])
            #expect(marks["tags"] as? [String] == ["sommer", "밤"] && marks["rating"] as? Int == 4)
            _ = try await api.post("/v1/prompts/\(id)/uses", "")
            for query in ["tag=sommer", "favourite=true", "rating=3", "q=car&tag=sommer"] {
                #expect(ids(try await api.get("/v1/prompts?\(query)")) == [id], "\(query)")
            }
            let prompt = try await api.get("/v1/prompts/\(id)")
            #expect((prompt.json["marks"] as? [String: Any])?["uses"] as? Int == 1)
            for (form, field) in [("rating=6", "rating"), ("add-tags=a b", "add-tags")] {
                let refused = try await api.send(
                    "PATCH", "/v1/prompts/\(id)/marks",
                    ["Content-Type: application/x-www-form-urlencoded"], body: Array(form.utf8))
                #expect(refused.status == 422 && refused.json["field"] as? String == field)
            }
        }
    }

    @Test func `a prompt goes into the trash, comes back, and is forgotten`() async throws {
        try await TestAPI.run { api in
            let id = try await api.write("a green bird")
            #expect(try await api.send("DELETE", "/v1/prompts/\(id)").status == 204)
            #expect(try await api.get("/v1/prompts/\(id)").status == 404)
            #expect(ids(try await api.get("/v1/prompts?q=bird")) == [])
            #expect(ids(try await api.get("/v1/trash")) == [id])
            #expect(try await api.post("/v1/trash/\(id)/restore", "").status == 200)
            #expect(ids(try await api.get("/v1/prompts?q=bird")) == [id])
            _ = try await api.post("/v1/videos", "prompt=\(id)")
            #expect(try await api.send("DELETE", "/v1/trash/\(id)").status == 204)
            #expect(try await api.get("/v1/prompts/\(id)").status == 404)
            #expect(ids(try await api.get("/v1/trash")) == [])
            #expect(try await api.send("DELETE", "/v1/trash/\(id)").status == 404)
            let videos = try await api.get("/v1/videos").json["videos"] as? [Any]
            #expect(videos?.isEmpty == true)
            // The same idea is written anew: the cache forgot it.
            let again = try await api.post("/v1/prompts", "idea=a green bird")
            #expect(again.status == 201 && again.json["id"] as? String != id)
        }
    }

    @Test(arguments: [
        ("q=%20", "q"), ("q=!!", "q"), ("q=aa%20bb%20cc%20dd%20ee%20ff%20gg%20hh%20kk", "q"),
        ("category=x", "category"),
        ("after=zzz", "after"), ("rating=9", "rating"), ("tag=a%20b", "tag"), ("since=monday", "since"),
    ])
    func `a search that makes no sense is refused by name`(query: String, field: String) async throws {
        try await TestAPI.run { api in
            let answer = try await api.get("/v1/prompts?\(query)&outcome=rendered")
            #expect(answer.status == 422 && answer.json["field"] as? String == field, "\(answer.text)")
        }
    }
}
