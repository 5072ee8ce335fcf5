import BlockingExecutor
import Domain
import Foundation
import Similarity
import Studio
import VectorIndex

/// How long a look-up takes from text to answer, and how good it is, beside faiss and chromadb.
///
/// One thing after the other on one thread. What all are asked is the same; faiss's flat index, which
/// compares with every vector, says what is right.
struct RecommendBench: Sendable {
    let writing: Writing
    let embedder: any Embedder
    let counts: [Int]
    let peers: VectorPeers?
    /// Where the growth of the times is drawn; nil draws nothing.
    let plot: String?
    let shell: Shell

    private static let questions = 200
    private static let limit = 10

    func run() async throws {
        let prompts = try await SyntheticPrompts(embedder)
        var (own, others) = (Self.ownTable, Self.peerTable)
        var growth: [(whole: Double, filtered: Double, vectors: Double)] = []
        for count in counts {
            shell.say("\(count) prompts")
            let size = try BenchedSize(count: count, prompts: prompts, space: VectorSpace(of: embedder))
            let questions = try await self.questions(count)
            let vectors = try size.found(questions, limit: Self.limit)
            let times = try await size.lookUps(questions, reader: writing.reader, embedder: embedder)
            let filtered = try await size.lookUps(
                questions, reader: writing.reader, embedder: embedder, facets: [.category(.city)])
            var recall = ""
            if let peers {
                let answers = try await peers.run(
                    prompts: prompts, count: count, questions: questions.map(\.vector), limit: Self.limit)
                recall = Self.recall(of: vectors.found, against: answers["faiss-flat"]).text(decimals: 3)
                for (name, answer) in answers.sorted(by: { $0.key < $1.key }) {
                    others.add(
                        count.formatted, name, answer.percentile(50).text(decimals: 2),
                        answer.percentile(99).text(decimals: 2),
                        Self.recall(of: answer.found, against: answers["faiss-flat"]).text(decimals: 3),
                        (Double(count) / answer.seconds).text(),
                        (answer.megabytes * 1_048_576 / Double(count)).text())
                }
            }
            let figures = size.figures
            own.add(
                count.formatted, times.percentile(50).text(decimals: 2),
                times.percentile(99).text(decimals: 2), filtered.percentile(99).text(decimals: 2),
                vectors.times.percentile(50).text(decimals: 2), recall, figures.insertsPerSecond.text(),
                figures.vectorBytes.text(), figures.textBytes.text(), figures.loadSeconds.text(decimals: 2))
            growth.append(
                (times.percentile(99), filtered.percentile(99), vectors.times.percentile(99)))
        }
        shell.print(own.text)
        if peers != nil { shell.print("\n" + others.text) }
        if let plot {
            try Self.picture(of: growth, sizes: counts).svg.write(
                toFile: plot, atomically: true, encoding: .utf8)
        }
    }

    private static func picture(
        of growth: [(whole: Double, filtered: Double, vectors: Double)], sizes: [Int]
    ) -> SizePlot {
        SizePlot(
            title: "Recommending: ms that 99 of 100 look-ups stay within, by prompts", sizes: sizes,
            lines: [
                .init(name: "text to answer", colour: "#0072b2", milliseconds: growth.map(\.whole)),
                .init(name: "the same, filtered", colour: "#d55e00", milliseconds: growth.map(\.filtered)),
                .init(name: "vectors alone", colour: "#009e73", milliseconds: growth.map(\.vectors)),
            ])
    }

    private func questions(_ count: Int) async throws -> [BenchQuestion] {
        var questions: [BenchQuestion] = []
        for number in 0..<Self.questions {
            let text = SyntheticPrompts.question(number * 104_729 % count)
            questions.append(BenchQuestion(text: text, vector: try await embedder.embed([text])[0]))
        }
        return questions
    }

    /// The share of the right answers that were found.
    private static func recall(of found: [[Int]], against right: PeerAnswer?) -> Double {
        guard let right else { return .nan }
        let hits = zip(found, right.found).reduce(0) { $0 + Set($1.0).intersection($1.1).count }
        return Double(hits) / Double(max(right.found.reduce(0) { $0 + $1.count }, 1))
    }

    private static let ownTable = TextTable(
        "Reprise: text in, ranked answer with reasons out, \(questions) questions, milliseconds",
        head: [
            "prompts", "p50", "p99", "filtered p99", "vectors p50", "recall@10", "inserts/s",
            "B/vector", "B/text", "load s",
        ])
    private static let peerTable = TextTable(
        "Peers, vectors alone, the same questions",
        head: [
            "prompts", "peer", "p50 ms", "p99 ms", "recall@10", "inserts/s", "B/vector",
        ])
}

/// A question with its vector.
struct BenchQuestion: Sendable {
    let text: String
    let vector: [Float]
}

extension Int {
    var formatted: String { Double(self).text() }
}

extension [Double] {
    /// The value that so many percent stay within (nearest rank); 0 for none.
    func percentile(_ percent: Int) -> Double {
        let ordered = sorted()
        return ordered.isEmpty ? 0 : ordered[Swift.max(0, (count * percent + 99) / 100 - 1)]
    }
}
