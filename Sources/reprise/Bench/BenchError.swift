/// Why something could not be measured, in a sentence.
struct BenchError: Error, Sendable, Equatable, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }

    /// Says what is not there and what brings it.
    static func missing(_ thing: String, remedy: String) -> BenchError {
        BenchError("\(thing) is missing; '\(remedy)' installs it")
    }

    static let stopped = BenchError("stopped before the measurement was done")
}
