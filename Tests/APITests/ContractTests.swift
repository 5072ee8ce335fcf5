@testable import API
import Domain
import Foundation
import HTTPServer
import TestSupport
import Testing

/// The table of endpoints, its document and what is served are one thing.
@Suite(.timeLimit(.minutes(5)))
struct ContractTests {
    @Test func `the document names every route and field that is served, and no other`() async throws {
        try await TestAPI.run { api in
            let document = try await api.get("/openapi.json").json
            let paths = try #require(document["paths"] as? [String: [String: [String: Any]]])
            var documented: Set<String> = []
            for (path, operations) in paths {
                for method in operations.keys {
                    documented.insert("\(method.uppercased()) \(path)")
                    let target = path.replacing("{id}", with: "x").replacing("{n}", with: "1")
                        .replacing("{name}", with: "x")
                        .replacing("{comment}", with: "x").replacing("{label}", with: "x")
                        .replacing("{rule}", with: "x")
                    let answer = try await api.send(method.uppercased(), target + "?never=1", body: [])
                    // Every endpoint knows its own fields: this one none has.
                    #expect(answer.status == 422 && answer.json["field"] as? String == "never", "\(path)")
                }
            }
            #expect(documented.count == 70, "\(documented.sorted())")
        }
    }

    @Test func `what is served fits its schema`() async throws {
        try await TestAPI.run { api in
            let prompt = try await api.post("/v1/prompts", "idea=a puppy in the snow")
            let id = try #require(prompt.json["id"] as? String)
            expect(prompt, fits: PromptView.schema)
            expect(try await api.post("/v1/prompts/\(id)/revisions", "text=b"), fits: RevisionView.schema)
            expect(try await api.post("/v1/diffs", "old=a&new=b"), fits: RevisionView.diffSchema)
            expect(try await api.get("/v1/recommendations?idea=snow"), fits: RecommendationsView.schema)
            expect(
                try await api.post("/v1/recommendations/\(id)/feedback", "verdict=used&idea=snow"),
                fits: FeedbackView.schema)
            expect(try await api.post("/v1/videos", "prompt=\(id)"), fits: VideoView.schema)
            expect(
                try await api.get("/v1/videos"), fits: Page<VideoView>.schema("videos", of: VideoView.schema))
            expect(try await api.get("/readyz"), fits: ReadinessView.schema)
            expect(try await api.get("/v1/cache"), fits: CacheReportView.schema)
            expect(
                try await api.get("/v1/cache/explanation?idea=snow"), fits: CacheExplanationView.schema)
            expect(try await api.get("/nothing"), fits: Problem.schema)
        }
    }

    /// Every member is described, and every member that must be there is.
    private func expect(_ answer: RawResponse, fits schema: JSONValue) {
        guard case .object(let members) = schema, case .object(let properties)? = members["properties"],
            case .array(let required)? = members["required"]
        else {
            Issue.record("no schema of an object")
            return
        }
        let names = Set(answer.json.keys)
        #expect(names.isSubset(of: properties.names), "\(names.subtracting(properties.names))")
        for case .string(let name) in required { #expect(names.contains(name), "\(name) in \(answer.text)") }
    }

    @Test(arguments: HTTPFault.Kind.allCases)
    func `every fault of the server is a problem of the same status`(kind: HTTPFault.Kind) {
        let fault = HTTPFault(kind, "Detail.")
        #expect(Problem(fault).kind.status == fault.status)
    }

    @Test func `every error of the rooms below has its problem`() {
        for code in StoreError.Code.allCases {
            let problem = Problem(StoreError(code, "m", detail: "secret"))
            #expect(problem.detail == "m")
        }
        for code in ProviderError.Code.allCases {
            #expect(Problem(ProviderError(code, "m", detail: "secret")).kind.status >= 400)
        }
        struct Surprise: Error {}
        #expect(Problem(Surprise()).kind == .internalFailure)
        #expect(Problem(Surprise()).detail == nil)
    }

    @Test(arguments: [
        (nil, AnswerLanguage.english), ("ko", .korean), ("ko-KR,ko;q=0.9,en;q=0.8", .korean),
        ("en,ko", .english),
        ("en;q=0.5,ko;q=0.9", .korean), ("fr,ko;q=0.1", .korean), ("fr", .english), ("ko;q=0", .english),
        (";;,=", .english),
    ])
    func `the language is the one that is liked best`(header: String?, language: AnswerLanguage) {
        #expect(AnswerLanguage(acceptLanguage: header) == language)
    }
}
