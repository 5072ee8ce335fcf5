import Glibc
@testable import Telemetry
import Testing

@Suite struct ProcessMetricsTests {
    @Test(arguments: ["reprise", "a) b (c", "(x) R 1 2 3 4 5 6 7 8 9"])
    func `a program's name cannot shift the fields`(name: String) throws {
        let rest = "S 1 1 1 0 -1 4194304 900 0 0 0 250 50 0 0 20 0 7 0 1200 4096000 100 18446744073709551615"
        let found = try #require(
            ProcessStatistics(stat: "42 (\(name)) \(rest)", ticks: 100, pageBytes: 4096))
        #expect(found.cpuSeconds == 3)
        #expect(found.threads == 7)
        #expect(found.startedAfterBoot == 12)
        #expect(found.virtualMemoryBytes == 4_096_000)
        #expect(found.residentMemoryBytes == 409_600)
    }

    @Test(arguments: [
        "", "42", "42 (reprise)", "42 (reprise) S 1 2", "42 (x) " + String(repeating: "a ", count: 40),
    ])
    func `what is no such line is refused`(stat: String) {
        #expect(ProcessStatistics(stat: stat, ticks: 100, pageBytes: 4096) == nil)
    }

    @Test func `the time of the machine's start is found`() {
        #expect(ProcessStatistics.bootTime(stat: "cpu 1 2\nbtime 1795000000\nprocesses 9\n") == 1_795_000_000)
        #expect(ProcessStatistics.bootTime(stat: "cpu 1 2\n") == nil)
    }

    @Test func `this process has plausible numbers`() throws {
        let registry = MetricsRegistry()
        registry.declareProcessMetrics()
        let text = String(decoding: registry.exposition(.prometheus), as: UTF8.self)
        func number(_ name: String) throws -> Double {
            let line = try #require(text.split(separator: "\n").first { $0.hasPrefix(name + " ") })
            return try #require(Double(line.dropFirst(name.count + 1)))
        }
        #expect(try number("process_resident_memory_bytes") > 1_000_000)
        #expect(try number("process_threads") >= 1)
        #expect(try number("process_open_fds") >= 3)
        #expect(try number("process_max_fds") >= number("process_open_fds"))
        let age = Double(LogTime.now()) / 1000 - (try number("process_start_time_seconds"))
        #expect((-2...86_400).contains(age))
    }
}
