/// Texts that must not be written anywhere.
struct Secrets: Sendable {
    static let replacement = "[redacted]"

    private let texts: [String]

    /// - Parameter texts: The longest is replaced first, since one may be part of another.
    init(_ texts: [String]) {
        self.texts = texts.filter { !$0.isEmpty }.sorted { $0.utf8.count > $1.utf8.count }
    }

    func removed(from text: String) -> String {
        guard !texts.isEmpty else { return text }
        return texts.reduce(text) {
            $0.split(separator: $1, omittingEmptySubsequences: false)
                .joined(separator: Self.replacement)
        }
    }
}
