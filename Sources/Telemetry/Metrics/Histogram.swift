import Synchronization

/// How often a measured value fell into each of a few ranges.
package final class Histogram: Instrument {
    /// Upper bounds in seconds for answers of a service, from half a millisecond to ten seconds.
    package static let latencyBounds = [
        0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
    ]
    /// Upper bounds in seconds for work that takes a while, from a tenth of a second to ten minutes.
    package static let workBounds = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600]

    /// Buckets, sum and count must agree, so one lock guards them all.
    private struct State {
        /// One for each bound, and one for what lies above the last.
        var counts: [UInt64]
        var sum = 0.0
    }

    private let bounds: [Double]
    private let state: Mutex<State>
    private let bucketPrefixes: [[UInt8]]
    private let sumPrefix: [UInt8]
    private let countPrefix: [UInt8]

    init(series: Series, bounds: [Double]) {
        precondition(
            !bounds.isEmpty && zip(bounds, bounds.dropFirst()).allSatisfy(<), "Bounds of a histogram grow")
        self.bounds = bounds
        state = Mutex(State(counts: Array(repeating: 0, count: bounds.count + 1)))
        bucketPrefixes = (bounds.map(\.description) + ["+Inf"]).map {
            series.prefix(suffix: "_bucket", extra: ("le", $0))
        }
        sumPrefix = series.prefix(suffix: "_sum")
        countPrefix = series.prefix(suffix: "_count")
    }

    /// Counts one measured value; NaN is not a measurement and is left out.
    package func observe(_ value: Double) {
        guard !value.isNaN else { return }
        let bucket = bounds.firstIndex { value <= $0 } ?? bounds.count
        state.withLock {
            $0.counts[bucket] += 1
            $0.sum += value
        }
    }

    /// Counts one measured time in seconds.
    package func observe(_ duration: Duration) { observe(duration.seconds) }

    /// How many values were counted.
    package var count: UInt64 { state.withLock { $0.counts.reduce(0, +) } }

    /// The sum of all counted values.
    package var sum: Double { state.withLock { $0.sum } }

    func write(to text: inout [UInt8]) {
        let (counts, sum) = state.withLock { ($0.counts, $0.sum) }
        var total: UInt64 = 0
        for (prefix, count) in zip(bucketPrefixes, counts) {
            total += count
            text.append(contentsOf: prefix)
            text.append(number: Double(total))
        }
        text.append(contentsOf: sumPrefix)
        text.append(number: sum)
        text.append(contentsOf: countPrefix)
        text.append(number: Double(total))
    }
}

extension Duration {
    /// The duration as a number of seconds.
    package var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) * 1e-18
    }
}
