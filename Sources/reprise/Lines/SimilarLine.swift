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
        /// What the cache's guards say; nil when one of the two cannot be read.
        let verdict: MeaningVerdict?
    }
}
