import Domain
import Similarity
package import Telemetry

/// What is counted about the use cases.
package struct StudioMetrics: Sendable {
    let prompts: MetricFamily<Counter>
    let writing: Histogram
    let stages: MetricFamily<Histogram>
    let unknownWords: Counter
    let coalesced: Counter
    let guardRefusals: MetricFamily<Counter>
    let diffing: Histogram
    let diffOperations: MetricFamily<Counter>
    let reviews: MetricFamily<Counter>
    let revisions: Counter
    let recommendations: MetricFamily<Counter>
    let recommending: Histogram
    let feedback: MetricFamily<Counter>

    /// A stage on the way from an idea to its prompt.
    enum Stage: String, Sendable, CaseIterable {
        /// Phrases of past prompts are looked for.
        case borrow
        /// The idea is read, and the prompt composed.
        case write
        /// The prompt is saved.
        case keep
        /// Similar prompts are looked for.
        case recommend
    }

    private static let reviewActions =
        [AuditEntry.Action.openedReview, .closedReview, .commented, .replied, .resolved].map(\.rawValue)
        + Verdict.Kind.allCases.map(\.rawValue)

    /// Measures a stage, and shows it in the trace.
    func measure<Value, Failure: Error>(
        _ stage: Stage, _ body: () async throws(Failure) -> Value
    ) async throws(Failure) -> Value {
        let start = ContinuousClock.now
        defer { stages[stage.rawValue].observe(ContinuousClock.now - start) }
        return try await Span.during(stage.spanName) { () throws(Failure) in try await body() }
    }

    /// Declares the metrics; once for each registry.
    package init(_ registry: MetricsRegistry) {
        prompts = registry.counter(
            "reprise_prompts_total", help: "Prompts asked for, by what the cache said.",
            labels: [Label("cache", CacheVerdict.self)])
        writing = registry.histogram(
            "reprise_prompt_writing_seconds", help: "Time to write a prompt that was not cached.")
        stages = registry.histogram(
            "reprise_prompt_stage_duration_seconds",
            help: "Time of each stage on the way from an idea to its prompt.",
            labels: [Label("stage", Stage.self)])
        coalesced = registry.counter(
            "reprise_coalesced_requests_total",
            help: "Ideas that waited for an equal one that was being written.")
        guardRefusals = registry.counter(
            "reprise_cache_guard_refusals_total",
            help: "Prompts of like ideas that were not served, by each guard that refused.",
            labels: [Label("guard", Guard.self)])
        diffing = registry.histogram(
            "reprise_diff_duration_seconds", help: "Time to compare an edited text with the one before.")
        diffOperations = registry.counter(
            "reprise_diff_operations_total", help: "Operations of the diffs of saved revisions.",
            labels: [Label("kind", Diff.Operation.Kind.self)])
        reviews = registry.counter(
            "reprise_reviews_total", help: "What was done in reviews.",
            labels: [Label("action", Self.reviewActions)])
        unknownWords = registry.counter(
            "reprise_unknown_words_total", help: "Words of ideas that no lexicon knew.")
        revisions = registry.counter("reprise_revisions_total", help: "Edits saved as revisions.")
        recommendations = registry.counter(
            "reprise_recommendations_total", help: "Questions for recommendations, by what came of them.",
            labels: [Label("result", ["offered", "abstained"])])
        recommending = registry.histogram(
            "reprise_recommendation_seconds", help: "Time to offer past prompts, or to abstain.")
        feedback = registry.counter(
            "reprise_recommendation_feedback_total", help: "What people said of offered prompts.",
            labels: [Label("verdict", RecommendationFeedback.Verdict.self)])
    }
}

extension StudioMetrics.Stage {
    fileprivate var spanName: StaticString {
        switch self {
        case .borrow: "prompt.borrow"
        case .write: "writer.write"
        case .keep: "store.create"
        case .recommend: "prompt.recommend"
        }
    }
}
