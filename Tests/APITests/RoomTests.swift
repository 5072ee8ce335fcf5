import Domain
import Foundation
import TestSupport
import Testing

@testable import API

/// The pages that people walk through, as a browser without script sees them.
@Suite(.timeLimit(.minutes(5)))
struct RoomTests {
    private static let hostile = "%3Cscript%3Ealert(1)%3C%2Fscript%3E%22%27%3E a cat"

    private func page(_ api: TestAPI, _ path: String, _ headers: String...) async throws -> RawResponse {
        let lines = ["Accept: text/html"] + (headers.isEmpty ? ["Cookie: language=en"] : headers)
        return try await api.send("GET", path, lines)
    }

    @Test(arguments: ["/history", "/review", "/insights", "/settings"])
    func `an empty room says what to do, in both languages`(path: String) async throws {
        try await TestAPI.run { api in
            for (language, word) in [("ko", "설정"), ("en", "Settings")] {
                let page = try await page(api, path, "Cookie: language=\(language)")
                #expect(page.status == 200 && page.text.hasPrefix("<!doctype html>"), "\(page.text)")
                #expect(page.text.contains("<html lang=\"\(language)\">") && page.text.contains(word))
                #expect(page.header("Content-Security-Policy")?.contains("unsafe-inline") == false)
                #expect(page.text.contains("aria-current=\"page\""))
            }
        }
    }

    @Test func `the history is searched, filtered and leads to the prompt`() async throws {
        try await TestAPI.run { api in
            let cat = try await api.write("a cat on a roof")
            _ = try await api.write("a whale in the sea")
            let all = try await page(api, "/history").text
            #expect(all.contains("a cat on a roof") && all.contains("a whale in the sea"))
            let found = try await page(api, "/history?q=cat").text
            #expect(found.contains("<mark>cat</mark>") && !found.contains("whale"))
            #expect(found.contains("href=\"/history/\(cat)\""))
            let none = try await page(api, "/history?q=submarine").text
            #expect(none.contains("Nothing fits"))
            // A form sends its empty fields as well.
            let empty = try await page(api, "/history?q=cat&tag=&model=&favourite=&rating=&outcome=")
            #expect(empty.status == 200 && empty.text.contains("a cat on a roof"))
        }
    }

    @Test func `a form on a page does its work and leads back to the page`() async throws {
        try await TestAPI.run { api in
            let id = try await api.write()
            let back = "/history/\(id)"
            let marked = try await api.post(
                "/v1/prompts/\(id)/marks",
                "_method=PATCH&_back=\(back)&favourite=true&rating=4&add-tags=snow&remove-tags=",
                "Accept: text/html")
            #expect(marked.status == 303 && marked.header("Location") == back, "\(marked.text)")
            let shown = try await page(api, back).text
            #expect(shown.contains("snow") && shown.contains("value=\"4\" selected"))
        }
    }

    @Test(arguments: ["//evil.example", "https://evil.example", "/\\evil.example", "history"])
    func `a form never leads to another site`(back: String) async throws {
        try await TestAPI.run { api in
            let id = try await api.write()
            let marked = try await api.post(
                "/v1/prompts/\(id)/marks", "_method=PATCH&_back=\(back)&favourite=true", "Accept: text/html")
            #expect(marked.status == 200 && marked.header("Location") == nil, "\(marked.text)")
            let language = try await api.get("/language/ko?next=\(back)")
            #expect(language.header("Location") == "/")
        }
    }

    @Test func `revisions are drawn as a tree and compared in every layout`() async throws {
        try await TestAPI.run { api in
            let id = try await api.write()
            let path = "/v1/prompts/\(id)"
            _ = try await api.post(path + "/revisions", "text=A cat in the rain.&author=kim")
            _ = try await api.post(path + "/branches", "name=night&from=1")
            _ = try await api.post(path + "/revisions", "text=A cat at night.&branch=night&author=lee")
            _ = try await api.post(path + "/merges", "from=night&choices=ours")
            let tree = try await page(api, "/history/\(id)").text
            #expect(tree.contains("<svg class=\"tree\"") && tree.contains("night") && tree.contains("kim"))
            for layout in DifferenceView.Layout.allCases {
                let compared = try await page(api, "/history/\(id)?from=1&to=2&layout=\(layout.rawValue)")
                #expect(compared.status == 200 && compared.text.contains("<ins>"), "\(layout)")
            }
            #expect(try await page(api, "/history/\(id)?from=99").status == 404)
        }
    }

    @Test func `a review is held on its page`() async throws {
        try await TestAPI.run { api in
            let id = try await api.write()
            _ = try await api.post("/v1/prompts/\(id)/revisions", "text=A cat in the rain.&author=kim")
            let opened = try await api.post("/v1/prompts/\(id)/reviews", "title=Rain&author=kim")
            let review = try #require(opened.json["id"] as? String)
            #expect(try await page(api, "/review").text.contains("/review/\(review)"))
            let room = try await page(api, "/review/\(review)").text
            #expect(room.contains("<ins>") && room.contains("action=\"/v1/reviews/\(review)/verdicts\""))
            _ = try await api.post("/v1/reviews/\(review)/comments", "text=Less rain&author=lee")
            _ = try await api.post("/v1/reviews/\(review)/verdicts", "verdict=reject&reason=wet&author=lee")
            let held = try await page(api, "/review/\(review)").text
            #expect(held.contains("Less rain") && held.contains("wet"))
            #expect(try await page(api, "/review").text.contains("Changes wanted"))
            _ = try await api.post("/v1/reviews/\(review)/close", "author=kim")
            let closed = try await page(api, "/review/\(review)").text
            #expect(!closed.contains("/verdicts\"") && closed.contains("Done"))
        }
    }

    @Test func `hostile text is text on every page`() async throws {
        try await TestAPI.run { api in
            let id = try await api.write(Self.hostile)
            _ = try await api.post("/v1/prompts/\(id)/revisions", "text=\(Self.hostile)&note=\(Self.hostile)")
            let opened = try await api.post("/v1/prompts/\(id)/reviews", "title=\(Self.hostile)&author=kim")
            let review = try #require(opened.json["id"] as? String)
            for path in ["/history", "/history/\(id)", "/review", "/review/\(review)", "/insights"] {
                let page = try await page(api, path).text
                #expect(!page.contains("<script>alert"), "\(path)")
            }
            #expect(try await page(api, "/history").text.contains("&lt;script&gt;"))
        }
    }

    @Test func `the pages are Korean until another language is chosen, which stays`() async throws {
        try await TestAPI.run { api in
            let first = try await page(api, "/history", "Accept-Language: en")
            #expect(first.text.contains("<html lang=\"ko\">"))
            let chosen = try await api.get("/language/en?next=%2Fhistory")
            #expect(chosen.status == 303 && chosen.header("Location") == "/history")
            let cookie = try #require(chosen.header("Set-Cookie")?.split(separator: ";").first)
            let page = try await page(api, "/history", "Accept-Language: ko", "Cookie: \(cookie)")
            #expect(page.text.contains("<html lang=\"en\">"))
        }
    }
}
