import Synchronization

/// All series of one labelled metric.
///
/// ```swift
/// let answers = registry.counter("reprise_cache_answers_total", help: "…", labels: [Label("result", Result.self)])
/// answers["hit"].increment()
/// ```
///
/// Looking a series up takes a lock; code that counts often keeps what it found.
package final class MetricFamily<Kind: Sendable>: Sendable {
    /// Families with at most this many series show all of them, as zero, from the start.
    private static var eagerSeries: Int { 64 }

    package let description: MetricDescription
    private let make: @Sendable (Series) -> Kind
    private let series = Mutex(State())

    private struct State {
        var series: [[String]: Kind] = [:]
        /// In the order of their labels; nil when a series came since.
        var sorted: [Kind]?
    }

    init(_ description: MetricDescription, make: @escaping @Sendable (Series) -> Kind) {
        self.description = description
        self.make = make
        let known = description.labels.map(\.values)
        guard known.reduce(1, { $0 * $1.count }) <= Self.eagerSeries else { return }
        for values in known.reduce(
            [[]], { rows, values in rows.flatMap { row in values.map { row + [$0] } } })
        {
            _ = member(values)
        }
    }

    /// Returns the series with these values, in the order in which the labels were declared.
    ///
    /// - Parameter values: One for each label; a value outside the label's set becomes ``Label/other``.
    package subscript(_ values: String...) -> Kind { member(values) }

    private func member(_ values: [String]) -> Kind {
        precondition(
            values.count == description.labels.count, "Each label of \(description.name) has a value")
        let admitted = zip(description.labels, values).map { $0.admitted($1) }
        return series.withLock { state in
            if let found = state.series[admitted] { return found }
            let labels = zip(description.labels, admitted).map { (name: $0.name, value: $1) }
            let made = make(Series(name: description.name, labels: labels))
            state.series[admitted] = made
            state.sorted = nil
            return made
        }
    }

    /// Every series so far, in the order of their labels.
    var members: [Kind] {
        series.withLock { state in
            if let sorted = state.sorted { return sorted }
            let sorted = state.series.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
            state.sorted = sorted
            return sorted
        }
    }
}

/// A family whose kind of instrument does not matter.
protocol AnyMetricFamily: Sendable {
    var description: MetricDescription { get }

    func write(in format: ExpositionFormat, to text: inout [UInt8])
}

extension MetricFamily: AnyMetricFamily where Kind: Instrument {
    func write(in format: ExpositionFormat, to text: inout [UInt8]) {
        for member in members { member.write(in: format, to: &text) }
    }
}
