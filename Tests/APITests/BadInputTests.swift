import Domain
import Foundation
import TestSupport
import Testing

/// Whatever is wrong, the answer names it and nothing is kept.
@Suite(.timeLimit(.minutes(5)))
struct BadInputTests {
    struct Bad: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let path: String
        let body: [UInt8]
        let type: String
        let status: Int
        let field: String?

        init(
            _ name: String, _ body: String, status: Int = 422, field: String?, path: String = "/v1/prompts",
            type: String = "application/x-www-form-urlencoded"
        ) {
            self.init(name, Array(body.utf8), status: status, field: field, path: path, type: type)
        }

        init(
            _ name: String, _ body: [UInt8], status: Int = 422, field: String?, path: String = "/v1/prompts",
            type: String = "application/x-www-form-urlencoded"
        ) {
            testDescription = name
            (self.path, self.body, self.type, self.status, self.field) = (path, body, type, status, field)
        }
    }

    private static let json = "application/json"
    private static let unknown = "01ARZ3NDEKTSV4RRFFQ69G5FAV"

    private static let requests = [
        Bad("no idea", "style=film", field: "idea"),
        Bad("empty idea", "idea=", field: "idea"),
        Bad("only white space", "idea=%20%09%0A", field: "idea"),
        Bad("a megabyte of text", "idea=" + String(repeating: "x", count: 1_000_000), field: "idea"),
        Bad("NUL in the idea", "idea=a%00b", field: "idea"),
        Bad("invalid UTF-8", Array("idea=".utf8) + [0xFF, 0xFE], status: 400, field: "idea"),
        Bad("invalid UTF-8, percent-encoded", "idea=%FF", status: 400, field: "idea"),
        Bad("unknown model", "idea=a puppy&model=sora-99", field: "model"),
        Bad("negative duration", "idea=a puppy&duration=-1", field: "duration"),
        Bad("duration 0", "idea=a puppy&duration=0", field: "duration"),
        Bad("duration 10,000", "idea=a puppy&duration=10000", field: "duration"),
        Bad("duration beyond every integer", "idea=a puppy&duration=99999999999999999999", field: "duration"),
        Bad("duration in words", "idea=a puppy&duration=ten", field: "duration"),
        Bad("unknown aspect", "idea=a puppy&aspect=3:2", field: "aspect"),
        Bad("negative seed", "idea=a puppy&seed=-1", field: "seed"),
        Bad("nine styles", "idea=a puppy&style=a,b,c,d,e,f,g,h,i", field: "style"),
        Bad("mood of two lines", "idea=a puppy&mood=a%0Ab", field: "mood"),
        Bad("the same field twice", "idea=a puppy&idea=a kitten", field: "idea"),
        Bad("a field that is not known", "idea=a puppy&durtion=3", field: "durtion"),
        Bad("malformed JSON", "{\"idea\":", status: 400, field: nil, type: json),
        Bad("the same JSON member twice", #"{"idea":"a","idea":"b"}"#, field: "idea", type: json),
        Bad("a list of ideas", #"{"idea":["a","b"]}"#, field: "idea", type: json),
        Bad("null", #"{"idea":null}"#, field: "idea", type: json),
        Bad("half a duration", #"{"idea":"a puppy","duration":1.5}"#, field: "duration", type: json),
        Bad("unknown media type", "idea", status: 415, field: nil, type: "text/plain"),
        Bad("a video of nothing", "duration=3", field: "prompt", path: "/v1/videos"),
        Bad("a video of no identifier", "prompt=..%2Fetc", field: "prompt", path: "/v1/videos"),
        Bad(
            "a video of an unknown prompt", "prompt=\(unknown)", status: 404, field: "prompt",
            path: "/v1/videos"),
        Bad(
            "an edit of an unknown prompt", "text=a", status: 404, field: nil,
            path: "/v1/prompts/\(unknown)/revisions"),
        Bad("an edit of no prompt", "text=a", status: 404, field: "id", path: "/v1/prompts/x/revisions"),
    ]

    @Test func `bad requests are refused by name and keep nothing`() async throws {
        try await TestAPI.run { api in
            for bad in Self.requests {
                let answer = try await api.send(
                    "POST", bad.path, ["Content-Type: \(bad.type)"], body: bad.body)
                let problem = answer.json
                #expect(answer.status == bad.status, "\(bad.testDescription): \(answer.text)")
                #expect(problem["field"] as? String == bad.field, "\(bad.testDescription): \(answer.text)")
                #expect(problem["status"] as? Int == bad.status)
                #expect((problem["detail"] as? String)?.isEmpty == false)
                #expect(problem["requestId"] as? String == answer.header("X-Request-Id"))
                #expect(answer.header("Content-Type") == "application/problem+json")
            }
            #expect(try await api.get("/v1/prompts").json["prompts"] as? [String] == [])
            #expect(try await api.get("/v1/videos").json["videos"] as? [String] == [])
        }
    }

    @Test(arguments: [
        ("/v1/prompts/../../etc/passwd", 400), ("/v1/prompts/%2e%2e/x", 400), ("/assets/..%2fAPI.swift", 400),
        ("/v1/nothing", 404), ("/v1/prompts/x", 404), ("/v1/prompts?limit=0", 422),
        ("/v1/prompts?limit=2&limit=3", 422), ("/v1/prompts?page=2", 422), ("/v1/prompts?cursor=x", 422),
        ("/v1/recommendations", 422), ("/v1/recommendations?idea=a&limit=21", 422),
        ("/v1/videos/01ARZ3NDEKTSV4RRFFQ69G5FAV/content", 404),
    ])
    func `a bad address is refused`(target: String, status: Int) async throws {
        try await TestAPI.run { api in
            let answer = try await api.get(target)
            #expect(answer.status == status, "\(answer.text)")
            #expect(answer.header("Content-Type") == "application/problem+json")
            #expect(answer.header("Content-Security-Policy") != nil)
        }
    }

    @Test func `two content types and a wrong method are refused`() async throws {
        try await TestAPI.run { api in
            let two = try await api.send(
                "POST", "/v1/prompts",
                ["Content-Type: application/json", "Content-Type: application/x-www-form-urlencoded"],
                body: Array("idea=a puppy".utf8))
            #expect(two.status == 400 && two.text.contains("Content-Type"))
            let wrong = try await api.send("PUT", "/v1/prompts", body: [])
            #expect(wrong.status == 405 && wrong.header("Allow")?.contains("POST") == true)
        }
    }

    @Test func `composed and decomposed Korean are one idea`() async throws {
        try await TestAPI.run { api in
            let idea = "a puppy named 뽀삐"
            let composed = try await api.post("/v1/prompts", "idea=\(idea)")
            let decomposed = try await api.post(
                "/v1/prompts", "idea=\(idea.decomposedStringWithCanonicalMapping)")
            #expect(composed.status == decomposed.status || decomposed.status == 200)
            #expect(composed.json["id"] as? String == decomposed.json["id"] as? String)
        }
    }

    @Test(.enabled(if: SmallDisk.isPermitted, Comment(rawValue: SmallDisk.reason)))
    func `a full disk is said before anything is acknowledged`() async throws {
        let disk = try SmallDisk(bytes: 2 << 20)
        try await TestAPI.run(storage: disk.path) { api in
            let id = try await api.write()
            var acknowledged = 1
            var last: RawResponse?
            for number in 0..<200 where last == nil {
                let text = "\(number) " + String(repeating: "x", count: 60_000)
                let answer = try await api.post("/v1/prompts/\(id)/revisions", "text=\(text)")
                if answer.status == 201 { acknowledged += 1 } else { last = answer }
            }
            #expect(last?.status == 507)
            #expect(last?.json["type"] as? String == "urn:reprise:problem:no-space")
            let chain = try await api.get("/v1/prompts/\(id)/revisions").json["revisions"] as? [Any]
            #expect(chain?.count == acknowledged)
        }
    }

    @Test func `a write from a page of another site is refused`() async throws {
        try await TestAPI.run { api in
            for header in ["Sec-Fetch-Site: cross-site", "Origin: http://evil.example", "Origin: null"] {
                let answer = try await api.post("/v1/prompts", "idea=a puppy", header)
                #expect(answer.status == 403)
            }
            for header in ["Sec-Fetch-Site: same-origin", "Origin: http://test"] {
                let answer = try await api.post("/v1/prompts", "idea=a puppy", header)
                #expect(answer.status < 300)
            }
        }
    }

    @Test func `problems are told in the reader's language`() async throws {
        try await TestAPI.run { api in
            let korean = try await api.post(
                "/v1/prompts", "idea=", "Accept-Language: ko-KR,ko;q=0.9,en;q=0.8")
            #expect(korean.json["title"] as? String == "입력값이 올바르지 않습니다")
            #expect(korean.json["detail"] as? String == "'idea' 값이 비어 있습니다.")
            let english = try await api.post("/v1/prompts", "idea=", "Accept-Language: en, ko;q=0.5")
            #expect(english.json["title"] as? String == "A field does not fit")
        }
    }
}
