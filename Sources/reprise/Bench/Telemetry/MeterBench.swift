import Telemetry

/// What the meter takes inside of one process.
struct MeterBench: Sendable {
    let rounds: Int

    private struct Nowhere: LogSink {
        func write(_ line: [UInt8]) {}
    }

    private let registry = MetricsRegistry()

    /// One call of each kind.
    var counting: TextTable {
        var table = TextTable("One call, median of \(rounds) rounds", head: ["", "ns"])
        for (name, time) in calls { table.add(name, time.text(decimals: 1)) }
        return table
    }

    /// What counting one request takes: its count, its time, two numbers of bytes.
    var nanosecondsPerRequest: Double {
        let times = Dictionary(uniqueKeysWithValues: calls)
        return 3 * (times["counter"] ?? 0) + (times["histogram"] ?? 0)
    }

    private var calls: [(String, Double)] {
        let counter = registry.counter("bench_total", help: "Bench.")
        let gauge = registry.gauge("bench_level", help: "Bench.")
        let histogram = registry.histogram("bench_seconds", help: "Bench.")
        let family = registry.counter(
            "bench_kinds_total", help: "Bench.", labels: [Label("kind", ["a", "b", "c"])])
        let (log, quiet) = (Log(level: .info, sink: Nowhere()), Log(level: .error, sink: Nowhere()))
        return [
            ("counter", nanoseconds { counter.increment() }),
            ("gauge", nanoseconds { gauge.set(7) }),
            ("histogram", nanoseconds { histogram.observe(0.003) }),
            ("labelled series, looked up", nanoseconds { family["b"].increment() }),
            ("log line of five fields", nanoseconds(of: 20_000) { Self.line(to: log) }),
            ("log line below the level", nanoseconds { Self.line(to: quiet) }),
        ]
    }

    /// Writing down a thousand series and ten thousand.
    var scraping: TextTable {
        var table = TextTable(
            "A scrape, median of \(rounds) rounds",
            head: ["series", "Prometheus ms", "OpenMetrics ms", "KiB"])
        for count in [1000, 10_000] {
            let registry = MetricsRegistry()
            let values = (0..<count).map { "value \($0)" }
            let family = registry.counter(
                "bench_series_total", help: "Bench.", labels: [Label("series", values)])
            for (offset, value) in values.enumerated() { family[value].increment(by: offset) }
            let times = ExpositionFormat.allCases.map { format in
                nanoseconds(of: 20) { _ = registry.exposition(format) } / 1e6
            }
            table.add(
                [Double(count).text()] + times.map { $0.text(decimals: 2) }
                    + [(Double(registry.exposition(.prometheus).count) / 1024).text()])
        }
        return table
    }

    private static func line(to log: Log) {
        log.info(
            "request",
            [
                "http.method": "POST", "http.route": "/v1/prompts", "http.status": 200,
                "http.duration": Duration.microseconds(120), "http.complete": true,
            ])
    }

    /// The median time of one call over the rounds.
    private func nanoseconds(of count: Int = 1_000_000, _ body: () -> Void) -> Double {
        let rounds = (0..<rounds).map { _ in
            let time = ContinuousClock().measure { for _ in 0..<count { body() } }
            return time / .nanoseconds(1) / Double(count)
        }
        return rounds.median ?? 0
    }
}
