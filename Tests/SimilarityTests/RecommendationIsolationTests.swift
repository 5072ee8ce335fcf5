import Domain
import Similarity
import TestSupport
import Testing

/// What holds for any history.
@Suite struct RecommendationIsolationTests {
    private static let words = ["puppy", "cat", "beach", "snow", "running", "city", "강아지", "바다", "눈", "달리다"]
    private static let workspaces = ["a", "b", "c"].map(Workspace.init(rawValue:))

    private func sample(_ random: inout SplitMix64) -> [String] {
        (0..<3).compactMap { _ in Self.words.randomElement(using: &random) }
    }

    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func `nothing crosses from one workspace to another`(seed: UInt64) async throws {
        var random = SplitMix64(seed: seed)
        let history = History()
        let embedder = HashedEmbedder(dimension: 64)
        let index = RecommendationIndex(
            space: VectorSpace(of: embedder), vectors: .growing(embedder.dimension))
        var owners: [Prompt.ID: Workspace] = [:]
        for _ in 0..<60 {
            let terms = sample(&random)
            let idea = terms.joined(separator: " ")
            let entry = history.entry(
                idea, terms: terms, text: idea,
                workspace: Self.workspaces.randomElement(using: &random) ?? .standard,
                vector: Bool.random(using: &random) ? try await embedder.embed([idea])[0] : nil)
            owners[entry.prompt] = entry.workspace
            try index.insert(entry)
        }
        for workspace in Self.workspaces {
            let terms = sample(&random)
            let vector = try await embedder.embed([terms.joined(separator: " ")])[0]
            let query = history.query(
                terms.joined(separator: " "), terms: terms, workspace: workspace, vector: vector)
            let answer = try index.recommend(for: query, limit: 60)
            #expect(answer.items.allSatisfy { owners[$0.prompt] == workspace })
            #expect(answer.items.map(\.score) == answer.items.map(\.score).sorted(by: >))
            #expect(answer.items.isEmpty == (answer.why != nil))
            #expect(try index.recommend(for: query, limit: 60) == answer)
        }
    }

    @Test func `a prompt with no shared word is found by its meaning`() throws {
        let history = History()
        let space = VectorSpace(version: Version(name: "test", version: "1"), dimension: 2)
        let index = RecommendationIndex(space: space, vectors: .growing(space.dimension))
        try index.insert(history.entry("멍멍이", terms: ["멍멍이"], vector: [1, 0.1]))
        let answer = try index.recommend(for: history.query("강아지", terms: ["강아지"], vector: [1, 0]))
        #expect(answer.items.first?.reasons.map(\.kind) == [.similarMeaning])
    }

    @Test func `a vector of another model is refused`() throws {
        let history = History()
        let space = VectorSpace(of: HashedEmbedder(dimension: 64))
        for index in [
            RecommendationIndex(), RecommendationIndex(space: space, vectors: .growing(space.dimension)),
        ] {
            #expect(throws: EmbeddingError.self) {
                try index.insert(history.entry("x", terms: ["x"], vector: [1, 2]))
            }
            #expect(index.count(in: .standard) == 0)
            try index.insert(history.puppy)
            #expect(throws: EmbeddingError.self) {
                try index.recommend(for: history.query("x", terms: ["x"], vector: [1, 2]))
            }
        }
    }

    @Test func `calls from many tasks leave a whole index`() async throws {
        let history = History()
        let index = RecommendationIndex()
        let entries = (0..<200).map { history.entry("puppy number \($0)", terms: ["puppy", "n\($0)"]) }
        let query = history.query("puppy", terms: ["puppy"])
        try await withThrowingTaskGroup(of: Void.self) { group in
            for entry in entries {
                group.addTask {
                    try index.insert(entry)
                    #expect(try !index.recommend(for: query).items.isEmpty)
                }
            }
            try await group.waitForAll()
        }
        #expect(index.count(in: .standard) == 200)
    }

    @Test func `searches and changes may run at once, and each sees what was done before it`() async throws {
        let index = RecommendationIndex(
            space: VectorSpace(version: Version(name: "test", version: "1"), dimension: 4),
            vectors: .growing(4))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for worker in 0..<4 {
                group.addTask {
                    let random = SeededRandom(seed: UInt64(worker))
                    for step in 0..<60 {
                        let id = Prompt.ID(at: Timestamp(milliseconds: Int64(step)), random: random)
                        let word = "worker\(worker)x step\(step)x"
                        try index.insert(
                            RecommendationEntry(
                                prompt: id, workspace: .standard, revision: 1, idea: word, text: word,
                                scene: Scene(), terms: [], vector: [Float(step), Float(worker), 1, 1],
                                passages: step.isMultiple(of: 3)
                                    ? [[1, 0, 0, Float(worker)], [0, 1, 0, 1]] : []))
                        index.update(id, in: .standard) { $0.reuses += 1 }
                        let query = RecommendationQuery(
                            workspace: .standard, idea: word, terms: [],
                            vector: [Float(step), Float(worker), 1, 1])
                        #expect(try index.ranking(for: query, limit: 5).contains { $0.prompt == id })
                        if step.isMultiple(of: 2) { index.remove(id, from: .standard) }
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(index.count(in: .standard) == 120)
    }

    @Test func `a text of several sentences is found by each of them, and not after it is gone`() throws {
        let index = RecommendationIndex(
            space: VectorSpace(version: Version(name: "test", version: "1"), dimension: 3),
            vectors: .growing(3))
        var entry = History().entry("long", terms: [], text: "long", vector: [1, 1, 1])
        entry.passages = [[1, 0, 0], [0, 1, 0]]
        try index.insert(entry)
        let query = History().query("other", terms: [], vector: [0, 1, 0])
        let found = try #require(try index.ranking(for: query, limit: 5).first)
        entry.passages = []
        try index.insert(entry)
        let alone = try #require(try index.ranking(for: query, limit: 5).first)
        #expect(found.prompt == entry.prompt && found.score > alone.score)
        index.removeStrangeVectors()
        #expect(try index.ranking(for: query, limit: 5).count == 1)
        index.remove(entry.prompt, from: .standard)
        #expect(try index.ranking(for: query, limit: 5).isEmpty)
    }
}
