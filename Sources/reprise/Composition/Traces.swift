import HTTPClient
import Telemetry
import Tracing

/// Traces of requests and jobs, and where they go.
struct Traces: Sendable {
    let tracer: Tracer
    /// nil when no collector is configured.
    private let exporter: TraceExporter?

    /// Declares the metrics; nothing is sent before ``run()``.
    init(_ settings: Settings, registry: MetricsRegistry) {
        guard !settings.otlpURL.isEmpty else {
            (tracer, exporter) = (Tracer(queue: nil), nil)
            return
        }
        let queue = SpanQueue()
        tracer = Tracer(queue: queue, ratio: Double(settings.tracePercent) / 100)
        var client = HTTPClient.Configuration()
        client.userAgent = "Reprise/\(VersionCommand.version)"
        exporter = TraceExporter(
            to: settings.otlpURL, queue: queue, version: VersionCommand.version, client: HTTPClient(client),
            registry: registry)
    }

    /// Sends spans to the collector, as long as the task runs.
    func run() async { await exporter?.run(every: .seconds(5), on: ContinuousClock()) }
}
