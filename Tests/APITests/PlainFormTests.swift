@testable import API
import Domain
import Foundation
import HTTPServer
import TestSupport
import Testing

/// What a person without script and a script without JSON can do: everything.
@Suite(.timeLimit(.minutes(5)))
struct PlainFormTests {
    /// Sends a page's form as a browser does.
    private func submit(_ api: TestAPI, _ path: String, _ form: String) async throws -> RawResponse {
        try await api.post(path, form, "Accept: text/html", "Sec-Fetch-Site: same-origin")
    }

    @Test func `the start leads to a form for every writing call that needs no other thing`() async throws {
        try await TestAPI.run { api in
            let page = try await api.get("/v1", "Accept: text/html").text
            for path in ["/v1/prompts", "/v1/videos", "/v1/lints", "/v1/diffs", "/v1/prompts/batch"] {
                #expect(page.contains("action=\"\(path)\" method=\"post\""), "\(path)")
            }
            #expect(page.contains("<textarea name=\"idea\" required=\"\""))
            #expect(page.contains("enctype") == false || page.contains("multipart/form-data"))
        }
    }

    @Test func `every writing call has a form on some page`() async throws {
        try await TestAPI.run { api in
            let table = EndpointTable(api.endpoints)
            let pages = table.endpoints.filter { $0.method == .get && $0.isSelectable }
            let reached = Set(pages.flatMap { table.operations(from: $0) }.map(\.name))
            for endpoint in table.endpoints where endpoint.method != .get && !endpoint.streamsBody {
                // Their forms stand on pages of their own.
                if !["signIn", "signOut"].contains(endpoint.name) {
                    #expect(reached.contains(endpoint.name), "\(endpoint.name)")
                }
                #expect(OperationNames.korean[endpoint.name] != nil, "\(endpoint.name) in Korean")
            }
        }
    }

    @Test func `write, edit, label, mark and delete without script`() async throws {
        try await TestAPI.run { api in
            let written = try await submit(
                api, "/v1/prompts", "idea=a puppy in the snow&aspect=&style=&seed=")
            #expect(written.status == 201 && written.text.hasPrefix("<!doctype html>"))
            let path = try #require(written.header("Location"))
            let page = try await api.get(path, "Accept: text/html").text
            #expect(page.contains("action=\"\(path)/labels/%7Blabel%7D\""))
            let saved = try await submit(
                api, path + "/revisions", "text=A puppy runs.&negative=&note=&author=&base=&branch=")
            #expect(saved.status == 201)
            let label = try await submit(api, path + "/labels/%7Blabel%7D", "%7Blabel%7D=draft&revision=2")
            #expect(label.status == 200)
            #expect(try await api.get(path + "/labels/draft").json["revision"] as? Int == 2)
            let marked = try await submit(
                api, path + "/marks", "_method=PATCH&add-tags=snow&favourite=true&rating=&remove-tags=")
            #expect(marked.status == 200)
            let deleted = try await submit(api, path, "_method=DELETE&author=")
            #expect(deleted.status == 204)
            #expect(try await api.get(path).status == 404)
        }
    }

    @Test func `a form stands for no method that the path does not have`() async throws {
        try await TestAPI.run { api in
            let path = "/v1/prompts/\(try await api.write())"
            let none = try await api.post(path, "author=a")
            #expect(none.status == 405 && none.header("Allow") == "DELETE")
            let wrong = try await api.post(path, "_method=PUT")
            #expect(wrong.status == 405 && wrong.json["field"] as? String == "_method")
            #expect(try await api.get(path).status == 200)
        }
    }

    @Test func `a query of another method comes in the form`() async throws {
        try await TestAPI.run { api in
            let forgotten = try await api.post("/v1/cache/ideas", "_method=DELETE&idea=a dog")
            #expect(forgotten.status == 204)
            let unknown = try await api.post("/v1/cache/ideas", "_method=DELETE&idee=a dog")
            #expect(unknown.status == 422 && unknown.json["field"] as? String == "idee")
        }
    }

    @Test func `lists are lists in every kind of body`() async throws {
        try await TestAPI.run { api in
            let json = "application/json"
            let form = "application/x-www-form-urlencoded"
            let bodies = [
                (form, "idea=a dog&style=film,noir"), (form, "idea=a dog&style=film&style=noir"),
                (form, "idea=a dog&style[]=film&style[]=noir"), (form, "idea=a dog&style%5B%5D=film,noir"),
                (json, #"{"idea":"a dog","style":["film","noir"]}"#),
                (json, #"{"idea":"a dog","style":"film,noir"}"#),
                (
                    "multipart/form-data; boundary=X",
                    multipart([("idea", "a dog"), ("style[]", "film"), ("style[]", "noir")])
                ),
            ]
            var identifiers: Set<String> = []
            for (type, body) in bodies {
                let answer = try await api.send(
                    "POST", "/v1/prompts", ["Content-Type: \(type)"], body: Array(body.utf8))
                #expect(answer.status < 300, "\(body): \(answer.text)")
                identifiers.insert(answer.json["id"] as? String ?? "")
            }
            #expect(identifiers.count == 1, "the same wishes, the same prompt")
        }
    }

    @Test func `nested fields are one batch in every kind of body`() async throws {
        try await TestAPI.run { api in
            let bodies = [
                (
                    "application/json",
                    #"{"mood":"calm","items":[{"idea":"a dog"},{"idea":"a cat","mood":"wild"}]}"#
                ),
                (
                    "application/x-www-form-urlencoded",
                    "mood=calm&items[0][idea]=a dog&items[1][idea]=a cat&items[1][mood]=wild"
                ),
                (
                    "application/x-www-form-urlencoded",
                    "mood=calm&items.0.idea=a dog&items.1.idea=a cat&items.1.mood=wild"
                ),
            ]
            var answers: Set<String> = []
            for (type, body) in bodies {
                let answer = try await api.send(
                    "POST", "/v1/prompts/batch", ["Content-Type: \(type)"], body: Array(body.utf8))
                let items = try #require(answer.json["items"] as? [[String: Any]], "\(answer.text)")
                answers.insert(
                    items.compactMap { ($0["prompt"] as? [String: Any])?["id"] as? String }.joined(
                        separator: " "))
            }
            #expect(answers.count == 1 && answers.first?.split(separator: " ").count == 2, "\(answers)")
        }
    }

    @Test func `a file of text stands for a text`() async throws {
        try await TestAPI.run { api in
            let head = "--X\r\nContent-Disposition: form-data; name=\"ideas\"; filename=\"ideas.txt\"\r\n\r\n"
            let body = Array((head + "a dog\n\n눈 내리는 산타마을\r\n").utf8) + Array("\r\n--X--\r\n".utf8)
            let batch = try await api.send(
                "POST", "/v1/prompts/batch", ["Content-Type: multipart/form-data; boundary=X"], body: body)
            #expect((batch.json["items"] as? [Any])?.count == 2, "\(batch.text)")
            let bad =
                Array(head.replacing("ideas\"", with: "idea\"").utf8) + [0xFF] + Array("\r\n--X--\r\n".utf8)
            let answer = try await api.send(
                "POST", "/v1/prompts", ["Content-Type: multipart/form-data; boundary=X"], body: bad)
            #expect(answer.status == 422 && answer.json["field"] as? String == "idea")
        }
    }

    private func multipart(_ fields: [(String, String)]) -> String {
        fields.map { "--X\r\nContent-Disposition: form-data; name=\"\($0)\"\r\n\r\n\($1)\r\n" }.joined()
            + "--X--\r\n"
    }
}
