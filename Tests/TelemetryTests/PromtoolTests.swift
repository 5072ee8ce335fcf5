import Foundation
import Telemetry
import TestSupport
import Testing

/// What Prometheus' own checker says about our text.
@Suite(.timeLimit(.minutes(5)))
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
        let ending = try await ChildProcess(
            Self.promtool, ["check", "metrics"], input: String(decoding: text, as: UTF8.self)
        ).ending()
        let said = ending.output + ending.errors
        return ending.code == 0 ? said : said + "status \(ending.code)"
    }
}
