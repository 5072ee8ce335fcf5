package import Domain
package import Similarity
import Telemetry

/// Which past prompts may be offered; what is nil does not matter.
package struct RecommendationFacets: Sendable, Hashable {
    var facets: Set<Facet>

    package init(
        model: ModelName? = nil, language: Language? = nil, category: Category? = nil,
        label: ReferenceName? = nil
    ) {
        facets = Set(
            [
                model.map(Facet.model), language.map(Facet.language), category.map(Facet.category),
                label.map(Facet.label),
            ].compactMap(\.self))
    }
}

extension Studio {
    /// Offers past prompts for an idea, with their score and why.
    ///
    /// - Parameters:
    ///   - facets: Only prompts that have all of these.
    ///   - excluded: Prompts that are not offered, such as the one it is for.
    /// - Throws: ``WriterError`` when the idea cannot be read.
    package func recommendations(
        for idea: Idea, in workspace: Workspace, limit: Int = 3,
        facets: RecommendationFacets = RecommendationFacets(), excluding excluded: Set<Prompt.ID> = []
    ) async throws -> RecommendationAnswer {
        let start = ContinuousClock.now
        let answer = try await parts.recommender.recommend(
            for: idea, in: workspace, limit: limit, facets: facets.facets, excluding: excluded,
            at: parts.clock.now())
        parts.metrics.recommending.observe(ContinuousClock.now - start)
        parts.metrics.recommendations[answer.why == nil ? "offered" : "abstained"].increment()
        return answer
    }

    /// Keeps what somebody says of a prompt that was offered; the next answer follows.
    ///
    /// - Parameter idea: What it was offered for.
    /// - Throws: ``StoreError``: `notFound` when there is no such prompt.
    package func give(
        _ verdict: RecommendationFeedback.Verdict, on prompt: Prompt.ID, for idea: Idea,
        in workspace: Workspace, by actor: Actor
    ) async throws -> RecommendationFeedback {
        try actor.require(.edit, in: workspace)
        let now = parts.clock.now()
        let feedback = RecommendationFeedback(
            id: RecommendationFeedback.ID(at: now, random: parts.random), workspace: workspace,
            prompt: prompt, idea: idea.text, verdict: verdict, author: actor.name, savedAt: now)
        try await parts.learning.record(feedback)
        parts.recommender.hear(feedback)
        parts.metrics.feedback[verdict.rawValue].increment()
        return feedback
    }

    /// Lets the ranking follow what came of a prompt.
    ///
    /// What was saved is saved, whether the ranking can follow now or at the next start.
    func relearn(_ id: Prompt.ID, in workspace: Workspace) async {
        guard let prompt = try? await parts.history.prompt(id, in: workspace) else { return }
        await parts.recommender.relearn(prompt, from: parts.history)
    }
}
