import Synchronization

/// A number that goes up and down.
package final class Gauge: Instrument {
    private let bits = Atomic<UInt64>(0)
    private let prefix: [UInt8]

    init(series: Series) { prefix = series.prefix() }

    package func set(_ value: Double) { bits.store(value.bitPattern, ordering: .relaxed) }

    package func set(_ value: Int) { set(Double(value)) }

    /// Adds `amount`, which may be negative.
    package func add(_ amount: Double) { bits.update { $0 + amount } }

    package func increment() { add(1) }

    package func decrement() { add(-1) }

    /// The number now.
    package var value: Double { Double(bitPattern: bits.load(ordering: .relaxed)) }

    func write(in format: ExpositionFormat, to text: inout [UInt8]) {
        text.append(contentsOf: prefix)
        text.appendLine(number: value)
    }
}
