/// Something that can be measured.
protocol Benchmark: Sendable {
    /// Measures, prints the figures, and blocks meanwhile.
    func run() throws(BenchError)
}
