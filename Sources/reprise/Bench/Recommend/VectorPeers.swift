import BlockingExecutor
import Domain
import Foundation

/// faiss-cpu and chromadb, each in a process of its own.
struct VectorPeers: Sendable {
    private let python: String
    private let script: String
    private let children: Children

    private static let names = ["faiss-flat", "faiss-hnsw", "chromadb"]

    /// - Throws: ``BenchError`` that says what is missing and what brings it.
    init(_ settings: Settings, children: Children) throws(BenchError) {
        let root = URL(filePath: Resources(settings).folder).deletingLastPathComponent()
        python = root.appending(path: "data/packages/bench-recommend-peers/bin/python").path
        script = root.appending(path: "Benchmarks/vector_peers.py").path
        self.children = children
        guard FileManager.default.isExecutableFile(atPath: python) else {
            throw .missing("chromadb", remedy: "scripts/bench-peers recommend")
        }
    }

    /// Has all peers find the nearest of the same vectors.
    func run(
        prompts: SyntheticPrompts, count: Int, questions: [[Float]], limit: Int
    ) async throws -> [String: PeerAnswer] {
        let folder = try TemporaryFolder()
        let file = "\(folder.path)/vectors"
        try write(prompts, count: count, questions: questions, to: file)
        let thread = BlockingPool(name: "bench", threads: 1)
        var answers: [String: PeerAnswer] = [:]
        for name in Self.names {
            let words =
                [script, file, "\(count)", "\(prompts.dimension)", "\(questions.count)", "\(limit)", name]
            let line = try await thread.run { () throws(BenchError) in
                let child = try Child(python, words, folder: folder.path, among: children)
                guard let line = try child.line(within: .seconds(7200)) else {
                    throw child.failure("said nothing")
                }
                _ = try child.finish(within: .seconds(60))
                return line
            }
            answers[name] = try JSONDecoder().decode(PeerAnswer.self, from: Data(line.utf8))
        }
        return answers
    }

    private func write(
        _ prompts: SyntheticPrompts, count: Int, questions: [[Float]], to path: String
    ) throws {
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let handle = FileHandle(forWritingAtPath: path)
        else {
            throw BenchError("\(path) cannot be written")
        }
        for start in stride(from: 0, to: count, by: 1000) {
            let rows = (start..<min(start + 1000, count)).flatMap { prompts.vector($0) }
            try rows.withUnsafeBytes { try handle.write(contentsOf: Data($0)) }
        }
        try questions.flatMap { $0 }.withUnsafeBytes { try handle.write(contentsOf: Data($0)) }
        try handle.close()
    }
}

/// What a peer found, and what it took.
struct PeerAnswer: Sendable, Decodable {
    /// To build the index.
    let seconds: Double
    let megabytes: Double
    let milliseconds: [Double]
    let found: [[Int]]

    func percentile(_ percent: Int) -> Double { milliseconds.percentile(percent) }
}
