import Domain
package import Telemetry

/// What is counted about a file.
struct SQLiteMetrics: Sendable {
    /// What a call does.
    enum Operation: String, Sendable, CaseIterable {
        case read, write
    }

    private let durations: [Operation: Histogram]
    private let results: MetricFamily<Counter>
    private let waiting: MetricFamily<Gauge>

    /// Declares the metrics; once for each registry.
    init(_ registry: MetricsRegistry) {
        let family = registry.histogram(
            "reprise_sqlite_operation_duration_seconds",
            help: "Time of one call to SQLite, waiting for its connection and its flush included.",
            labels: [Label("operation", Operation.self)])
        durations = Operation.allCases.reduce(into: [:]) { $0[$1] = family[$1.rawValue] }
        results = registry.counter(
            "reprise_sqlite_operations_total", help: "Calls to SQLite, by what came of them.",
            labels: [
                Label("operation", Operation.self),
                Label("result", ["done"] + StoreError.Code.allCases.map(\.rawValue)),
            ])
        waiting = registry.gauge(
            "reprise_sqlite_calls", help: "Calls to SQLite that wait or run.",
            labels: [Label("operation", Operation.self)])
    }

    /// Measures a call.
    func measure<Value>(
        _ operation: Operation, _ body: () async throws(StoreError) -> Value
    ) async throws(StoreError) -> Value {
        let start = ContinuousClock.now
        waiting[operation.rawValue].increment()
        defer {
            waiting[operation.rawValue].decrement()
            durations[operation]?.observe((ContinuousClock.now - start) / .seconds(1))
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

extension SQLiteStore {
    /// Declares what is counted about a file, without one.
    package static func declareMetrics(on registry: MetricsRegistry) { _ = SQLiteMetrics(registry) }
}
