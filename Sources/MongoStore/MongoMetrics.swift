import Domain
package import Telemetry

/// What is counted about MongoDB.
package struct MongoMetrics: Sendable {
    /// What a call does.
    enum Operation: String, Sendable, CaseIterable {
        case read, write
    }

    private let duration: MetricFamily<Histogram>
    private let results: MetricFamily<Counter>
    private let inUse: Gauge

    /// Declares the metrics; once for each registry.
    package init(_ registry: MetricsRegistry) {
        duration = registry.histogram(
            "reprise_mongodb_operation_duration_seconds",
            help: "Time of one call to MongoDB, waiting for a connection included.",
            labels: [Label("operation", Operation.self)])
        results = registry.counter(
            "reprise_mongodb_operations_total", help: "Calls to MongoDB, by what came of them.",
            labels: [
                Label("operation", Operation.self),
                Label("result", ["done"] + StoreError.Code.allCases.map(\.rawValue)),
            ])
        inUse = registry.gauge(
            "reprise_mongodb_connections_in_use", help: "Connections to MongoDB that are in use or asked for."
        )
    }

    /// Measures a call.
    func measure<Value>(
        _ operation: Operation, _ body: () async throws(StoreError) -> Value
    ) async throws(StoreError) -> Value {
        let start = ContinuousClock.now
        inUse.increment()
        defer {
            inUse.decrement()
            duration[operation.rawValue].observe((ContinuousClock.now - start) / .seconds(1))
        }
        do throws(StoreError) {
            let value = try await body()
            results[operation.rawValue, "done"].increment()
            return value
        } catch {
            results[operation.rawValue, error.code.rawValue].increment()
            throw error
        }
    }
}
