package import Domain
import Foundation

/// Which language model writes, and what it may take.
package struct LanguageModelSettings: Sendable, Hashable {
    /// Where the OpenAI-compatible API begins, such as `https://api.openai.com/v1`.
    package let url: String
    /// Host and port, for people.
    package let host: String
    /// Sent as a bearer token; empty for a server that asks for none.
    package let key: Secret
    package let model: String
    /// Time for one idea with everything: retries and the repair.
    package var deadline: Duration = .seconds(20)
    /// Calls in all for one answer, the first one included.
    package var maximumAttempts = 3
    /// Dollars for a million tokens, 0 when unknown.
    package var inputPrice = 0.0
    package var outputPrice = 0.0

    /// - Throws: ``InputError`` naming `llm-url` or `llm-model`.
    package init(url: String, key: Secret, model: String) throws(InputError) {
        guard let parts = URLComponents(string: url), let host = parts.host, !host.isEmpty,
            ["http", "https"].contains(parts.scheme), parts.user == nil, parts.query == nil
        else {
            throw InputError(
                field: "llm-url", code: .malformed,
                expected: "where the API begins, such as https://api.openai.com/v1")
        }
        guard !model.isEmpty else {
            throw InputError(
                field: "llm-model", code: .missing, expected: "the name of the model that \(host) offers")
        }
        self.url = url.hasSuffix("/") ? String(url.dropLast()) : url
        self.host = parts.port.map { "\(host):\($0)" } ?? host
        self.key = key
        self.model = model
    }
}
