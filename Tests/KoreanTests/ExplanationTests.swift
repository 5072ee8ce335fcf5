import Domain
import Testing

@testable import Korean

/// What `reprise explain` says is what the reader decided, and why.
@Suite(Reading.condition)
struct ExplanationTests {
    struct Sense: Sendable, CustomTestStringConvertible {
        let idea: String
        let word: String
        let english: String
        let reason: SenseReason
        let evidence: [String]

        init(_ idea: String, _ word: String, _ english: String, _ reason: SenseReason, _ evidence: [String]) {
            (self.idea, self.word, self.english) = (idea, word, english)
            (self.reason, self.evidence) = (reason, evidence)
        }

        var testDescription: String { idea }
    }

    @Test(arguments: [
        Sense("눈 내리는 마을", "눈", "snow", .company, ["verb 내리다"]),
        Sense("눈이 큰 소녀", "눈", "eye", .company, ["verb 크다"]),
        Sense("배를 먹는 아이", "배", "pear", .company, ["verb 먹다"]),
        Sense("배", "배", "ship", .usual, []),
        Sense("마을", "마을", "village", .only, []),
    ])
    func `a sense has its reason`(example: Sense) async throws {
        let explanation = try await Reading.explained(example.idea)
        let word = try #require(explanation.sentences.joined().first { $0.source.text == example.word })
        #expect(word.sense?.english == example.english)
        #expect(word.reason == example.reason)
        #expect(word.evidence == example.evidence)
        #expect((word.alternatives.isEmpty) == (example.reason == .only))
        #expect(word.sense?.file.hasSuffix(".tsv") == true)
    }

    @Test func `an unknown word is spelt out and marked`() async throws {
        let words = try await Reading.explained("뿡뿡이가 춤춘다").sentences.joined()
        let word = try #require(words.first)
        #expect(word.english == "Ppungppungi")
        #expect(word.certainty == .notUnderstood)
        #expect(word.reason == .unknown)
        #expect(word.sense == nil)
    }

    @Test func `a request is left out as no content`() async throws {
        let words = try await Reading.explained("고양이 영상 만들어 주세요").sentences.joined()
        #expect(words.filter { $0.reason == .request }.map(\.source.text) == ["영상", "만들어 주세요"])
        #expect(words.first?.slots == ["subjects"])
    }

    @Test(arguments: ["눈 내리는 마을에서 눈이 큰 소녀가 웃는다", "빨간 드론 3대. 요리를 하고 있다", "\"열림\" 간판 ✨"])
    func `it is the same understanding, with a reason for every word`(idea: String) async throws {
        let explanation = try await Reading.explained(idea)
        #expect(try await Reading.of(idea) == explanation.understanding)
        for word in explanation.sentences.joined() {
            #expect(idea.contains(word.source.text))
            #expect(word.reason == .request || word.reason == .grammar || word.certainty != nil)
        }
    }
}
