import Synchronization

/// A number that only grows.
package final class Counter: Instrument {
    // Relaxed is enough: nobody orders other memory by a count, and a scrape may see either side of an
    // increment.
    private let whole = Atomic<UInt64>(0)
    private let fractionBits = Atomic<UInt64>(0)
    private let prefix: [UInt8]

    init(series: Series) { prefix = series.prefix() }

    /// Counts `amount` up, which must not be negative.
    package func increment(by amount: Int = 1) {
        precondition(amount >= 0, "A counter only grows")
        whole.add(UInt64(amount), ordering: .relaxed)
    }

    /// Counts `amount` up, which must be finite and not negative.
    package func increment(by amount: Double) {
        precondition(amount >= 0 && amount.isFinite, "A counter only grows")
        fractionBits.update { $0 + amount }
    }

    /// The count now.
    package var value: Double {
        Double(whole.load(ordering: .relaxed)) + Double(bitPattern: fractionBits.load(ordering: .relaxed))
    }

    /// Takes over a total that somebody else counts, such as the kernel.
    package func take(total: Double) { fractionBits.update { max($0, total) } }

    func write(in format: ExpositionFormat, to text: inout [UInt8]) {
        text.append(contentsOf: prefix)
        text.appendLine(number: value)
    }
}

extension Atomic<UInt64> {
    /// Replaces the number whose bits are stored here.
    func update(_ change: (Double) -> Double) {
        var current = load(ordering: .relaxed)
        while true {
            let changed = change(Double(bitPattern: current)).bitPattern
            let (exchanged, original) = compareExchange(
                expected: current, desired: changed, ordering: .relaxed)
            if exchanged { return }
            current = original
        }
    }
}
