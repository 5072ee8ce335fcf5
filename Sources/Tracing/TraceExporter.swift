package import HTTPClient
package import Telemetry

/// Sends spans that are over to a collector: OTLP over HTTP, in its JSON mapping.
///
/// Spans wait in a bounded queue. A batch that the collector could not take for now (429, 502, 503, 504, or
/// no answer) is tried again at the next turn, at most three times; then it is lost, and counted.
package actor TraceExporter {
    /// What becomes of a span.
    enum Fate: String, CaseIterable {
        case exported, dropped, refused, lost
    }

    private static let batchSize = 512
    private static let mostTries = 3

    private let url: String
    private let queue: SpanQueue
    private let version: String
    private let client: HTTPClient
    private let spans: MetricFamily<Counter>
    private var pending: [FinishedSpan] = []
    private var tries = 0

    /// - Parameters:
    ///   - url: Where the collector takes traces, such as `http://127.0.0.1:4318`; `/v1/traces` is added
    ///     unless the URL ends in it.
    ///   - queue: Where spans come from.
    ///   - version: That of the service.
    ///   - client: What sends.
    ///   - registry: Where spans are counted.
    package init(
        to url: String, queue: SpanQueue, version: String, client: HTTPClient, registry: MetricsRegistry
    ) {
        let base = url.hasSuffix("/") ? String(url.dropLast()) : url
        self.url = base.hasSuffix("/v1/traces") ? base : base + "/v1/traces"
        (self.queue, self.version, self.client) = (queue, version, client)
        spans = Self.declareMetrics(on: registry)
        registry.updateBeforeScrape { [spans] in
            spans[Fate.dropped.rawValue].take(total: Double(queue.dropped))
        }
    }

    /// Declares what is counted; the same as an exporter does.
    @discardableResult
    package static func declareMetrics(on registry: MetricsRegistry) -> MetricFamily<Counter> {
        registry.counter(
            "reprise_trace_spans_total",
            help: "Spans by what became of them; dropped found no room in the queue.",
            labels: [Label("fate", Fate.self)])
    }

    /// Sends what waits every `interval`, until the task is cancelled; then once more.
    package func run<C: Clock>(every interval: C.Duration, on clock: C) async {
        while !Task.isCancelled {
            try? await clock.sleep(for: interval)
            await flush()
        }
    }

    /// Sends what waits now, until the collector cannot take more.
    package func flush() async {
        while true {
            if pending.isEmpty {
                pending = queue.take(atMost: Self.batchSize)
                tries = 0
            }
            guard !pending.isEmpty, await send() else { return }
        }
    }

    /// Sends the batch; returns whether there is nothing left of it.
    private func send() async -> Bool {
        var request = HTTPClient.Request(.post, url)
        request.headers["Content-Type"] = "application/json"
        request.body = SpanBatch(pending, version: version).json
        request.limits.total = .seconds(10)
        tries += 1
        let status = try? await Task.detached { [client, request] in try await client.send(request).status }
            .value
        switch status {
        case .some(200...299): settle(.exported)
        case nil, 429, 502, 503, 504:
            guard tries >= Self.mostTries else { return false }
            settle(.lost)
        case .some: settle(.refused)
        }
        return true
    }

    private func settle(_ fate: Fate) {
        spans[fate.rawValue].increment(by: pending.count)
        pending = []
    }
}
