import Domain
import HTTPClient
import LanguageModel
import TestSupport
import Testing

/// The embedding endpoint, answering well and badly.
@Suite(.timeLimit(.minutes(2)))
struct EndpointEmbedderTests {
    private func embed(_ texts: [String], dimension: Int = 2, answer: ScriptedServer.Answer) async throws
        -> ([[Float]], ScriptedServer)
    {
        let server = try await ScriptedServer(answers: [answer])
        let settings = try EndpointEmbedder.Settings(
            url: server.url("/v1"), key: Secret("sk-topsecret"), model: "m", dimension: dimension)
        return (try await EndpointEmbedder(settings, client: HTTPClient()).embed(texts), server)
    }

    private func answer(_ data: String) -> ScriptedServer.Answer {
        ScriptedServer.Answer(headers: ["Content-Type": "application/json"], body: "{\"data\":[\(data)]}")
    }

    @Test func `vectors come back in the order of the texts, with length one`() async throws {
        let (vectors, _) = try await embed(
            ["a", "b"],
            answer: answer(#"{"index":1,"embedding":[0,2]},{"index":0,"embedding":[3,0]}"#))
        #expect(vectors == [[1, 0], [0, 1]])
    }

    @Test(arguments: [
        #"{"index":0,"embedding":[1,2,3]}"#, #"{"index":0,"embedding":[0,0]}"#,
        #"{"index":0,"embedding":[1e39,0]}"#, #"{"index":0,"embedding":["NaN",0]}"#,
        #"{"index":0,"embedding":[null,0]}"#, #"{"index":7,"embedding":[1,0]}"#, "",
        #"{"index":0,"embedding":[NaN,1]}"#,
    ])
    func `what does not fit is refused`(data: String) async throws {
        await #expect(throws: EmbeddingError.self) { _ = try await embed(["a"], answer: answer(data)) }
    }

    @Test func `an error of the server is told with its status`() async throws {
        let error = await #expect(throws: EmbeddingError.self) {
            _ = try await embed(["a"], answer: ScriptedServer.Answer(503))
        }
        #expect(error?.message.contains("503") == true && error?.message.contains("topsecret") == false)
    }

    @Test(arguments: [
        ("ftp://x", "m", 2, "embedding-url"), ("http://x", "", 2, "embedding-name"),
        ("http://x", "m", 0, "embedding-dimension"),
    ])
    func `a setting that does not fit is named`(url: String, model: String, dimension: Int, field: String) {
        let error = #expect(throws: InputError.self) {
            try EndpointEmbedder.Settings(url: url, key: Secret(""), model: model, dimension: dimension)
        }
        #expect(error?.field == field)
    }
}
