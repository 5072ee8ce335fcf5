@testable import API
import Domain
import Foundation
import TestSupport
import Testing

/// The examples of `/openapi.json` work as they stand, in every kind of body.
@Suite(.timeLimit(.minutes(5)))
struct ExampleTests {
    /// What an example needs that nobody can have before: answered as documented, if not with success.
    private static let unlucky: Set<String> = [
        "applySuggestion", "decidePreference", "getVideoContent", "getVideoThumbnail", "getVideoContactSheet",
        "getVideoResult", "restorePrompt", "replayEdit", "resolveComment",
    ]

    @Test func `every example is answered as documented`() async throws {
        try await TestAPI.run { api in
            let paths = try #require(
                try await api.get("/openapi.json").json["paths"] as? [String: [String: Any]])
            for (pattern, operations) in paths.sorted(by: { $0.key < $1.key }) {
                for (method, operation) in operations.sorted(by: { $0.key < $1.key }) {
                    let operation = try #require(operation as? [String: Any])
                    if operation["operationId"] as? String == "followVideo" { continue }
                    try await run(method.uppercased(), pattern, operation, on: api)
                }
            }
        }
    }

    private func run(
        _ method: String, _ pattern: String, _ operation: [String: Any], on api: TestAPI
    ) async throws {
        let body = operation["requestBody"] as? [String: Any]
        let contents = body?["content"] as? [String: [String: Any]] ?? [:]
        let kinds: [(type: String, example: Any)?] =
            contents.isEmpty ? [nil] : contents.map { ($0.key, $0.value["example"] ?? [String: String]()) }
        for kind in kinds {
            // A fresh set of things for each, since examples delete and close.
            let things = try await Things(on: api)
            let target = things.placed(self.target(pattern, operation))
            let (headers, bytes) = encoded(kind, things)
            // Streams end with their connection.
            let answer = try await api.send(method, target, headers + ["Connection: close"], body: bytes)
            let documented = try #require(operation["responses"] as? [String: Any])
            let name = operation["operationId"] as? String ?? ""
            let isFine = (200...399).contains(answer.status) && documented["\(answer.status)"] != nil
            #expect(
                isFine || Self.unlucky.contains(name) && (400...499).contains(answer.status),
                "\(name) \(target) as \(kind?.type ?? "-"): \(answer.status) \(answer.text.prefix(300))")
        }
    }

    private func target(_ pattern: String, _ operation: [String: Any]) -> String {
        var (path, query) = (pattern, [String]())
        for parameter in operation["parameters"] as? [[String: Any]] ?? [] {
            guard let name = parameter["name"] as? String, let example = parameter["example"] else {
                continue
            }
            let value = "\(example)".addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
            if parameter["in"] as? String == "path" { path = path.replacing("{\(name)}", with: value) }
            if parameter["in"] as? String == "query" { query.append("\(name)=\(value)") }
        }
        return query.isEmpty ? path : path + "?" + query.joined(separator: "&")
    }

    private func encoded(
        _ kind: (type: String, example: Any)?, _ things: Things
    ) -> (headers: [String], bytes: [UInt8]?) {
        guard let kind else { return ([], nil) }
        let fields = (kind.example as? [String: String] ?? [:]).sorted { $0.key < $1.key }
        var type = kind.type
        let text: String
        switch kind.type {
        case "application/x-www-form-urlencoded":
            text = fields.map { "\($0.key)=\($0.value)" }.joined(separator: "&")
        case "multipart/form-data":
            type += "; boundary=X"
            text =
                fields.map {
                    "--X\r\nContent-Disposition: form-data; name=\"\($0.key)\"\r\n\r\n\($0.value)\r\n"
                }
                .joined() + "--X--\r\n"
        case "application/json":
            let data = (try? JSONSerialization.data(withJSONObject: kind.example)) ?? Data()
            text = String(decoding: data, as: UTF8.self)
        default: text = kind.example as? String ?? ""
        }
        return (["Content-Type: \(type)"], Array(things.placed(text).utf8))
    }

    /// What the examples speak of, made for real.
    private struct Things {
        private let names: [(String, String)]

        init(on api: TestAPI) async throws {
            let idea = "a puppy number \(Int.random(in: 0..<1_000_000_000)) in a park"
            let prompt = try await api.write(idea)
            let other = try await api.write(idea + " at night")
            for id in [prompt, other] {
                let saved = try await api.post(
                    "/v1/prompts/\(id)/revisions", "text=A puppy in a park, \(id).")
                #expect(saved.status == 201)
            }
            let review = try await api.post("/v1/prompts/\(prompt)/reviews", "from=1&to=2&title=t")
            let reviewID = try #require(review.json["id"] as? String, "\(review.text)")
            let talk = try await api.post("/v1/reviews/\(reviewID)/comments", "text=t")
            let comments = try #require(talk.json["comments"] as? [[String: Any]])
            let video = try await api.post("/v1/videos", "prompt=\(prompt)")
            _ = try await api.post("/v1/prompts/\(prompt)/labels/production", "revision=1")
            names = [
                (Examples.prompt, prompt), (Examples.otherPrompt, other), (Examples.review, reviewID),
                (Examples.comment, comments.first?["id"] as? String ?? ""),
                (Examples.video, video.json["id"] as? String ?? ""),
            ]
        }

        /// The text with real identifiers.
        func placed(_ text: String) -> String {
            names.reduce(text) { $0.replacing($1.0, with: $1.1) }
        }
    }
}
