import Domain
import Foundation

/// Two texts that are compared for a measurement.
struct EditPair: Sendable, Codable {
    let old: String
    let new: String
    /// What the pair stands for, such as `small-edit`; pairs of one kind share a row.
    var kind: String?

    /// Pairs from a file of JSON Lines.
    ///
    /// - Throws: ``InputError`` naming the file when it cannot be read or a line is no pair.
    static func pairs(in name: String) throws(InputError) -> [EditPair] {
        let lines = try TextFile.read(name).utf8.split(separator: UInt8(ascii: "\n"))
        let pairs = lines.compactMap { try? JSONDecoder().decode(EditPair.self, from: Data($0)) }
        guard !pairs.isEmpty, pairs.count == lines.count else {
            throw InputError(field: name, code: .malformed, expected: "lines {\"old\",\"new\"} of JSON")
        }
        return pairs
    }

    /// Made-up ideas and what came after them.
    static let samples = zip(SampleIdeas.thousand, SampleIdeas.thousand.dropFirst()).map {
        EditPair(old: $0, new: $1, kind: "made-up ideas")
    }

    /// Whether somebody writes Korean in it.
    var isKorean: Bool {
        (old + new).unicodeScalars.contains { (0xAC00...0xD7A3).contains($0.value) }
    }
}
