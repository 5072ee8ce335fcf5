import Domain
import Foundation
import Similarity
import Studio
import VectorIndex

/// Texts from a file, found as past prompts are.
struct Corpus: Sendable {
    private let reader: TextReader
    private let index: RecommendationIndex
    /// What the file calls a prompt.
    private var names: [Prompt.ID: String] = [:]

    /// Reads lines `{"id","text"}`.
    ///
    /// - Throws: ``InputError`` naming the file or the line that does not fit.
    init(_ name: String, reader: TextReader, space: VectorSpace) async throws {
        self.reader = reader
        index = RecommendationIndex(space: space, vectors: .inMemory(dimension: space.dimension))
        for (number, line) in try TextFile.read(name).utf8.split(separator: UInt8(ascii: "\n")).enumerated() {
            guard let row = try? JSONDecoder().decode(CorpusLine.self, from: Data(line)) else {
                throw InputError(
                    field: "\(name), line \(number + 1)", code: .malformed,
                    expected: "{\"id\",\"text\"} as JSON")
            }
            try await insert(row, number: number)
        }
    }

    private mutating func insert(_ row: CorpusLine, number: Int) async throws {
        let text = try await reader.read(row.text)
        let prompt = Prompt.ID(
            at: Timestamp(milliseconds: Int64(number)), random: NumberedBits(number: UInt64(number)))
        names[prompt] = row.id
        let isEnglish = text.terms.isEmpty
        try index.insert(
            RecommendationEntry(
                prompt: prompt, workspace: .standard, revision: 1, idea: isEnglish ? "" : text.text,
                text: text.english, scene: Scene(), terms: text.terms, vector: text.vector,
                passages: text.passages, pieces: text.pieces))
    }

    /// The texts that are near a query, with their scores, the best first.
    ///
    /// - Throws: ``InputError`` when the query is empty or too long.
    func ranking(for query: String, limit: Int) async throws -> [(name: String, score: Double)] {
        let text = try await reader.read(query)
        let found = try index.ranking(
            for: RecommendationQuery(
                workspace: .standard, idea: text.text, english: text.english, terms: text.terms,
                vector: text.vector, pieces: text.pieces), limit: limit)
        return found.compactMap { near in names[near.prompt].map { ($0, near.score) } }
    }
}
