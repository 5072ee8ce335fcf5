package import Domain
package import Telemetry

/// What is counted about the bridge.
package enum BridgeMetrics {
    /// Declares the metrics; once for each registry.
    ///
    /// - Parameters:
    ///   - isAway: Whether the store was away at the last look.
    ///   - backlog: What waits in the journal.
    ///   - limit: The most bytes that the journal may take.
    ///   - rejected: How many writes the store refused when it was back.
    ///   - now: What time it is.
    package static func declare(
        on registry: MetricsRegistry, isAway: @escaping @Sendable () -> Bool,
        backlog: @escaping @Sendable () -> JournalBacklog, limit: Int,
        rejected: @escaping @Sendable () -> Int,
        now: @escaping @Sendable () -> Timestamp
    ) {
        registry.gauge("reprise_store_away", help: "Whether the store cannot be reached: 0 or 1.") {
            isAway() ? 1 : 0
        }
        registry.gauge("reprise_journal_writes", help: "Writes that wait in the journal.") {
            Double(backlog().writes)
        }
        registry.gauge("reprise_journal_bytes", help: "Bytes of the journal.") { Double(backlog().bytes) }
        registry.gauge(
            "reprise_journal_limit_bytes", help: "Bytes that the journal may take; then writes are refused."
        ) { Double(limit) }
        registry.gauge("reprise_journal_age_seconds", help: "Age of the oldest write in the journal.") {
            backlog().oldest.map { $0.duration(to: now()) / .seconds(1) } ?? 0
        }
        registry.gauge(
            "reprise_journal_rejected_writes",
            help: "Writes of the journal that the store refused since the start; they are set aside."
        ) { Double(rejected()) }
    }
}

extension BridgedStore {
    /// Declares what is counted about this bridge.
    package func declareMetrics(on registry: MetricsRegistry, now: @escaping @Sendable () -> Timestamp) {
        BridgeMetrics.declare(
            on: registry, isAway: { self.isAway }, backlog: { self.backlog },
            limit: settings.largestBytes, rejected: { self.rejectedWrites }, now: now)
    }
}
