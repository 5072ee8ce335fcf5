import Synchronization

/// Knows every metric of a process and writes them all down for Prometheus.
///
/// Metrics are declared as values beside the code that counts:
///
/// ```swift
/// struct CacheMetrics: Sendable {
///     let hits: Counter
///
///     init(_ registry: MetricsRegistry) {
///         hits = registry.counter("reprise_cache_hits_total", help: "Ideas answered from the cache.")
///     }
/// }
/// ```
///
/// Declaring the same metric twice gives the same metric; declaring a name in two ways is a programming
/// error.
package final class MetricsRegistry: Sendable {
    private struct State {
        var families: [String: any AnyMetricFamily] = [:]
        var updates: [@Sendable () -> Void] = []
    }

    private let state = Mutex(State())

    package init() {}

    /// Declares a counter; `name` ends in `_total`.
    package func counter(_ name: String, help: String) -> Counter {
        counter(name, help: help, labels: []).only
    }

    /// Declares a counter with labels; `name` ends in `_total`.
    package func counter(_ name: String, help: String, labels: [Label]) -> MetricFamily<Counter> {
        declare(name, .counter, help, labels, make: Counter.init)
    }

    /// Declares a gauge.
    package func gauge(_ name: String, help: String) -> Gauge {
        gauge(name, help: help, labels: []).only
    }

    /// Declares a gauge with labels.
    package func gauge(_ name: String, help: String, labels: [Label]) -> MetricFamily<Gauge> {
        declare(name, .gauge, help, labels, make: Gauge.init)
    }

    /// Declares a gauge whose number is read at every scrape.
    ///
    /// - Parameters:
    ///   - name: The metric's name.
    ///   - help: One sentence.
    ///   - read: Called on the thread of the scrape; it must not block.
    package func gauge(_ name: String, help: String, read: @escaping @Sendable () -> Double) {
        let gauge = gauge(name, help: help)
        updateBeforeScrape { gauge.set(read()) }
    }

    /// Declares a histogram.
    package func histogram(
        _ name: String, help: String, bounds: [Double] = Histogram.latencyBounds
    ) -> Histogram {
        histogram(name, help: help, labels: [], bounds: bounds).only
    }

    /// Declares a histogram with labels.
    ///
    /// - Parameters:
    ///   - name: The metric's name, ending in its unit.
    ///   - help: One sentence.
    ///   - labels: What is told apart; each combination has a set of buckets.
    ///   - bounds: Upper bounds of the buckets, growing; one without bound is added.
    package func histogram(
        _ name: String, help: String, labels: [Label], bounds: [Double] = Histogram.latencyBounds
    ) -> MetricFamily<Histogram> {
        declare(name, .histogram, help, labels) { Histogram(series: $0, bounds: bounds) }
    }

    /// Declares facts that stay the same while the process runs; `name` ends in `_info`.
    package func information(_ name: String, help: String, _ facts: KeyValuePairs<String, String>) {
        let family = declare(
            name, .information, help, facts.map { Label($0.key, [$0.value]) }, make: Gauge.init)
        for member in family.members { member.set(1) }
    }

    /// Has `update` called at the start of every scrape, on its thread; it must not block.
    package func updateBeforeScrape(_ update: @escaping @Sendable () -> Void) {
        state.withLock { $0.updates.append(update) }
    }

    /// Every declared metric, by name.
    package var descriptions: [MetricDescription] { families.map(\.description) }

    var families: [any AnyMetricFamily] {
        state.withLock { $0.families.values.sorted { $0.description.name < $1.description.name } }
    }

    /// Brings every number that is read at a scrape up to date.
    func update() {
        for update in state.withLock({ $0.updates }) { update() }
    }

    private func declare<Kind: Instrument>(
        _ name: String, _ kind: MetricDescription.Kind, _ help: String, _ labels: [Label],
        make: @escaping @Sendable (Series) -> Kind
    ) -> MetricFamily<Kind> {
        let description = MetricDescription(name: name, kind: kind, help: help, labels: labels)
        return state.withLock { state in
            let known = state.families[name] as? MetricFamily<Kind>
            precondition(
                state.families[name] == nil || known?.description == description,
                "\(name) is declared in two ways")
            let family = known ?? MetricFamily(description, make: make)
            state.families[name] = family
            return family
        }
    }
}

extension MetricFamily {
    /// The one series of a metric without labels.
    fileprivate var only: Kind { self[] }
}
