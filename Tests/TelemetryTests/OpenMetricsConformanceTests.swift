import Foundation
import Telemetry
import TestSupport
import Testing

@Suite struct OpenMetricsConformanceTests {
    struct Case: Sendable, Decodable, CustomTestStringConvertible {
        let name: String
        let text: String
        let shouldParse: Bool

        var testDescription: String { name }
    }

    private static let cases: [Case] = {
        let file = BuildProducts.package.appending(path: "Tests/TelemetryTests/Conformance/openmetrics.json")
        let data = (try? Data(contentsOf: file)) ?? Data()
        return (try? JSONDecoder().decode([Case].self, from: data)) ?? []
    }()

    @Test func `the suite is whole`() {
        #expect(Self.cases.count == 211 && Self.cases.count(where: \.shouldParse) == 44)
    }

    @Test(arguments: cases)
    func `our reader tells right from wrong`(one: Case) {
        let isRead = (try? OpenMetricsText(one.text)) != nil
        #expect(isRead == one.shouldParse, "\(one.text)")
    }

    @Test func `what we write is read back equal`() throws {
        let registry = MetricsRegistry()
        let texts = ["a\"b\\c\nd", "눈 내리는 👩‍👩‍👧", "\\n", "#{}=,", "", " ", "\\"]
        let help = "Back\\slash, line\nfeed and \"quotes\"."
        let answers = registry.counter("t_answers_total", help: help, labels: [Label("text", texts)])
        for (offset, text) in texts.enumerated() { answers[text].increment(by: Double(offset) + 0.5) }
        let times = registry.histogram("t_time_seconds", help: "Time.", bounds: [0.5, 1])
        for value in [0.25, 0.75, 2] { times.observe(value, exemplar: "0af7651916cd43dd8448eb211c80319c") }
        registry.gauge("t_share_ratio", help: "Share.").set(-1e300)
        registry.gauge("t_depth", help: "Depth.").set(.infinity)
        registry.information("t_build_info", help: "Build.", ["version": "1.0\n"])
        registry.declareProcessMetrics()

        let written = String(decoding: registry.exposition(.openMetrics), as: UTF8.self)
        let read = try OpenMetricsText(written)
        #expect(read.families.map(\.name) == registry.descriptions.map(\.familyName))
        for (family, description) in zip(read.families, registry.descriptions) {
            #expect(family.type == description.kind.rawValue && family.unit == description.unit)
            #expect(family.help == description.help)
        }
        let samples = Dictionary(grouping: read.families.flatMap(\.samples), by: \.name)
        #expect(
            Set(samples["t_answers_total"]?.map { "\($0.labels["text"] ?? "") \($0.value)" } ?? [])
                == Set(texts.enumerated().map { "\($0.element) \(Double($0.offset) + 0.5)" }))
        let buckets = samples["t_time_seconds_bucket"] ?? []
        #expect(buckets.map(\.value) == [1, 2, 3])
        #expect(buckets.map { $0.exemplar?.value } == [0.25, 0.75, 2])
        #expect(buckets.allSatisfy { $0.exemplar?.labels["trace_id"] == "0af7651916cd43dd8448eb211c80319c" })
        #expect(buckets.allSatisfy { $0.exemplar?.timestamp != nil })
        #expect(samples["t_share_ratio"]?.first?.value == -1e300)
        #expect(samples["t_depth"]?.first?.value == .infinity)
        #expect(samples["t_build_info"]?.first?.labels == ["version": "1.0\n"])
    }
}
