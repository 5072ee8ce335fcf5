/// How long calls took.
struct Latencies: Sendable {
    /// Milliseconds, the shortest first.
    let sorted: [Double]

    init(_ milliseconds: [Double]) { sorted = milliseconds.sorted() }

    /// The time that so many percent of the calls stay within, in milliseconds (nearest rank).
    func percentile(_ percent: Int) -> Double {
        sorted.isEmpty ? 0 : sorted[max(0, (sorted.count * percent + 99) / 100 - 1)]
    }

    /// Measures calls one after the other.
    static func measure(_ count: Int, _ call: (Int) async throws -> Void) async throws -> Self {
        Self(try await times(count, call))
    }

    /// Makes calls one after the other, and returns how many milliseconds each took.
    static func times(_ count: Int, _ call: (Int) async throws -> Void) async throws -> [Double] {
        let clock = ContinuousClock()
        var times: [Double] = []
        for number in 0..<count {
            let start = clock.now
            try await call(number)
            times.append((clock.now - start).inMilliseconds)
        }
        return times
    }
}
