/// A text as clauses that commas join, as prompts are, with what ends it.
struct Clauses: Sendable, Hashable {
    var parts: [String]
    private let end: String

    init(_ text: String) {
        end = text.hasSuffix(".") ? "." : ""
        parts = text.dropLast(end.count).split(separator: ",").map { part in
            String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }.filter { !$0.isEmpty }
    }

    var text: String { parts.joined(separator: ", ") + end }

    /// Where a clause stands, in any case; the first says what the video is about and is never looked at.
    func firstIndex(where isWanted: (String) -> Bool) -> Int? {
        parts.indices.dropFirst().first { isWanted(parts[$0].lowercased()) }
    }

    /// Whether a clause stands here, in any case.
    func contains(_ clause: String) -> Bool {
        let wanted = clause.lowercased()
        return parts.contains { $0.lowercased() == wanted }
    }
}
