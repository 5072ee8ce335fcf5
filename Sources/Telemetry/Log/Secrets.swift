/// Texts that must not be written anywhere.
struct Secrets: Sendable {
    static let replacement = "[redacted]"

    private let texts: [String]

    /// - Parameter texts: The longest is replaced first, since one may be part of another.
    init(_ texts: [String]) {
        self.texts = texts.filter { !$0.isEmpty }.sorted { $0.utf8.count > $1.utf8.count }
    }

    /// Whether a field of this name holds a secret, whatever it is: its last part says so.
    static func isName(_ name: String) -> Bool {
        let last = name.utf8.split(separator: UInt8(ascii: ".")).last ?? Substring("").utf8
        return names.contains { last.count == $0.utf8.count && last.elementsEqual($0.utf8) }
    }

    private static let names = [
        "password", "secret", "token", "key", "api_key", "authorization", "cookie", "credential", "uri",
    ]

    func removed(from text: String) -> String {
        guard !texts.isEmpty else { return text }
        return texts.reduce(text) {
            $0.split(separator: $1, omittingEmptySubsequences: false)
                .joined(separator: Self.replacement)
        }
    }
}
