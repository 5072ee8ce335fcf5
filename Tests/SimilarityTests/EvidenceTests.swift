import Testing

@testable import Similarity

@Suite struct EvidenceTests {
    private static let steps = stride(from: 0.0, through: 1.0, by: 0.1).map { $0 }

    @Test(arguments: [nil, 0.3, 0.8])
    func `the score grows with each kind of evidence`(other: Double?) {
        let makers: [(Double) -> Evidence] = [
            { Evidence(meaning: $0, words: other, slots: other) },
            { Evidence(meaning: other, words: $0, slots: other) },
            { Evidence(meaning: other, words: other, slots: $0) },
        ]
        for make in makers {
            let scores = Self.steps.map { make($0).score }
            #expect(scores == scores.sorted())
            #expect(scores.first != scores.last)
            #expect(scores.allSatisfy { (0...1).contains($0) })
        }
    }

    @Test func `all of one kind is near one, none near zero`() {
        #expect(Evidence(words: 1).score > 0.98)
        #expect(Evidence(meaning: 1, words: 1, slots: 1).score > 0.98)
        #expect(Evidence(meaning: 0, words: 0, slots: 0).score < 0.05)
        #expect(Evidence().score == 0)
    }

    @Test func `a contradiction lowers the score`() {
        #expect(Evidence(meaning: 1, words: 1, slots: 1, isContradicted: true).score < 0.35)
    }
}
