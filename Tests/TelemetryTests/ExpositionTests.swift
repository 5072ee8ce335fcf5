import Telemetry
import TestSupport
import Testing

@Suite struct ExpositionTests {
    private enum Result: String, CaseIterable {
        case hit, miss
    }

    /// One metric of each kind, with everything in it that a text format can trip over.
    private func hostileRegistry() -> MetricsRegistry {
        let registry = MetricsRegistry()
        let answers = registry.counter(
            "t_answers_total", help: "Back\\slash, line\nfeed and \"quotes\".",
            labels: [Label("text", ["a\"b\\c\nd", "눈 내리는 👩‍👩‍👧"]), Label("result", Result.self)])
        answers["a\"b\\c\nd", "hit"].increment(by: 3)
        answers["눈 내리는 👩‍👩‍👧", "miss"].increment(by: 0.25)
        answers["typed by a user", "hit"].increment()
        let time = registry.histogram("t_time_seconds", help: "Time.", bounds: [0.5, 1])
        for value in [0.5, 0.75, 2, .nan] { time.observe(value) }
        registry.gauge("t_depth", help: "Depth.").set(-1.5)
        registry.information("t_build_info", help: "Build.", ["version": "1.0"])
        return registry
    }

    @Test func `the Prometheus text is as its format says`() {
        #expect(
            String(decoding: hostileRegistry().exposition(.prometheus), as: UTF8.self) == #"""
                # TYPE t_answers_total counter
                # HELP t_answers_total Back\\slash, line\nfeed and "quotes".
                t_answers_total{text="a\"b\\c\nd",result="hit"} 3
                t_answers_total{text="a\"b\\c\nd",result="miss"} 0
                t_answers_total{text="other",result="hit"} 1
                t_answers_total{text="눈 내리는 👩‍👩‍👧",result="hit"} 0
                t_answers_total{text="눈 내리는 👩‍👩‍👧",result="miss"} 0.25
                # TYPE t_build_info gauge
                # HELP t_build_info Build.
                t_build_info{version="1.0"} 1
                # TYPE t_depth gauge
                # HELP t_depth Depth.
                t_depth -1.5
                # TYPE t_time_seconds histogram
                # HELP t_time_seconds Time.
                t_time_seconds_bucket{le="0.5"} 1
                t_time_seconds_bucket{le="1.0"} 2
                t_time_seconds_bucket{le="+Inf"} 3
                t_time_seconds_sum 3.25
                t_time_seconds_count 3

                """#)
    }

    @Test func `OpenMetrics differs in its headers and its end`() {
        let text = String(decoding: hostileRegistry().exposition(.openMetrics), as: UTF8.self)
        let comments = text.split(separator: "\n").filter { $0.hasPrefix("#") }
        #expect(
            comments == [
                "# TYPE t_answers counter", #"# HELP t_answers Back\\slash, line\nfeed and \"quotes\"."#,
                "# TYPE t_build info", "# HELP t_build Build.", "# TYPE t_depth gauge",
                "# HELP t_depth Depth.", "# TYPE t_time_seconds histogram",
                "# UNIT t_time_seconds seconds", "# HELP t_time_seconds Time.", "# EOF",
            ])
        let prometheus = String(decoding: hostileRegistry().exposition(.prometheus), as: UTF8.self)
        #expect(
            text.split(separator: "\n").filter { !$0.hasPrefix("#") }
                == prometheus.split(separator: "\n").filter { !$0.hasPrefix("#") })
        #expect(text.hasSuffix("# EOF\n"))
    }

    @Test(arguments: [
        (Double.infinity, "+Inf"), (-.infinity, "-Inf"), (.nan, "NaN"), (0, "0"), (-0.5, "-0.5"),
        (1e300, "1e+300"), (0.1, "0.1"), (9_007_199_254_740_992, "9007199254740992"),
    ])
    func `every number can be written`(value: Double, text: String) {
        let registry = MetricsRegistry()
        registry.gauge("t_value", help: "Value.").set(value)
        #expect(
            String(decoding: registry.exposition(.prometheus), as: UTF8.self).hasSuffix("t_value \(text)\n"))
    }

    @Test(arguments: [
        (nil, ExpositionFormat.prometheus),
        ("*/*", .prometheus),
        ("text/plain", .prometheus),
        ("text/html,application/xhtml+xml", .prometheus),
        ("application/openmetrics-text", .openMetrics),
        ("application/openmetrics-text; version=1.0.0; charset=utf-8", .openMetrics),
        ("application/openmetrics-text;version=2.0.0", .prometheus),
        ("application/openmetrics-text;q=0", .prometheus),
        ("application/openmetrics-text;q=nonsense,text/plain", .prometheus),
        ("text/plain;q=0.9,application/openmetrics-text;q=0.8", .prometheus),
        (
            "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,"
                + "application/openmetrics-text;version=0.0.1;q=0.5,text/plain;version=1.0.0;q=0.4,"
                + "text/plain;version=0.0.4;q=0.3,*/*;q=0.2",
            .openMetrics
        ),
        (";;,=,;q=", .prometheus),
    ])
    func `writes what the scraper likes best`(accept: String?, format: ExpositionFormat) {
        #expect(ExpositionFormat(accept: accept) == format)
    }
}
