import Domain
package import Telemetry

/// What is counted about the use cases.
package struct StudioMetrics: Sendable {
    let prompts: MetricFamily<Counter>
    let writing: Histogram
    let unknownWords: Counter
    let revisions: Counter
    let recommendations: MetricFamily<Counter>
    let recommending: Histogram
    let feedback: MetricFamily<Counter>

    /// Declares the metrics; once for each registry.
    package init(_ registry: MetricsRegistry) {
        prompts = registry.counter(
            "reprise_prompts_total", help: "Prompts asked for, by what the cache said.",
            labels: [Label("cache", CacheVerdict.self)])
        writing = registry.histogram(
            "reprise_prompt_writing_seconds", help: "Time to write a prompt that was not cached.")
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
