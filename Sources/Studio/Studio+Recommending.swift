package import Domain
package import Similarity
import Telemetry

extension Studio {
    /// Offers past prompts for an idea, with their score and why.
    ///
    /// - Throws: ``WriterError`` when the idea cannot be read.
    package func recommendations(for idea: Idea, in workspace: Workspace, limit: Int = 3) async throws
        -> RecommendationAnswer
    {
        let answer = try await parts.recommender.recommend(for: idea, in: workspace, limit: limit)
        parts.metrics.recommendations[answer.why == nil ? "offered" : "abstained"].increment()
        return answer
    }
}
