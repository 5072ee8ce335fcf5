import Similarity
import TestSupport
import Testing

@Suite struct LexicalIndexTests {
    private func document(_ text: String) -> LexicalDocument { LexicalDocument(terms: [], idea: text) }

    /// Inserts, replaces and removes at random.
    private func randomHistory(seed: UInt64) -> (index: LexicalIndex<Int>, kept: [(key: Int, text: String)]) {
        var random = SplitMix64(seed: seed)
        let vocabulary = (0..<40).map { "word\($0)x" }
        var index = LexicalIndex<Int>()
        var kept: [(key: Int, text: String)] = []
        for _ in 0..<600 {
            let key = Int.random(in: 0..<80, using: &random)
            kept.removeAll { $0.key == key }
            if Int.random(in: 0..<5, using: &random) < 2 {
                index.remove(key)
                continue
            }
            let text = (0..<5).compactMap { _ in vocabulary.randomElement(using: &random) }.joined(
                separator: " ")
            index.insert(document(text), for: key)
            kept.append((key, text))
        }
        return (index, kept)
    }

    @Test(arguments: 1...5 as ClosedRange<UInt64>)
    func `after any changes it answers like one built anew`(seed: UInt64) {
        let (index, kept) = randomHistory(seed: seed)
        var fresh = LexicalIndex<Int>()
        for (key, text) in kept { fresh.insert(document(text), for: key) }
        #expect(index.count == kept.count)
        for word in 0..<40 {
            let query = document("word\(word)x word\((word + 7) % 40)x")
            let (found, expected) = (index.best(for: query, limit: 10), fresh.best(for: query, limit: 10))
            #expect(found.map(\.key) == expected.map(\.key))
            for (one, other) in zip(found, expected) { #expect(abs(one.share - other.share) < 1e-5) }
        }
    }

    @Test(arguments: 1...3 as ClosedRange<UInt64>)
    func `the share of one document is the share in the ranking`(seed: UInt64) {
        let (index, _) = randomHistory(seed: seed)
        let query = document("word1x word2x word3x")
        for found in index.best(for: query, limit: 80) {
            #expect(abs(index.share(of: found.key, for: query) - found.share) < 1e-6)
        }
    }

    @Test func `a rare word counts more than a common one`() {
        var index = LexicalIndex<Int>()
        for key in 0..<20 { index.insert(document("harbour boat"), for: key) }
        index.insert(document("harbour lighthouse"), for: 20)
        #expect(index.best(for: document("boat lighthouse"), limit: 1).map(\.key) == [20])
    }

    @Test func `the same text covers the whole query`() {
        var index = LexicalIndex<Int>()
        index.insert(LexicalDocument(terms: ["강아지", "뛰놀다"], idea: "강아지가 뛰노는 영상"), for: 1)
        let found = index.best(for: LexicalDocument(terms: ["강아지", "뛰놀다"], idea: "강아지가 뛰노는 영상"), limit: 1)
        #expect(found.map { $0.share > 0.99 } == [true])
    }

    @Test func `equal documents come in order of insertion`() {
        var index = LexicalIndex<Int>()
        for key in [5, 3, 9, 1] { index.insert(document("red kite"), for: key) }
        #expect(index.best(for: document("kite"), limit: 3).map(\.key) == [5, 3, 9])
    }

    @Test func `what shares no word is not found`() {
        var index = LexicalIndex<Int>()
        index.insert(document("강아지"), for: 1)
        #expect(index.best(for: document("도시 야경"), limit: 5).isEmpty)
        #expect(index.best(for: document("a video"), limit: 5).isEmpty)
    }
}
