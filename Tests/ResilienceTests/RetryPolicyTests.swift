import Resilience
import TestSupport
import Testing

@Suite struct RetryPolicyTests {
    private let policy = RetryPolicy()

    @Test(arguments: [
        (attempt: 1, fault: Fault.transient, low: Duration.zero, high: Duration.milliseconds(200)),
        (2, .transient, .zero, .milliseconds(400)),
        (1, .throttled(retryAfter: nil), .milliseconds(100), .milliseconds(200)),
        (2, .throttled(retryAfter: nil), .milliseconds(200), .milliseconds(400)),
        (1, .throttled(retryAfter: .seconds(7)), .seconds(7), .milliseconds(7200)),
        (1, .throttled(retryAfter: .zero), .zero, .milliseconds(200)),
    ])
    func `waits within its bounds and uses all of them`(
        attempt: Int, fault: Fault, low: Duration, high: Duration
    ) {
        var random = SplitMix64(seed: 1)
        let delays = (0..<500).compactMap { _ in policy.delay(after: attempt, fault, using: &random) }
        #expect(delays.count == 500)
        #expect(delays.allSatisfy { (low...high).contains($0) })
        let width = high - low
        #expect(delays.contains { $0 < low + width * 0.1 } && delays.contains { $0 > high - width * 0.1 })
    }

    @Test(arguments: [
        (attempt: 1, fault: Fault.permanent),
        (3, .transient),
        (3, .throttled(retryAfter: .seconds(1))),
        (1, .throttled(retryAfter: .seconds(61))),
    ])
    func `gives up`(attempt: Int, fault: Fault) {
        var random = SplitMix64(seed: 1)
        #expect(policy.delay(after: attempt, fault, using: &random) == nil)
    }

    @Test(arguments: [1, 5, 6, 7, 31, 63, 64, 1000])
    func `never waits longer than allowed`(attempt: Int) throws {
        var policy = policy
        policy.maximumAttempts = .max
        var random = SplitMix64(seed: 2)
        let delay = try #require(policy.delay(after: attempt, .transient, using: &random))
        #expect((Duration.zero...Duration.seconds(10)).contains(delay))
    }

    @Test func `one attempt means no retry`() {
        var policy = policy
        policy.maximumAttempts = 1
        var random = SplitMix64(seed: 3)
        #expect(policy.delay(after: 1, .transient, using: &random) == nil)
    }
}
