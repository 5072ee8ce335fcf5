import Domain
import TestSupport
import Testing
import VectorIndex

@Suite struct GrowingVectorIndexTests {
    private func randomVector(_ dimension: Int, _ random: inout SplitMix64) -> [Float] {
        (0..<dimension).map { _ in Float.random(in: -1...1, using: &random) }
    }

    private func cosine(_ one: [Float], _ other: [Float]) -> Float {
        let dot = zip(one, other).reduce(0) { $0 + Double($1.0 * $1.1) }
        let lengths = [one, other].map { $0.reduce(0) { $0 + Double($1 * $1) }.squareRoot() }
        return Float(dot / (lengths[0] * lengths[1]))
    }

    @Test(arguments: [1, 15, 16, 17, 384], 1...3 as ClosedRange<UInt64>)
    func `after any changes it finds what comparing with all finds`(dimension: Int, seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let index = GrowingVectorIndex<Int>(dimension: dimension)
        var kept: [Int: [Float]] = [:]
        for _ in 0..<300 {
            let key = Int.random(in: 0..<60, using: &random)
            if Bool.random(using: &random) {
                kept[key] = randomVector(dimension, &random)
                try index.insert(try #require(kept[key]), for: key)
            } else {
                kept[key] = nil
                index.remove(key)
            }
        }
        #expect(index.count == kept.count)
        let query = randomVector(dimension, &random)
        let found = try index.nearest(to: query, limit: 10)
        let best = kept.values.map { cosine($0, query) }.sorted(by: >).prefix(10)
        #expect(found.count == best.count)
        for (one, expected) in zip(found, best) { #expect(abs(one.cosine - expected) < 1e-5) }
        for one in found { #expect(abs(cosine(try #require(kept[one.key]), query) - one.cosine) < 1e-5) }
    }

    @Test func `equal vectors come in order of insertion, also after a removal`() throws {
        let index = GrowingVectorIndex<Int>(dimension: 2)
        for key in [7, 3, 9, 1] { try index.insert([1, 0], for: key) }
        index.remove(7)
        #expect(try index.nearest(to: [1, 0], limit: 9).map(\.key) == [3, 9, 1])
    }

    @Test(arguments: [[], [1], [1, 2, 3], [.nan, 1], [.infinity, 1], [0, 0]] as [[Float]])
    func `a vector that does not fit is refused and changes nothing`(vector: [Float]) throws {
        let index = GrowingVectorIndex<Int>(dimension: 2)
        try index.insert([0, 1], for: 1)
        #expect(throws: EmbeddingError.self) { try index.insert(vector, for: 1) }
        #expect(throws: EmbeddingError.self) { try index.nearest(to: vector, limit: 1) }
        #expect(try index.nearest(to: [0, 1], limit: 2).map(\.cosine) == [1])
    }

    @Test func `searches and changes may run at once`() async throws {
        let index = GrowingVectorIndex<Int>(dimension: 8)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for worker in 0..<4 {
                group.addTask {
                    var random = SplitMix64(seed: UInt64(worker))
                    for step in 0..<200 {
                        let vector = (0..<8).map { _ in Float.random(in: 0.1...1, using: &random) }
                        try index.insert(vector, for: worker * 1000 + step)
                        #expect(try !index.nearest(to: vector, limit: 3).isEmpty)
                        if step.isMultiple(of: 2) { index.remove(worker * 1000 + step) }
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(index.count == 400)
    }
}
