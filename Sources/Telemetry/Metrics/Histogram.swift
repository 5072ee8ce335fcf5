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
        /// The newest of each bucket; empty until there is one.
        var exemplars: [Exemplar?] = []
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
    ///
    /// - Parameters:
    ///   - value: What was measured.
    ///   - exemplar: The trace in which it was, 32 hexadecimal digits, if somebody could look it up.
    package func observe(_ value: Double, exemplar: String? = nil) {
        guard !value.isNaN else { return }
        let bucket = bounds.firstIndex { value <= $0 } ?? bounds.count
        let example = exemplar.map { Exemplar(trace: $0, value: value, milliseconds: LogTime.now()) }
        state.withLock { state in
            state.counts[bucket] += 1
            state.sum += value
            guard let example else { return }
            if state.exemplars.isEmpty {
                state.exemplars = Array(repeating: nil, count: bounds.count + 1)
            }
            state.exemplars[bucket] = example
        }
    }

    /// Counts one measured time in seconds.
    package func observe(_ duration: Duration, exemplar: String? = nil) {
        observe(duration.seconds, exemplar: exemplar)
    }

    /// How many values were counted.
    package var count: UInt64 { state.withLock { $0.counts.reduce(0, +) } }

    /// The sum of all counted values.
    package var sum: Double { state.withLock { $0.sum } }

    func write(in format: ExpositionFormat, to text: inout [UInt8]) {
        let (counts, sum, exemplars) = state.withLock { ($0.counts, $0.sum, $0.exemplars) }
        var total: UInt64 = 0
        for (bucket, count) in counts.enumerated() {
            total += count
            text.append(contentsOf: bucketPrefixes[bucket])
            text.append(number: Double(total))
            // Only OpenMetrics has a place for exemplars.
            if format == .openMetrics, !exemplars.isEmpty { exemplars[bucket]?.write(to: &text) }
            text.append(UInt8(ascii: "\n"))
        }
        text.append(contentsOf: sumPrefix)
        text.appendLine(number: sum)
        text.append(contentsOf: countPrefix)
        text.appendLine(number: Double(total))
    }
}

/// One measurement that somebody can look up.
private struct Exemplar: Sendable {
    let trace: String
    let value: Double
    let milliseconds: Int64

    func write(to text: inout [UInt8]) {
        text.append(contentsOf: " # {trace_id=\"".utf8)
        text.append(escaping: trace, quotes: true)
        text.append(contentsOf: "\"} ".utf8)
        text.append(number: value)
        text.append(UInt8(ascii: " "))
        text.append(number: Double(milliseconds) / 1000)
    }
}

extension Duration {
    /// The duration as a number of seconds.
    package var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) * 1e-18
    }
}
