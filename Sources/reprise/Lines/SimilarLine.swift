/// A line of `reprise similar --jsonl`, and what it gets.
struct SimilarLine: Decodable, Identifiable {
    let id: String
    let a: String
    let b: String

    /// The answer to one line.
    struct Answer: Encodable {
        let id: String
        let similarity: Double
    }
}
