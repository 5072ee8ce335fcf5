import Domain
import Similarity
import Testing

@Suite struct TextSimilarityTests {
    private func text(_ text: String, vector: [Float]?) -> ComparableText {
        ComparableText(text: text, terms: [], english: text, vector: vector)
    }

    @Test(arguments: [
        ("a red car", "a blue car", [Conflicts.colour]), ("two dogs", "three dogs", [.number]),
        ("a man walks", "a woman walks", [.gender]), ("a cat", "no cat", [.negation]),
        ("a red car and a blue car", "a blue car", []), ("a man and a woman", "a man", []),
    ])
    func `what cannot both be true is told`(one: String, other: String, expected: [Conflicts]) {
        #expect(Conflicts.between(one, other) == expected)
        #expect(Conflicts.between(other, one) == expected)
    }

    @Test func `the same is 1, it is symmetric, and a conflict takes away`() {
        let space = VectorSpace(version: Version(name: "test", version: "1"), dimension: 2)
        let similarity = TextSimilarity(space: space)
        let red = text("a red car", vector: [1, 0])
        let blue = text("a blue car", vector: [1, 0])
        #expect(similarity.similarity(of: red, and: red) == 1)
        #expect(similarity.similarity(of: red, and: blue) < 1)
        #expect(similarity.similarity(of: red, and: blue) == similarity.similarity(of: blue, and: red))
        let words = TextSimilarity(space: nil).similarity(
            of: text("a red car", vector: nil), and: text("a car, red", vector: nil))
        #expect(words > 0.9)
    }

    @Test func `a text that is near to every question counts less for each`() {
        let rankings = [[("hub", 0.8), ("own", 0.79)], [("hub", 0.8)], [("hub", 0.85)]]
        var hubs = HubCorrection()
        for near in rankings.joined() { hubs.note(near.1, of: near.0) }
        #expect(hubs.corrected(rankings[0].map { (name: $0.0, score: $0.1) }).first?.name == "own")
    }
}
