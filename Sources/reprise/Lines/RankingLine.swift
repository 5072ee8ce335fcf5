/// A line of `reprise recommend --corpus FILE --jsonl`, and what it gets.
struct RankingLine: Decodable, Identifiable {
    let id: String
    let query: String

    /// The answer to one line: identifiers of the corpus, the best first.
    struct Answer: Encodable {
        let id: String
        let ranked: [String]
        let scores: [Double]
    }
}

/// A line of the corpus.
struct CorpusLine: Decodable {
    let id: String
    let text: String
}
