import Testing

@testable import Similarity

@Suite struct WordsTests {
    @Test func `scripts and punctuation part words`() {
        let words = Words(of: "귀여운 Puppy가 4K-영상, 뛰어요!").map(\.text)
        #expect(words == ["귀여운", "puppy", "가", "4k", "영상", "뛰어요"])
    }

    @Test func `syllables are paired with their neighbours`() {
        #expect(Words(of: "강아지").flatMap(\.syllablePairs) == ["강아", "아지"])
        #expect(Words(of: "눈").flatMap(\.syllablePairs) == ["눈"])
    }

    @Test func `a document does not count what every idea says`() {
        let document = LexicalDocument(terms: ["영상"], idea: "a video of the 영상")
        #expect(document.isEmpty)
    }

    @Test func `a term that the text says again counts once`() {
        let document = LexicalDocument(terms: ["puppies"], idea: "puppies")
        #expect(document.weights == ["puppi": 1])
    }
}
