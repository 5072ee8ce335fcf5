package import Domain
package import Telemetry

/// What is counted about the levels of the cache; the levels count, a scrape takes it over.
package struct CacheMetrics: Sendable {
    private static let levels = ["memory", "redis"]
    private static let results = ["hit", "miss", "expired", "unreadable", "failed"]

    private let lookups: MetricFamily<Counter>
    private let evictions: Counter
    private let entries: Gauge
    private let bytes: Gauge

    /// Declares the metrics; once for each registry.
    package init(_ registry: MetricsRegistry) {
        lookups = registry.counter(
            "reprise_cache_lookups_total", help: "Look-ups in each level of the cache, by what came of them.",
            labels: [Label("level", Self.levels), Label("result", Self.results)])
        evictions = registry.counter(
            "reprise_cache_evictions_total", help: "Prompts that left the cache in memory to make room.")
        entries = registry.gauge("reprise_cache_entries", help: "Prompts in the cache in memory.")
        bytes = registry.gauge("reprise_cache_bytes", help: "Memory that cached prompts take, estimated.")
    }

    /// Takes the counts of the levels over at every scrape.
    ///
    /// - Parameters:
    ///   - memory: The counts of the memory.
    ///   - redis: The counts of Redis, and whether it is there; nil without Redis, and then there is no
    ///     `reprise_redis_up`, since nothing is amiss.
    package func follow(
        memory: @escaping @Sendable () -> CacheStatistics,
        redis: (@Sendable () -> (counts: CacheStatistics, isUp: Bool))?, in registry: MetricsRegistry
    ) {
        let isUp = redis.map { _ in
            registry.gauge("reprise_redis_up", help: "1 while Redis is connected and answers in time.")
        }
        registry.updateBeforeScrape { [self] in
            let counts = memory()
            take(counts, level: "memory")
            evictions.take(total: Double(counts.evictions))
            entries.set(counts.entries)
            bytes.set(counts.bytes)
            guard let (counts, isReady) = redis?() else { return }
            take(counts, level: "redis")
            isUp?.set(isReady ? 1 : 0)
        }
    }

    private func take(_ counts: CacheStatistics, level: String) {
        let totals = [
            counts.hits, counts.misses, counts.expirations, counts.unreadable, counts.failures,
        ]
        for (result, total) in zip(Self.results, totals) {
            lookups[level, result].take(total: Double(total))
        }
    }
}
