import Diffing
import Domain
import Foundation
import Testing

/// Runs over pairs that nobody on the project wrote; they lie beside the checkout, not in it.
@Suite struct EditPairTests {
    private struct Pair: Decodable {
        let id: String
        let old: String
        let new: String
    }

    private static let file = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "shared/evals/textdiff/edit_pairs.jsonl")

    @Test(
        .enabled(
            if: FileManager.default.fileExists(atPath: file.path),
            "the edit pairs lie in ../shared/evals, which is not there"))
    func `obeys the laws on every edit pair`() throws {
        let lines = try Data(contentsOf: Self.file).split(separator: UInt8(ascii: "\n"))
        var touched = 0
        for line in lines {
            let pair = try JSONDecoder().decode(Pair.self, from: line)
            let diff = Differ().diff(pair.old, pair.new)
            #expect(Array(try diff.apply(to: pair.old).utf8) == Array(pair.new.utf8), "\(pair.id)")
            #expect(Array(try diff.inverted().apply(to: pair.new).utf8) == Array(pair.old.utf8), "\(pair.id)")
            #expect(!diff.isCoarse, "\(pair.id)")
            touched += diff.operations.reduce(0) { $0 + $1.old.length.graphemes + $1.new.length.graphemes }
        }
        #expect(!lines.isEmpty)
        print("edit pairs: \(lines.count), graphemes touched: \(touched)")
    }
}
