import Domain
import Similarity
import Studio

/// Compares two texts by meaning, and as the cache would.
struct TextComparison: Sendable {
    private let ideas: IdeaReader
    private let texts: TextReader
    private let similarity: TextSimilarity
    private let threshold: Double

    init(_ settings: Settings) throws {
        let choice = try EmbedderChoice(settings)
        ideas = try Writing(settings).reader
        texts = TextReader(reader: ideas, embedder: choice.embedder)
        similarity = TextSimilarity(space: VectorSpace(of: choice.embedder))
        threshold = Double(settings.cacheSimilarity) / 100
    }

    /// - Throws: ``InputError`` when one of the two is no idea.
    func answer(to line: SimilarLine) async throws -> SimilarLine.Answer {
        let value = similarity.similarity(of: try await texts.read(line.a), and: try await texts.read(line.b))
        guard let first = await ideas.meaning(of: try Idea(typed: line.a)),
            let second = await ideas.meaning(of: try Idea(typed: line.b))
        else { return SimilarLine.Answer(id: line.id, similarity: value, hit: false, verdict: nil) }
        let verdict = MeaningVerdict(first, second)
        let isHit = verdict.decision == .same && first.similarity(to: second) >= threshold
        return SimilarLine.Answer(id: line.id, similarity: value, hit: isHit, verdict: verdict)
    }
}
