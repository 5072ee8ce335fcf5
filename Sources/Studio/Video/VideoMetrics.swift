import Domain
import Resilience
package import Telemetry

/// What is counted about video jobs.
package struct VideoMetrics: Sendable {
    let videos: MetricFamily<Counter>
    let attempts: MetricFamily<Counter>
    let retries: Counter
    let exhaustedBudgets: Counter
    let substitutes: MetricFamily<Counter>
    let takeovers: Counter
    let lostLeases: Counter
    let shed: Counter
    let expired: Counter
    let webhooks: MetricFamily<Counter>
    let rendering: Histogram
    let replacements: Counter
    let made: MetricFamily<Histogram>
    let madeSeconds: MetricFamily<Counter>
    let madeFrames: MetricFamily<Counter>
    private let jobs: MetricFamily<Gauge>
    private let oldest: Gauge
    private let kept: Gauge

    /// Declares the metrics; once for each registry.
    ///
    /// - Parameters:
    ///   - registry: Where they are shown.
    ///   - providers: Names of those that make videos.
    package init(_ registry: MetricsRegistry, providers: [String] = ["local"]) {
        videos = registry.counter(
            "reprise_videos_total", help: "Video jobs that ended, by their final state.",
            labels: [Label("state", VideoJob.State.allCases.filter(\.isFinal).map(\.rawValue))])
        attempts = registry.counter(
            "reprise_video_attempts_total", help: "Attempts at making a video, by what came of them.",
            labels: [Label("result", ["succeeded"] + ProviderError.Code.allCases.map(\.rawValue))])
        retries = registry.counter(
            "reprise_video_retries_total", help: "Attempts that were put off to be repeated.")
        exhaustedBudgets = registry.counter(
            "reprise_video_retry_budget_exhausted_total",
            help: "Attempts that were not repeated, since retries would have added more than a tenth.")
        substitutes = registry.counter(
            "reprise_video_substitutes_total",
            help: "Animations that stand in for a video, by who made them.",
            labels: [Label("by", ["substitute", "stock"])])
        takeovers = registry.counter(
            "reprise_video_takeovers_total", help: "Jobs under way that were taken over from a dead worker.")
        lostLeases = registry.counter(
            "reprise_video_lost_leases_total", help: "Jobs that somebody else took over while they ran here.")
        shed = registry.counter(
            "reprise_video_shed_total", help: "Requests for a video refused since too many wait.")
        expired = registry.counter(
            "reprise_video_expired_total", help: "Videos removed by retention or quota.")
        webhooks = registry.counter(
            "reprise_webhook_attempts_total", help: "Attempts at telling a webhook, by what came of them.",
            labels: [Label("result", ["delivered", "failed", "given_up"])])
        replacements = registry.counter(
            "reprise_video_replacements_total", help: "Videos that took the place of their substitute.")
        let provider = Telemetry.Label("provider", providers)
        made = registry.histogram(
            "reprise_video_making_duration_seconds",
            help: "Time of an attempt that made a video, from its submission to the finished file.",
            labels: [provider], bounds: Histogram.workBounds)
        madeSeconds = registry.counter(
            "reprise_video_made_seconds_total", help: "Seconds of video made.", labels: [provider])
        madeFrames = registry.counter(
            "reprise_video_made_frames_total", help: "Frames of video made.", labels: [provider])
        rendering = registry.histogram(
            "reprise_video_duration_seconds", help: "Time from asking for a video to having it.",
            bounds: Histogram.workBounds)
        jobs = registry.gauge(
            "reprise_video_jobs", help: "Video jobs that are not final.",
            labels: [Label("state", ["waiting", "under_way"])])
        oldest = registry.gauge(
            "reprise_video_oldest_waiting_seconds", help: "Age of the oldest video job that waits.")
        kept = registry.gauge("reprise_video_kept_bytes", help: "Bytes of all videos that are kept.")
    }

    /// Shows what the store holds.
    func show(_ load: JobLoad, at now: Timestamp) {
        jobs["waiting"].set(Double(load.waiting))
        jobs["under_way"].set(Double(load.underWay))
        oldest.set(load.oldest.map { Double($0.duration(to: now) / .milliseconds(1)) / 1000 } ?? 0)
        kept.set(Double(load.videoBytes))
    }

    /// Shows the health of providers at every scrape.
    package static func show(_ providers: [ProviderGuard], in registry: MetricsRegistry) {
        let names = providers.map(\.provider.name)
        let conditions = CircuitState<Timestamp>.Condition.allCases
        let circuits = registry.gauge(
            "reprise_video_circuit", help: "1 for the state that a provider's circuit breaker is in.",
            labels: [Label("provider", names), Label("state", conditions.map(\.rawValue))])
        let limits = registry.gauge(
            "reprise_video_concurrency_limit", help: "Jobs that a provider may have at the same time now.",
            labels: [Label("provider", names)])
        let running = registry.gauge(
            "reprise_video_running", help: "Jobs of a provider under way in this process.",
            labels: [Label("provider", names)])
        registry.updateBeforeScrape {
            for provider in providers {
                let (name, health) = (provider.provider.name, provider.health)
                for condition in conditions {
                    circuits[name, condition.rawValue].set(health.condition == condition ? 1 : 0)
                }
                limits[name].set(Double(health.limit))
                running[name].set(Double(health.running))
            }
        }
    }
}
