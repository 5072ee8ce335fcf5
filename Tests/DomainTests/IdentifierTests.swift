import Domain
import Foundation
import TestSupport
import Testing

@Suite struct IdentifierTests {
    private struct AllOnes: RandomSource {
        func next() -> UInt64 { .max }
    }

    @Test func `has the layout of the ULID specification`() {
        // The time part of the example in the specification.
        let id = Prompt.ID(at: Timestamp(milliseconds: 1_469_918_176_385), random: AllOnes())
        #expect(id.rawValue == "01ARYZ6S41ZZZZZZZZZZZZZZZZ")
    }

    @Test(arguments: UInt64(0)..<20)
    func `sorts by the time it was made, and is read back`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let source = SeededRandom(seed: seed)
        let times = (0..<100).map { _ in
            Timestamp(milliseconds: Int64.random(in: 0..<281_474_976_710_656, using: &random))
        }
        let identifiers = times.map { Prompt.ID(at: $0, random: source) }
        #expect(Set(identifiers).count == 100)
        let sorted = zip(times, identifiers).sorted { $0.0 < $1.0 }.map(\.1)
        #expect(sorted == identifiers.sorted())
        #expect(identifiers.map(\.time) == times)
        for id in identifiers {
            #expect(Prompt.ID(id.rawValue) == id)
            #expect(Prompt.ID(id.rawValue.lowercased()) == id)
        }
    }

    @Test func `two of one millisecond differ`() {
        let time = Timestamp(milliseconds: 1)
        let identifiers = (0..<1000).map { _ in Prompt.ID(at: time, random: SystemRandomSource()) }
        #expect(Set(identifiers).count == 1000)
    }

    @Test(arguments: [
        "", "01ARYZ6S41ZZZZZZZZZZZZZZZ", "01ARYZ6S41ZZZZZZZZZZZZZZZZZ", "01ARYZ6S41ZZZZZZZZZZZZZZZI",
        "01ARYZ6S41ZZZZZZZZZZZZZZZL", "01ARYZ6S41ZZZZZZZZZZZZZZZO", "01ARYZ6S41ZZZZZZZZZZZZZZZu",
        "../../../../etc/passwd/../", "01ARYZ6S41 ZZZZZZZZZZZZZZZ", "01ARYZ6S41ZZZZZZZZZZZZZZ'",
        "강아지강아지강아01", "01ARYZ6S41ZZZZZZZZZZZZZ\u{212A}",
    ])
    func `anything else is refused`(text: String) {
        #expect(Prompt.ID(text) == nil)
        #expect(throws: (any Error).self) {
            try JSONDecoder().decode([Prompt.ID].self, from: JSONEncoder().encode([text]))
        }
    }
}
