import Glibc
import Testing

@testable import reprise

@Suite struct ProcessFiguresTests {
    private let status = "Name:\tx\nVmHWM:\t    2048 kB\nVmRSS:\t    1024 kB\nThreads:\t1\n"
    private let stat = "7 (a ) b) S 1 7 7 0 -1 4194560 1 0 0 0 250 50 0 0 20 0 1 0 5 6 7"

    @Test func `memory and processor time are read`() throws {
        let figures = try #require(ProcessFigures(status: status, stat: stat, ticks: 100))
        #expect(figures.residentBytes == 1_048_576)
        #expect(figures.peakBytes == 2_097_152)
        #expect(figures.processorTime == .seconds(3))
    }

    @Test func `without its texts a process has no figures`() {
        #expect(ProcessFigures(status: "", stat: stat, ticks: 100) == nil)
        #expect(ProcessFigures(status: status, stat: "", ticks: 100) == nil)
        #expect(ProcessFigures(status: status, stat: "7 (x) S 1", ticks: 100) == nil)
    }

    @Test(arguments: [(CInt(0), 0), (0x300, 3), (9, 137), (0x8B, 139)])
    func `an ending has the code that shells give it`(status: CInt, code: Int) {
        #expect(ChildEnding(status: status, usage: rusage()).code == code)
    }
}
