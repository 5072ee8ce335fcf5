/// A service that runs for a measurement.
final class ServedProgram {
    let child: Child
    let client: LoopbackClient
    /// From the start of the process to its first answer.
    let startTime: Duration

    /// Starts the program, which prints its address, and waits for its first answer on `/healthz`.
    init(_ program: String, _ words: [String], folder: String, among children: Children) throws(BenchError) {
        let start = ContinuousClock.now
        child = try Child(program, words, folder: folder, among: children)
        client = LoopbackClient(port: try Self.port(of: child))
        guard try client.status(of: "/healthz") == 200 else { throw child.failure("is not healthy") }
        startTime = start.duration(to: .now)
    }

    private static func port(of child: Child) throws(BenchError) -> UInt16 {
        while let line = try child.line(within: .seconds(60)) {
            if let port = port(in: line) { return port }
        }
        throw child.failure("ended before it served")
    }

    /// Finds the port in a line such as `Reprise serves on http://127.0.0.1:8787`; nil without one.
    static func port(in line: String) -> UInt16? {
        let start = "http://127.0.0.1:"
        guard let place = line.firstRange(of: start) else { return nil }
        return UInt16(line[place.upperBound...].prefix { $0.isASCII && $0.isNumber })
    }
}
