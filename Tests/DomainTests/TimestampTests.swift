import Domain
import Foundation
import TestSupport
import Testing

@Suite struct TimestampTests {
    @Test(arguments: [
        (0, "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
        (951_782_400_000, "2000-02-29T00:00:00.000Z"), (1_795_223_346_007, "2026-11-21T01:09:06.007Z"),
        (4_107_542_399_999, "2100-02-28T23:59:59.999Z"), (4_107_542_400_000, "2100-03-01T00:00:00.000Z"),
        (-62_167_219_200_000, "0000-01-01T00:00:00.000Z"), (253_402_300_799_999, "9999-12-31T23:59:59.999Z"),
    ])
    func `is written as RFC 3339 and read back`(milliseconds: Int, text: String) {
        #expect(Timestamp(milliseconds: Int64(milliseconds)).description == text)
        #expect(Timestamp(text)?.milliseconds == Int64(milliseconds))
    }

    @Test(arguments: UInt64(0)..<20)
    func `every moment of four-digit years is read back as it was written`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for _ in 0..<200 {
            let milliseconds = Int64.random(in: -62_167_219_200_000...253_402_300_799_999, using: &random)
            let time = Timestamp(milliseconds: milliseconds)
            #expect(Timestamp(time.description) == time)
            let other = Timestamp(milliseconds: Int64.random(in: 0...4_000_000_000_000, using: &random))
            // The text sorts as the time does.
            #expect((time < other) == (time.description < other.description))
        }
    }

    @Test(arguments: [
        "", "2026-11-21", "2026-11-21T01:09:06Z", "2026-11-21T01:09:06.007+00:00", "2026-11-21t01:09:06.007Z",
        "2026-13-01T00:00:00.000Z", "2026-00-01T00:00:00.000Z", "2026-02-29T00:00:00.000Z",
        "2026-04-31T00:00:00.000Z", "2026-01-00T00:00:00.000Z", "2026-01-01T24:00:00.000Z",
        "2026-01-01T00:60:00.000Z", "2026-01-01T00:00:60.000Z", "+026-01-01T00:00:00.000Z",
        "2026-+1-01T00:00:00.000Z", "-001-01-01T00:00:00.000Z", "2026-01-01T00:00:00.-01Z",
        "２０-01-01T00:00:00.000Z",
    ])
    func `anything else is refused`(text: String) {
        #expect(Timestamp(text) == nil)
    }

    @Test(arguments: [Duration.zero, .milliseconds(1), .seconds(86_400), .milliseconds(-5)])
    func `advancing and measuring agree`(duration: Duration) {
        let time = Timestamp(milliseconds: 1_795_000_000_000)
        #expect(time.duration(to: time.advanced(by: duration)) == duration)
    }

    @Test func `JSON holds the text`() throws {
        let time = Timestamp(milliseconds: 1_795_223_346_007)
        let json = try JSONEncoder().encode([time])
        #expect(String(decoding: json, as: UTF8.self) == #"["2026-11-21T01:09:06.007Z"]"#)
        #expect(try JSONDecoder().decode([Timestamp].self, from: json) == [time])
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([Timestamp].self, from: Data(#"["yesterday"]"#.utf8))
        }
    }
}
