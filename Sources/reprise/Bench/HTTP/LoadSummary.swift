/// The medians of several rounds.
struct LoadSummary: Sendable, Equatable {
    let requestsPerSecond: Double
    /// In milliseconds.
    let p50: Double
    /// In milliseconds.
    let p99: Double

    init(_ rounds: [LoadFigures]) {
        requestsPerSecond = rounds.map(\.requestsPerSecond).median ?? 0
        p50 = rounds.map(\.p50.inMilliseconds).median ?? 0
        p99 = rounds.map(\.p99.inMilliseconds).median ?? 0
    }
}
