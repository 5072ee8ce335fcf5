import Foundation

/// The text of an answer without what models wrap around it.
enum AnswerText {
    /// Drops `<think>…</think>`, also one that was begun before the text, and the fence of a code block.
    static func bare(_ text: String) -> String {
        var rest = text[...]
        if let thought = rest.range(of: "</think>", options: .backwards) {
            rest = rest[thought.upperBound...]
        }
        if let fence = rest.range(of: "```") {
            rest = rest[fence.upperBound...].drop { $0 != "{" && $0 != "\n" }
            if let end = rest.range(of: "```", options: .backwards) { rest = rest[..<end.lowerBound] }
        }
        return rest.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
