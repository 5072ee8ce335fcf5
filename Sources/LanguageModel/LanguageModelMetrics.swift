package import Telemetry

/// What is counted about the language model.
package struct LanguageModelMetrics: Sendable {
    let requests: MetricFamily<Counter>
    let duration: Histogram
    let tokens: MetricFamily<Counter>
    let cost: Counter
    let repairs: Counter
    let drifts: MetricFamily<Counter>
    let fallbacks: MetricFamily<Counter>

    /// Declares the metrics; once for each registry.
    package init(_ registry: MetricsRegistry) {
        let reasons = LanguageModelError.Code.allCases.map(\.rawValue)
        requests = registry.counter(
            "reprise_llm_requests_total", help: "Calls to the language model, by what came of them.",
            labels: [Label("result", ["answered"] + reasons)])
        duration = registry.histogram(
            "reprise_llm_request_duration_seconds", help: "Time of one call to the language model.",
            bounds: Histogram.workBounds)
        tokens = registry.counter(
            "reprise_llm_tokens_total", help: "Tokens that the language model says it read and wrote.",
            labels: [Label("direction", ["input", "output"])])
        cost = registry.counter(
            "reprise_llm_cost_dollars_total", help: "What the tokens cost at the prices that are set.")
        repairs = registry.counter(
            "reprise_llm_repairs_total", help: "Answers that had to be asked for once more.")
        drifts = registry.counter(
            "reprise_llm_drifts_total",
            help: "Answers that changed what the idea says, by what they changed.",
            labels: [Label("kind", Drift.Kind.self)])
        fallbacks = registry.counter(
            "reprise_llm_fallbacks_total",
            help: "Ideas that the built-in writer had to take over, by the reason.",
            labels: [Label("reason", reasons)])
    }
}
