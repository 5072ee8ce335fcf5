import Domain
import TestSupport
import Testing
import VectorIndex

@Suite(.timeLimit(.minutes(5))) struct GrowingVectorIndexTests {
    private func randomVector(_ dimension: Int, _ random: inout SplitMix64) -> [Float] {
        (0..<dimension).map { _ in Float.random(in: -1...1, using: &random) }
    }

    private func cosine(_ one: [Float], _ other: [Float]) -> Float {
        let dot = zip(one, other).reduce(0) { $0 + Double($1.0 * $1.1) }
        let lengths = [one, other].map { $0.reduce(0) { $0 + Double($1 * $1) }.squareRoot() }
        return Float(dot / (lengths[0] * lengths[1]))
    }

    /// With every vector looked at, and with a graph from the start.
    private static let thresholds = [1000, 8]

    @Test(arguments: [1, 15, 16, 17, 384], Self.thresholds)
    func `after any changes it finds what comparing with all finds`(dimension: Int, threshold: Int) throws {
        var random = SplitMix64(seed: UInt64(dimension))
        let index = GrowingVectorIndex<Int>(dimension: dimension, threshold: threshold)
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
        for (one, expected) in zip(found, best) { #expect(abs(one.cosine - expected) < 2e-3) }
        for one in found { #expect(abs(cosine(try #require(kept[one.key]), query) - one.cosine) < 2e-3) }
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

    @Test(arguments: Self.thresholds)
    func `searches and changes may run at once`(threshold: Int) async throws {
        let index = GrowingVectorIndex<Int>(dimension: 8, threshold: threshold)
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

    @Test(arguments: Self.thresholds, [3, 40, 200])
    func `a filter takes nothing from the answer`(threshold: Int, allowed count: Int) throws {
        var random = SplitMix64(seed: 9)
        let index = GrowingVectorIndex<Int>(dimension: 24, threshold: threshold)
        let vectors = (0..<300).map { _ in randomVector(24, &random) }
        for (key, vector) in vectors.enumerated() { try index.insert(vector, for: key) }
        try index.finishBuilding()
        #expect(index.isGraph == (threshold < 300))
        let allowed = Set((0..<300).shuffled(using: &random).prefix(count))
        let query = randomVector(24, &random)
        let found = try index.nearest(to: query, limit: 10, among: allowed)
        let best = allowed.map { cosine(vectors[$0], query) }.sorted(by: >).prefix(10)
        #expect(found.count == best.count)
        #expect(found.allSatisfy { allowed.contains($0.key) })
        for (one, expected) in zip(found, best) { #expect(abs(one.cosine - expected) < 2e-3) }
    }

    @Test func `a graph finds nearly all that comparing with all finds`() throws {
        var random = SplitMix64(seed: 4)
        let (graph, all) = (
            GrowingVectorIndex<Int>(dimension: 32, threshold: 100), GrowingVectorIndex<Int>(dimension: 32)
        )
        for key in 0..<4000 {
            let vector = randomVector(32, &random)
            try graph.insert(vector, for: key)
            try all.insert(vector, for: key)
        }
        try graph.finishBuilding()
        #expect(graph.isGraph && !all.isGraph)
        var hits = 0
        for _ in 0..<50 {
            let query = randomVector(32, &random)
            let expected = Set(try all.nearest(to: query, limit: 10).map(\.key))
            hits += try graph.nearest(to: query, limit: 10).count { expected.contains($0.key) }
        }
        #expect(hits >= 490)
    }

    @Test(arguments: Self.thresholds)
    func `a million deletes leave nothing behind`(threshold: Int) throws {
        let index = GrowingVectorIndex<Int>(dimension: 4, threshold: threshold)
        let count = threshold == 8 ? 5000 : 1_000_000
        for key in 0..<count {
            try index.insert([Float(key % 17) + 1, Float(key % 5), 1, Float(key % 3)], for: key)
            if key >= 10 { index.remove(key - 10) }
        }
        #expect(index.count == 10)
        let found = try index.nearest(to: [1, 1, 1, 1], limit: 20)
        #expect(Set(found.map(\.key)) == Set(count - 10..<count))
    }

    @Test func `an empty index and a limit of nothing find nothing`() throws {
        let index = GrowingVectorIndex<Int>(dimension: 2)
        #expect(try index.nearest(to: [1, 0], limit: 3).isEmpty)
        try index.insert([1, 0], for: 1)
        #expect(try index.nearest(to: [1, 0], limit: 0).isEmpty)
        #expect(try index.nearest(to: [1, 0], limit: 3, among: []).isEmpty)
        #expect(try index.cosines(of: [1, 2], to: [1, 0]) == [1, nil])
    }
}
