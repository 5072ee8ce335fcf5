package import Domain
import Foundation
package import HTTPClient

/// Embeds texts with an OpenAI-compatible `/v1/embeddings` endpoint.
///
/// What does not fit (another dimension, numbers that are not finite, too few vectors) is refused, so that
/// it never reaches an index.
package struct EndpointEmbedder: Embedder {
    /// Where the endpoint is, and what it is asked for.
    package struct Settings: Sendable, Hashable {
        /// Where the API begins, such as `https://api.openai.com/v1`.
        package let url: String
        /// Sent as a bearer token; empty for a server that asks for none.
        package let key: Secret
        package let model: String
        /// Length of the model's vectors.
        package let dimension: Int
        /// Time for one request.
        package var deadline: Duration = .seconds(20)

        /// - Throws: ``InputError`` naming `embedding-url`, `embedding-name` or `embedding-dimension`.
        package init(url: String, key: Secret, model: String, dimension: Int) throws(InputError) {
            guard let parts = URLComponents(string: url), parts.host?.isEmpty == false,
                ["http", "https"].contains(parts.scheme), parts.user == nil, parts.query == nil
            else {
                throw InputError(
                    field: "embedding-url", code: .malformed,
                    expected: "where the API begins, such as https://api.openai.com/v1")
            }
            guard !model.isEmpty else {
                throw InputError(
                    field: "embedding-name", code: .missing, expected: "the name of the server's model")
            }
            guard dimension > 0 else {
                throw InputError(
                    field: "embedding-dimension", code: .missing,
                    expected: "how many numbers a vector of \(model) has")
            }
            self.url = url.hasSuffix("/") ? String(url.dropLast()) : url
            self.key = key
            self.model = model
            self.dimension = dimension
        }
    }

    private let settings: Settings
    private let client: HTTPClient

    /// Texts of one request; servers refuse very long lists.
    private static let textsPerRequest = 64

    package init(_ settings: Settings, client: HTTPClient) {
        self.settings = settings
        self.client = client
    }

    package var dimension: Int { settings.dimension }

    package var version: Version { Version(name: settings.model, version: settings.url) }

    package func embed(_ texts: [String]) async throws(EmbeddingError) -> [[Float]] {
        var vectors: [[Float]] = []
        for start in stride(from: 0, to: texts.count, by: Self.textsPerRequest) {
            vectors += try await self.vectors(of: Array(texts[start...].prefix(Self.textsPerRequest)))
        }
        return vectors
    }

    private func vectors(of texts: [String]) async throws(EmbeddingError) -> [[Float]] {
        let response: HTTPClient.Response
        do {
            response = try await client.send(try request(for: texts))
        } catch {
            throw EmbeddingError("The embedding endpoint cannot be asked: \(error)")
        }
        guard response.isSuccess else {
            throw EmbeddingError("The embedding endpoint answers \(response.status); check embedding-url")
        }
        guard let answer = try? JSONDecoder().decode(Answer.self, from: Data(response.body)) else {
            throw EmbeddingError("The embedding endpoint does not answer as the OpenAI API does")
        }
        let rows = answer.data.sorted { $0.index < $1.index }
        guard rows.map(\.index) == Array(texts.indices) else {
            throw EmbeddingError("The embedding endpoint gave \(rows.count) vectors for \(texts.count) texts")
        }
        var vectors: [[Float]] = []
        for row in rows { vectors.append(try checked(row.embedding)) }
        return vectors
    }

    private func request(for texts: [String]) throws -> HTTPClient.Request {
        var request = HTTPClient.Request(.post, settings.url + "/embeddings")
        // The operator chose the address.
        request.reach = .anywhere
        request.headers["Content-Type"] = "application/json"
        if !settings.key.reveal().isEmpty {
            request.headers["Authorization"] = .secret(Secret("Bearer " + settings.key.reveal()))
        }
        request.body = [UInt8](try JSONEncoder().encode(Question(model: settings.model, input: texts)))
        request.isRepeatable = true
        request.limits.total = settings.deadline
        request.limits.bodyBytes = 64 << 20
        return request
    }

    /// The vector with length one.
    private func checked(_ vector: [Float]) throws(EmbeddingError) -> [Float] {
        guard vector.count == dimension else {
            throw EmbeddingError(
                "The embedding endpoint gave \(vector.count) numbers, not \(dimension); set embedding-dimension"
            )
        }
        let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
        guard length.isFinite, length > 0 else {
            throw EmbeddingError("The embedding endpoint gave a vector without direction")
        }
        return vector.map { $0 / length }
    }

    private struct Question: Encodable {
        let model: String
        let input: [String]
    }

    private struct Answer: Decodable {
        struct Row: Decodable {
            let index: Int
            let embedding: [Float]
        }

        let data: [Row]
    }
}
