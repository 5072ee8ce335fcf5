import Domain
import Similarity
import Studio

/// A line of `reprise similar --jsonl`, and what it gets.
struct SimilarLine: Decodable, Identifiable {
    let id: String
    let a: String
    let b: String

    /// The answer to one line.
    struct Answer: Encodable {
        let id: String
        let similarity: Double
        /// Whether the cache would answer one idea with the prompt of the other.
        let hit: Bool
        let verdict: MeaningVerdict

        /// - Throws: ``InputError`` or ``WriterError`` when one of the two cannot be read.
        init(_ line: SimilarLine, reader: IdeaReader, threshold: Double) async throws {
            let ideas = [try Idea(typed: line.a), try Idea(typed: line.b)]
            guard let first = await reader.meaning(of: ideas[0]),
                let second = await reader.meaning(of: ideas[1])
            else { throw WriterError.unsupportedLanguage(ideas[0].language) }
            id = line.id
            similarity = first.similarity(to: second)
            verdict = MeaningVerdict(first, second)
            hit = verdict.decision == .same && similarity >= threshold
        }
    }
}
