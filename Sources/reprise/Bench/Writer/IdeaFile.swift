import Domain
import Foundation
import Studio

/// Ideas from a file of JSON Lines, in a field `idea` or `ko`.
enum IdeaFile {
    private struct Line: Decodable {
        let idea: String?
        let ko: String?
    }

    /// - Throws: ``InputError`` naming the file when it cannot be read or holds no idea.
    static func ideas(in name: String) throws(InputError) -> [Idea] {
        let text = try TextFile.read(name)
        var ideas: [Idea] = []
        for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
            guard let line = try? JSONDecoder().decode(Line.self, from: Data(line)),
                let text = line.idea ?? line.ko
            else { throw InputError(field: name, code: .malformed, expected: "lines {\"idea\"} of JSON") }
            ideas.append(try Idea(typed: text))
        }
        guard !ideas.isEmpty else {
            throw InputError(field: name, code: .empty, expected: "at least one line {\"idea\"} of JSON")
        }
        return ideas
    }
}
