import Telemetry
import Testing

@Suite struct MetricsRegistryTests {
    private let registry = MetricsRegistry()

    @Test func `declaring the same metric again gives the same metric`() {
        registry.counter("t_total", help: "Things.").increment()
        registry.counter("t_total", help: "Things.").increment()
        #expect(registry.counter("t_total", help: "Things.").value == 2)
        #expect(registry.descriptions.map(\.name) == ["t_total"])
    }

    @Test func `declaring a name in two ways ends the process`() async {
        await #expect(processExitsWith: .failure) {
            let registry = MetricsRegistry()
            _ = registry.gauge("t_value", help: "One thing.")
            _ = registry.gauge("t_value", help: "Another thing.")
        }
    }

    @Test(arguments: ["", "1t", "t-x", "t x", "태그", "t\n", "t{}"])
    func `a name outside the alphabet ends the process`(name: String) async {
        await #expect(processExitsWith: .failure) { [name] in
            _ = MetricsRegistry().gauge(name, help: "Value.")
        }
    }

    @Test(arguments: ["", "le", "quantile", "__name__", "a:b", "a b"])
    func `a label that is reserved or malformed ends the process`(name: String) async {
        await #expect(processExitsWith: .failure) { [name] in _ = Label(name, ["x"]) }
    }

    @Test func `a counter never goes down`() async {
        await #expect(processExitsWith: .failure) {
            MetricsRegistry().counter("t_total", help: "Things.").increment(by: -1)
        }
    }

    @Test func `counts from many tasks are all there`() async {
        let counter = registry.counter("t_total", help: "Things.")
        let gauge = registry.gauge("t_level", help: "Level.")
        let time = registry.histogram("t_seconds", help: "Time.")
        await withDiscardingTaskGroup { group in
            for _ in 0..<8 {
                group.addTask {
                    for _ in 0..<1000 {
                        counter.increment()
                        counter.increment(by: 0.5)
                        gauge.increment()
                        time.observe(.milliseconds(500))
                    }
                }
            }
        }
        #expect(counter.value == 12_000)
        #expect(gauge.value == 8000)
        #expect(time.count == 8000 && time.sum == 4000)
    }

    @Test func `large families begin empty, small ones at zero`() {
        let numbers = (0..<9).map(String.init)
        _ = registry.counter("t_small_total", help: "Small.", labels: [Label("n", numbers)])
        _ = registry.counter(
            "t_large_total", help: "Large.", labels: [Label("n", numbers), Label("m", numbers)])
        let lines = String(decoding: registry.exposition(.prometheus), as: UTF8.self).split(separator: "\n")
        #expect(lines.count { $0.hasPrefix("t_small_total") } == 9)
        #expect(lines.count { $0.hasPrefix("t_large_total") } == 0)
    }

    @Test func `a gauge that is read at each scrape is up to date`() {
        let source = registry.counter("t_source_total", help: "Source.")
        registry.gauge("t_copy", help: "Copy.") { source.value }
        source.increment(by: 7)
        #expect(String(decoding: registry.exposition(.prometheus), as: UTF8.self).contains("t_copy 7\n"))
    }

    @Test func `the reference names every metric with its labels and meaning`() {
        _ = registry.counter("t_total", help: "Things.", labels: [Label("kind", ["a"])])
        #expect(registry.reference.hasSuffix("| `t_total` | counter | `kind` | Things. |"))
    }
}
