import Domain
import Testing

@testable import Similarity

/// Two kinds of words: pieces of the same ten are near each other.
private struct TenPieces: WordPieces {
    func pieces(of text: String) -> [UInt16] { text.split(separator: " ").compactMap { UInt16($0) } }

    func likeness(of pieces: [UInt16], to others: [UInt16]) -> [[Float]] {
        pieces.map { one in others.map { one == $0 ? 1 : one / 10 == $0 / 10 ? 0.6 : 0.1 } }
    }
}

@Suite struct SoftWordsTests {
    private var words = SoftWords(TenPieces())

    @Test func `the same words cover everything, near ones much, far ones little`() throws {
        let shares = try words.shares(of: [1, 11], in: [[1, 11, 40], [2, 12], [50]], among: 3).map {
            try #require($0)
        }
        #expect(shares[0] == 1)
        #expect(shares[0] > shares[1] && shares[1] > shares[2])
        #expect(shares.allSatisfy { (0...1).contains($0) })
    }

    @Test func `a rare piece counts more than a common one`() throws {
        var words = words
        for _ in 0..<50 { words.insert([1]) }
        words.insert([30])
        let shares = words.shares(of: [1, 30], in: [[1], [30]], among: 51)
        #expect(try #require(shares[1]) > #require(shares[0]))
    }

    @Test func `what is removed is as if it had never been there`() {
        var words = words
        for _ in 0..<9 { words.insert([1, 2]) }
        for _ in 0..<9 { words.remove([1, 2]) }
        words.remove([7])
        #expect(
            words.shares(of: [1, 30], in: [[1], [30]], among: 9)
                == self.words.shares(of: [1, 30], in: [[1], [30]], among: 9))
    }

    @Test func `nothing to compare is no evidence`() {
        #expect(words.shares(of: [], in: [[1]], among: 1) == [nil])
        #expect(words.shares(of: [1], in: [[], [1]], among: 2) == [nil, 1])
        #expect(words.shares(of: [1], in: [], among: 0).isEmpty)
    }
}

@Suite struct SentencesTests {
    @Test(arguments: [
        ("", []), ("A cat sleeps", []), ("A cat sleeps on a warm roof.", []),
        ("A cat sleeps on a warm roof. ", []),
        (
            "A cat sleeps on a warm roof. Rain falls softly behind it.",
            ["A cat sleeps on a warm roof.", "Rain falls softly behind it."]
        ),
        ("Hi. A cat sleeps on a warm roof.", []),
        ("It costs 3.50 dollars and nobody buys it.", []),
    ])
    func `a text of several sentences is told apart`(text: String, sentences: [String]) {
        #expect(Sentences.of(text) == sentences)
    }

    @Test func `no more than eight are looked at`() {
        let text = String(repeating: "A cat sleeps on a warm roof. ", count: 40)
        #expect(Sentences.of(text).count == Sentences.maximum)
    }
}

@Suite struct CalibrationTests {
    @Test(arguments: [Calibration.none, Calibration(scale: 0.6, shift: -1, threshold: 0.4)])
    func `a chance grows with the score and stays a chance`(calibration: Calibration) {
        let chances = stride(from: 0.0, through: 1.0, by: 0.05).map(calibration.chance)
        #expect(chances == chances.sorted() && chances.allSatisfy { (0...1).contains($0) })
        #expect(chances.first == 0 && chances.last == 1)
    }

    @Test func `an embedder that nobody measured is not corrected`() {
        #expect(Calibration.of("somebody's model") == .none)
        #expect(Calibration.none.chance(0.3) == 1 / (1 + 0.7 / 0.3))
    }
}
