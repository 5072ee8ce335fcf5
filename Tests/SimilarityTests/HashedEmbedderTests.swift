import Domain
import Similarity
import Testing

@Suite struct HashedEmbedderTests {
    private func cosine(_ one: String, _ other: String) async throws -> Float {
        let vectors = try await HashedEmbedder().embed([one, other])
        return zip(vectors[0], vectors[1]).reduce(0) { $0 + $1.0 * $1.1 }
    }

    @Test(arguments: ["a puppy", "", "   ", "귀여운 강아지", "🐶", String(repeating: "long ", count: 2000)])
    func `every vector has length one`(text: String) async throws {
        let vector = try await HashedEmbedder(dimension: 100).embed([text])[0]
        #expect(vector.count == 100)
        #expect(abs(vector.reduce(0) { $0 + $1 * $1 } - 1) < 1e-5)
    }

    @Test func `texts that share words are nearer than others`() async throws {
        let near = try await cosine("a puppy running on a beach", "puppies run along the beach")
        let far = try await cosine("a puppy running on a beach", "city skyline at night")
        #expect(near > 0.4)
        #expect(abs(far) < 0.2)
        #expect(try await cosine("강아지가 달린다", "강아지는 달렸다") > 0.3)
    }

    @Test func `the version names the dimension`() {
        #expect(HashedEmbedder(dimension: 64).version != HashedEmbedder(dimension: 128).version)
    }
}
