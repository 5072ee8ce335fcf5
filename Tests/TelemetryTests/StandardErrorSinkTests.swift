import Glibc
@testable import Telemetry
import Testing

@Suite struct StandardErrorSinkTests {
    @Test func `a full pipe drops lines, says how many, and never blocks`() throws {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        defer { for end in ends { close(end) } }
        let sink = StandardErrorSink(descriptor: ends[1])
        let line = Array((String(repeating: "x", count: 1999) + "\n").utf8)
        // Far more than any pipe holds: this would block for ever.
        let count = 2000
        for _ in 0..<count { sink.write(line) }
        let kept = drain(ends[0]).split(separator: "\n").count
        #expect(kept > 0 && kept < count)

        sink.write(line)
        let later = drain(ends[0]).split(separator: "\n")
        #expect(later.count == 2)
        #expect(later[0] == #"{"level":"warning","message":"log lines dropped","count":\#(count - kept)}"#)
    }

    @Test func `a closed descriptor is borne`() {
        StandardErrorSink(descriptor: -1).write(Array("lost\n".utf8))
    }

    /// Reads what is there now.
    private func drain(_ descriptor: Int32) -> String {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        var query = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        while poll(&query, 1, 0) == 1, case let count = read(descriptor, &chunk, chunk.count), count > 0 {
            bytes.append(contentsOf: chunk[..<count])
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
