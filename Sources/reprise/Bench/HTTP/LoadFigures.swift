/// What wrk measured in one round, as `Benchmarks/load.lua` prints it.
struct LoadFigures: Sendable, Equatable {
    let requestsPerSecond: Double
    /// Half of the requests were answered faster.
    let p50: Duration
    let p99: Duration
    /// Requests without an answer, or with one that says that it failed.
    let failed: Int

    /// Reads the line `figures requests=… microseconds=… p50=… p99=… failed=…`; nil when it is another.
    init?(line: String) {
        let words = line.split(separator: " ")
        guard words.first == "figures" else { return nil }
        let pairs = words.dropFirst().compactMap { word -> (Substring, Int)? in
            let parts = word.split(separator: "=")
            guard parts.count == 2, let number = Int(parts[1]) else { return nil }
            return (parts[0], number)
        }
        let numbers = Dictionary(pairs) { $1 }
        guard let requests = numbers["requests"], let time = numbers["microseconds"], time > 0,
            let p50 = numbers["p50"], let p99 = numbers["p99"], let failed = numbers["failed"]
        else { return nil }
        requestsPerSecond = Double(requests) * 1_000_000 / Double(time)
        self.p50 = .microseconds(p50)
        self.p99 = .microseconds(p99)
        self.failed = failed
    }
}
