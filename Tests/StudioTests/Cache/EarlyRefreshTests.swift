import TestSupport
import Testing

@testable import Studio

/// The dice of early writing.
@Suite struct EarlyRefreshTests {
    @Test func `what is over is due, and what took no time is not before`() {
        #expect(EarlyRefresh.isDue(freshFor: .zero, writingTime: .zero, random: .max))
        for random in [UInt64.min, 1 << 40, .max] {
            #expect(!EarlyRefresh.isDue(freshFor: .milliseconds(1), writingTime: .zero, random: random))
        }
    }

    @Test func `the nearer the end, the likelier`() {
        var random = SplitMix64(seed: 5)
        func share(_ freshFor: Duration) -> Double {
            let due = (0..<4000).count { _ in
                EarlyRefresh.isDue(freshFor: freshFor, writingTime: .seconds(1), random: random.next())
            }
            return Double(due) / 4000
        }
        // exp(-t) for a writing time of a second.
        for (seconds, expected) in [(0.1, 0.905), (1, 0.368), (3, 0.0498), (8, 0.0003)] {
            #expect(abs(share(.seconds(seconds)) - expected) < 0.03)
        }
    }
}
