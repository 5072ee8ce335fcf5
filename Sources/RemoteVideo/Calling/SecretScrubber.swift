package import Domain

/// Takes secrets out of texts by their value, before these are kept, logged or shown.
package struct SecretScrubber: Sendable {
    private let values: [String]

    /// - Parameter secrets: Those shorter than 8 characters are left: they would tear ordinary words.
    package init(_ secrets: [Secret]) {
        let texts = secrets.map { $0.reveal() }.filter { $0.utf8.count >= 8 }
        // Longer ones first, since one may hold another.
        values = Set(texts).sorted { ($0.utf8.count, $0) > ($1.utf8.count, $1) }
    }

    package func scrub(_ text: String) -> String {
        values.reduce(text) { $0.replacing($1, with: "[redacted]") }
    }

    package func scrub(_ error: ProviderError) -> ProviderError {
        ProviderError(
            error.code, scrub(error.message), detail: error.detail.map(scrub), retryAfter: error.retryAfter)
    }
}
