import Domain
import Foundation
import Similarity
import Studio
import VectorIndex

/// An index of so many prompts, with what it took to build.
struct BenchedSize: Sendable {
    struct Figures: Sendable {
        let insertsPerSecond: Double
        /// Memory of a vector with its part of the index and its key.
        let vectorBytes: Double
        /// Memory of everything else that is kept of a prompt.
        let textBytes: Double
        /// From the kept graph, or from the vectors where there is none, to an index that answers.
        let loadSeconds: Double
    }

    let figures: Figures
    private let index: RecommendationIndex
    private let vectors: GrowingVectorIndex<Prompt.ID>
    private let numbers: [Prompt.ID: Int]

    init(count: Int, prompts: SyntheticPrompts, space: VectorSpace) throws {
        let folder = try TemporaryFolder()
        let graphs = KeptGraphs<Prompt.ID>(folder: "\(folder.path)/graphs")
        let vectors = graphs.index(named: "", embedder: space.version, dimension: space.dimension)
        self.vectors = vectors
        index = RecommendationIndex(
            space: space,
            vectors: VectorIndexMaker(
                whole: { _ in vectors }, passages: { _ in GrowingVectorIndex(dimension: prompts.dimension) }))
        let empty = Self.residentBytes
        for number in 0..<count { try index.insert(prompts.entry(number)) }
        let texts = Self.residentBytes
        // The vectors apart, so that their memory is seen apart.
        let clock = ContinuousClock()
        let time = try clock.measure {
            for number in 0..<count {
                try vectors.insert(prompts.vector(number), for: SyntheticPrompts.prompt(number))
            }
            try vectors.finishBuilding()
        }
        let made = clock.measure { for number in 0..<count { _ = prompts.vector(number) } }
        let whole = Self.residentBytes
        try graphs.save()
        let loaded = try clock.measure {
            let again = KeptGraphs<Prompt.ID>(folder: "\(folder.path)/graphs")
                .index(named: "", embedder: space.version, dimension: space.dimension)
            for number in 0..<count {
                try again.insert(prompts.vector(number), for: SyntheticPrompts.prompt(number))
            }
        }
        figures = Figures(
            insertsPerSecond: Double(count) / max(time.inSeconds - made.inSeconds, 1e-9),
            vectorBytes: Double(whole - texts) / Double(count),
            textBytes: Double(texts - empty) / Double(count),
            loadSeconds: max(loaded.inSeconds - made.inSeconds, 0))
        numbers = Dictionary(uniqueKeysWithValues: (0..<count).map { (SyntheticPrompts.prompt($0), $0) })
    }

    /// What the vectors alone find, and how long that takes.
    func found(_ questions: [BenchQuestion], limit: Int) throws -> (found: [[Int]], times: [Double]) {
        let clock = ContinuousClock()
        var (found, times) = ([[Int]](), [Double]())
        for question in questions {
            let start = clock.now
            let near = try vectors.nearest(to: question.vector, limit: limit, among: nil)
            times.append((clock.now - start).inMilliseconds)
            found.append(near.compactMap { numbers[$0.key] })
        }
        return (found, times)
    }

    /// Milliseconds of whole look-ups: reading, embedding, both channels, ranking, reasons.
    func lookUps(
        _ questions: [BenchQuestion], reader: IdeaReader, embedder: any Embedder, facets: Set<Facet> = []
    ) async throws -> [Double] {
        let clock = ContinuousClock()
        var times: [Double] = []
        for question in questions {
            let start = clock.now
            let reading = try await reader.read(Idea(typed: question.text))
            let english = reading.understanding.translation
            let query = RecommendationQuery(
                workspace: .standard, idea: question.text, english: english, terms: reading.terms,
                scene: reading.understanding.scene, vector: try await embedder.embed([english]).first,
                pieces: embedder.wordPieces?.pieces(of: ContentWords.of(english)) ?? [], facets: facets)
            _ = try index.recommend(for: query, limit: 10)
            times.append((clock.now - start).inMilliseconds)
        }
        return times
    }

    private static var residentBytes: Int {
        let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status?.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        let words = line?.split { $0 == " " || $0 == "\t" } ?? []
        return words.count == 3 ? (Int(words[1]) ?? 0) * 1024 : 0
    }
}
