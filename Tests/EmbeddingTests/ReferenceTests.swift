import Domain
import Foundation
import Testing

@testable import Embedding

/// The model that the fixtures were made with.
enum ReferenceModel {
    static let directory = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "data/packages/all-minilm-l6-v2").path

    static var isPresent: Bool { FileManager.default.fileExists(atPath: directory + "/model.safetensors") }
}

@Suite(.enabled(if: ReferenceModel.isPresent, "data/packages/all-minilm-l6-v2 is not there"))
struct ReferenceTests {
    private struct Row: Decodable {
        let text: String
        let tokens: [Int32]
        let vector: Data

        /// Little-endian float32 components.
        var components: [Float] {
            vector.withUnsafeBytes { bytes in
                stride(from: 0, to: bytes.count, by: 4).map {
                    Float(
                        bitPattern: UInt32(
                            littleEndian: bytes.loadUnaligned(fromByteOffset: $0, as: UInt32.self)))
                }
            }
        }
    }

    private let rows: [Row]

    init() throws {
        let file = try #require(Bundle.module.url(forResource: "Fixtures/reference", withExtension: "json"))
        rows = try JSONDecoder().decode([Row].self, from: Data(contentsOf: file))
    }

    @Test func `tokens are those of the reference`() throws {
        let folder = ModelFolder(path: ReferenceModel.directory)
        let configuration = try BERTConfiguration(folder: folder)
        let vocabulary = try Vocabulary(folder.map("vocab.txt"), size: configuration.vocabularySize)
        let tokenizer = try WordPieceTokenizer(vocabulary, maximumTokens: configuration.maximumTokens)
        for row in rows { #expect(tokenizer.tokens(of: row.text) == row.tokens, "\(row.text)") }
    }

    @Test func `vectors are those of the reference`() async throws {
        let embedder = try BERTEmbedder(directory: ReferenceModel.directory)
        #expect(embedder.dimension == 384)
        let vectors = try await embedder.embed(rows.map(\.text))
        for (row, vector) in zip(rows, vectors) {
            let cosine = zip(row.components, vector).reduce(0) { $0 + Double($1.0) * Double($1.1) }
            #expect(cosine >= 0.99999, "\(row.text)")
        }
    }

    @Test func `the same text gives the same vector, whoever asks at once`() async throws {
        let embedder = try BERTEmbedder(directory: ReferenceModel.directory, threads: 3)
        let alone = try await embedder.embed(["a red kite over a green hill"])
        let together = try await withThrowingTaskGroup(of: [[Float]].self) { group in
            for _ in 0..<6 { group.addTask { try await embedder.embed(["a red kite over a green hill"]) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(together.count == 6)
        #expect(together.allSatisfy { $0 == alone })
    }

    @Test func `near words are nearer than far ones before any text is read`() throws {
        let words = try #require(try BERTEmbedder(directory: ReferenceModel.directory).wordPieces)
        let pieces = ["dog", "puppy", "piano"].map { words.pieces(of: $0) }
        #expect(pieces.map(\.count) == [1, 1, 1])
        let rows = words.likeness(of: pieces[0], to: pieces.flatMap { $0 })
        let row = try #require(rows.first)
        #expect(abs(row[0] - 1) < 1e-4 && row[1] > row[2] + 0.1 && row[1] < 1)
        #expect(words.pieces(of: "the dog, the dog") == words.pieces(of: "dog the ,"))
        #expect(words.pieces(of: "").isEmpty && words.likeness(of: [], to: [1]).isEmpty)
        #expect(words.likeness(of: pieces[0], to: []) == [[]])
    }
}
