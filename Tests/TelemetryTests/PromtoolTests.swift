import Foundation
import Telemetry
import Testing

/// What Prometheus' own checker says about our text.
@Suite(.timeLimit(.minutes(1)))
struct PromtoolTests {
    private static let promtool = "/usr/bin/promtool"
    private static let isInstalled = FileManager.default.isExecutableFile(atPath: promtool)

    @Test(.enabled(if: isInstalled, "install the package prometheus to run"))
    func `promtool finds nothing to say`() async throws {
        let registry = MetricsRegistry()
        registry.declareProcessMetrics()
        registry.declareBuildInformation(version: "0.1.0", swift: "6.3.1", revision: "b16a698")
        let answers = registry.counter(
            "reprise_answers_total", help: "Back\\slash, line\nfeed and \"quotes\".",
            labels: [Label("text", ["a\"b\\c\nd", "눈 내리는\u{0}\r\u{200B}"])])
        answers["a\"b\\c\nd"].increment()
        registry.histogram("reprise_answer_seconds", help: "Time.").observe(0.2)
        let text = registry.exposition(.prometheus)
        let verdict = try await check(text)
        #expect(verdict == "")
        try await #expect(check(text + Array("nonsense {\n".utf8)) != "")
    }

    /// Returns what the checker prints, its status appended when it is not 0.
    private func check(_ text: [UInt8]) async throws -> String {
        let (process, input, output) = (Process(), Pipe(), Pipe())
        process.executableURL = URL(filePath: Self.promtool)
        process.arguments = ["check", "metrics"]
        process.standardInput = input
        process.standardOutput = output
        process.standardError = output
        let ended = AsyncStream<Int32> { continuation in
            process.terminationHandler = { continuation.yield($0.terminationStatus) }
        }
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data(text))
        try input.fileHandleForWriting.close()
        let status = await ended.first { _ in true } ?? -1
        let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        return status == 0 ? said : said + "status \(status)"
    }
}
