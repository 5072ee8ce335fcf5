import Testing

@testable import reprise

@Suite struct LoadFiguresTests {
    @Test func `the line of the script is read`() throws {
        let figures = try #require(
            LoadFigures(line: "figures requests=8019 microseconds=2000000 p50=25048 p99=250823 failed=2"))
        #expect(figures.requestsPerSecond == 4009.5)
        #expect(figures.p50 == .microseconds(25_048))
        #expect(figures.p99 == .microseconds(250_823))
        #expect(figures.failed == 2)
    }

    @Test(arguments: [
        "", "Requests/sec: 2667.47", "figures requests=1 microseconds=2 p50=3 p99=4",
        "figures requests=1 microseconds=0 p50=3 p99=4 failed=0",
        "figures requests=x microseconds=2 p50=3 p99=4 failed=0",
    ])
    func `another line is none`(line: String) {
        #expect(LoadFigures(line: line) == nil)
    }

    @Test func `a summary is of medians, each on its own`() throws {
        let rounds = try [(100, 9000, 7), (300, 1000, 8), (200, 2000, 9)].map { requests, p50, p99 in
            try #require(
                LoadFigures(
                    line: "figures requests=\(requests) microseconds=1000000 p50=\(p50) p99=\(p99) failed=0"))
        }
        let summary = LoadSummary(rounds)
        #expect(summary.requestsPerSecond == 200)
        #expect(summary.p50 == 2)
        #expect(summary.p99 == 0.008)
    }
}
