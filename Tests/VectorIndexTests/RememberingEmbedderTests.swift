import Domain
import Foundation
import Synchronization
import TestSupport
import Testing
import VectorIndex

/// Counts what it is asked.
private final class CountingEmbedder: Embedder {
    let dimension: Int
    let version: Version
    private let texts = Mutex(0)

    init(dimension: Int = 8, name: String = "counting") {
        self.dimension = dimension
        version = Version(name: name, version: "1")
    }

    var count: Int { texts.withLock(\.self) }

    func embed(_ texts: [String]) async throws(EmbeddingError) -> [[Float]] {
        self.texts.withLock { $0 += texts.count }
        return texts.map { text in
            var random = SplitMix64(seed: UInt64(text.utf8.count) &* 31 &+ UInt64(text.utf8.first ?? 0))
            return (0..<dimension).map { _ in Float.random(in: -1...1, using: &random) }
        }
    }
}

@Suite struct RememberingEmbedderTests {
    private let folder: TemporaryFolder
    private let texts = (0..<40).map { String(repeating: "x", count: $0 + 1) }

    init() throws { folder = try TemporaryFolder() }

    private var path: String { folder.file("vectors") }

    private func saved(dimension: Int = 8) async throws -> [[Float]] {
        let embedder = RememberingEmbedder(CountingEmbedder(dimension: dimension), path: path)
        let vectors = try await embedder.embed(texts)
        try embedder.save()
        return vectors
    }

    @Test func `nothing is embedded twice, also after a restart, and the vectors are the same`() async throws
    {
        let vectors = try await saved()
        let source = CountingEmbedder()
        let embedder = RememberingEmbedder(source, path: path)
        #expect(embedder.count == 40)
        #expect(try await embedder.embed(texts.reversed()) == vectors.reversed())
        #expect(source.count == 0)
        _ = try await embedder.embed(["new", texts[3]])
        try embedder.save()
        #expect(source.count == 1)
        #expect(RememberingEmbedder(source, path: path).count == 41)
        #expect(vectors.allSatisfy { abs($0.reduce(0) { $0 + $1 * $1 } - 1) < 1e-3 })
    }

    @Test(arguments: [0.0, 0.3, 0.5, 0.99])
    func `a file that was cut is made again`(share: Double) async throws {
        _ = try await saved()
        let whole = try Data(contentsOf: URL(filePath: path))
        try whole.prefix(Int(Double(whole.count) * share)).write(to: URL(filePath: path))
        #expect(RememberingEmbedder(CountingEmbedder(), path: path).count == 0)
    }

    @Test(arguments: [4, 30, 60, 200, 500])
    func `a file with an altered byte is not used`(place: Int) async throws {
        _ = try await saved()
        var bytes = try Data(contentsOf: URL(filePath: path))
        bytes[place] ^= 1
        try bytes.write(to: URL(filePath: path))
        #expect(RememberingEmbedder(CountingEmbedder(), path: path).count == 0)
    }

    @Test func `a file of another model or dimension is not used, and is replaced by the next save`()
        async throws
    {
        _ = try await saved()
        #expect(RememberingEmbedder(CountingEmbedder(name: "other"), path: path).count == 0)
        let longer = CountingEmbedder(dimension: 9)
        #expect(RememberingEmbedder(longer, path: path).count == 0)
        _ = try await saved(dimension: 9)
        #expect(RememberingEmbedder(longer, path: path).count == 40)
    }
}
