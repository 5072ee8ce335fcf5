@testable import API
import Domain
import Foundation
import HTTPServer
import TestSupport
import Testing

/// One answer as JSON, page, text and lines, by what the client likes best.
@Suite(.timeLimit(.minutes(5)))
struct RepresentationTests {
    @Test(arguments: [
        ("*/*", "application/json"), ("application/*", "application/json"), ("text/*", "text/html"),
        ("text/plain", "text/plain"), ("text/html;q=0.5, text/plain;q=0.8", "text/plain"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html"),
        ("text/*;q=0.5, application/json;q=0.4, text/html;q=0", "text/plain"),
        ("application/json;q=0, */*;q=0.1", "text/html"), ("TEXT/PLAIN ; Q=1", "text/plain"),
        ("nonsense", "application/json"), ("application/x-ndjson", nil), ("image/png", nil), ("*/*;q=0", nil),
    ])
    func `the best liked form is taken, the first of equals`(header: String, expected: String?) {
        let accept = AcceptHeader([header])
        #expect(accept.best(of: ["application/json", "text/html", "text/plain"]) == expected)
    }

    @Test func `a prompt is JSON, a page or text, and every form has a tag of its own`() async throws {
        try await TestAPI.run { api in
            let path = "/v1/prompts/\(try await api.write("a <b>bold</b> puppy in the snow"))"
            var tags: Set<String> = []
            for (accept, type) in [
                ("application/json", "application/json"), ("text/html", "text/html; charset=utf-8"),
                ("text/plain", "text/plain; charset=utf-8"),
            ] {
                let answer = try await api.get(path, "Accept: \(accept)")
                #expect(answer.status == 200 && answer.header("Content-Type") == type)
                #expect(answer.header("Vary")?.hasPrefix("Accept, Accept-Language") == true)
                let tag = try #require(answer.header("ETag"))
                #expect(tag.hasPrefix("\"1-"), "the state comes first")
                tags.insert(tag)
                let again = try await api.get(path, "Accept: \(accept)", "If-None-Match: \(tag)")
                #expect(again.status == 304 && again.body.isEmpty)
            }
            #expect(tags.count == 3)
            let page = try await api.get(path, "Accept: text/html").text
            #expect(page.contains("a &lt;b&gt;bold&lt;/b&gt; puppy") && !page.contains("<b>bold"))
            #expect(try await api.get(path, "Accept: text/plain").text.contains("idea: a <b>bold</b> puppy"))
        }
    }

    @Test func `what nobody can give is refused with what could be`() async throws {
        try await TestAPI.run { api in
            let refused = try await api.get("/v1/prompts", "Accept: image/png")
            #expect(refused.status == 406 && refused.json["field"] as? String == "Accept")
            #expect(refused.json["type"] as? String == "urn:reprise:problem:not-acceptable")
            let written = try await api.post("/v1/prompts", "idea=a dog", "Accept: image/png")
            #expect(written.status == 406)
            #expect(try await api.get("/v1/prompts").json["prompts"] as? [String] == [], "nothing was kept")
        }
    }

    @Test func `problems come as they are liked, in the reader's language, from the server too`() async throws
    {
        try await TestAPI.run { api in
            for target in ["/v1/prompts/x", "/nowhere", "/v1/prompts?limit=0"] {
                let json = try await api.get(target, "Accept: application/json", "Accept-Language: ko")
                #expect(json.header("Content-Type") == "application/problem+json")
                #expect(json.header("Content-Language") == "ko")
                let page = try await api.get(target, "Accept: text/html", "Accept-Language: ko")
                #expect(page.header("Content-Type") == "text/html; charset=utf-8")
                #expect(page.text.contains("lang=\"ko\""))
                let text = try await api.get(target, "Accept: text/plain")
                #expect(text.text.contains("type: urn:reprise:problem:"))
            }
            let method = try await api.send("PUT", "/v1/prompts", ["Accept-Language: ko"], body: [])
            #expect(method.status == 405 && method.json["title"] as? String == "허용되지 않는 메서드입니다")
        }
    }

    @Test func `a list comes as lines, one item each, and only with the fields that are wanted`() async throws
    {
        try await TestAPI.run { api in
            for idea in ["a dog", "a cat", "a bird"] { _ = try await api.write(idea) }
            let lines = try await api.get("/v1/prompts?fields=id,links.self", "Accept: application/x-ndjson")
            let items = try lines.text.split(separator: "\n").map {
                try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
            }
            #expect(items.count == 3)
            #expect(items.allSatisfy { Set($0.keys) == ["id", "links"] })
            #expect(items.allSatisfy { ($0["links"] as? [String: String])?.keys.sorted() == ["self"] })
            let unknown = try await api.get("/v1/prompts?fields=id,colour")
            #expect(unknown.status == 422 && unknown.json["field"] as? String == "fields")
        }
    }

    @Test func `pages follow one another by cursors that mean nothing, also while others write`() async throws
    {
        try await TestAPI.run { api in
            var written: [String] = []
            for number in 1...7 { written.append(try await api.write("\(number) red balloons in the sky")) }
            var seen: [String] = []
            var next: String? = "/v1/prompts?limit=3&fields=id"
            while let path = next {
                let page = try await api.get(path)
                seen += try #require(page.json["prompts"] as? [[String: String]]).compactMap { $0["id"] }
                next = page.json["next"] as? String
                #expect(page.header("Link") == next.map { "<\($0)>; rel=\"next\"" })
                if seen.count == 3 { _ = try await api.write("a late comer") }
            }
            // All were made at the same moment, so the late comer may be anywhere.
            #expect(seen == seen.sorted(by: >) && Set(seen).count == seen.count)
            #expect(Set(seen).isSuperset(of: written))
            for bad in ["x", "!!", "%00", "Zm9v"] {
                let answer = try await api.get("/v1/prompts?cursor=\(bad)")
                #expect(answer.status == 422 && answer.json["field"] as? String == "cursor")
            }
        }
    }

    @Test func `a page comes smaller to who can read it, and is known again by its tag`() async throws {
        try await TestAPI.run { api in
            let plain = try await api.get("/v1/models")
            let coded = try await api.get("/v1/models", "Accept-Encoding: gzip, br")
            #expect(coded.header("Content-Encoding") == "br" && coded.body.count < plain.body.count / 2)
            #expect(coded.header("Vary") == "Accept, Accept-Language, Accept-Encoding")
            let tag = try #require(coded.header("ETag"))
            #expect(tag != plain.header("ETag"))
            let known = try await api.get("/v1/models", "Accept-Encoding: br", "If-None-Match: \(tag)")
            #expect(known.status == 304 && known.header("ETag") == tag)
            let other = try await api.get("/v1/models", "If-None-Match: \"1-1\"")
            #expect(other.status == 200)
        }
    }

    @Test func `the documentation names every route and loads nothing from elsewhere`() async throws {
        try await TestAPI.run { api in
            let page = try await api.get("/docs")
            #expect(page.status == 200 && page.header("Content-Security-Policy")?.contains("'self'") == true)
            for endpoint in api.endpoints { #expect(page.text.contains("id=\"\(endpoint.name)\"")) }
            #expect(!page.text.contains("<script") && !page.text.contains("http://"))
            #expect(!page.text.contains("https://"))
            let korean = try await api.get("/docs", "Accept-Language: ko")
            #expect(korean.text.contains("프롬프트 쓰기"))
        }
    }
}
