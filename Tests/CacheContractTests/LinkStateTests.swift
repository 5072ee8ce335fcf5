import TestSupport
import Testing

@testable import RedisCache

/// The rules of a link, on a clock that moves when the test says so.
@Suite struct LinkStateTests {
    private let clock = ManualClock()

    private func expect(_ state: inout LinkState<ManualClock.Instant>, connects: Bool) {
        let starts = state.startsConnecting(at: clock.now)
        #expect(starts == connects)
    }

    @Test func `a failure takes it down at once, and each further one doubles the wait up to a maximum`() {
        var state = LinkState(at: clock.now, shortest: .milliseconds(50), longest: .seconds(2))
        for wait in [50, 100, 200, 400, 800, 1600, 2000, 2000] {
            expect(&state, connects: true)
            state.connected()
            #expect(state.isUp)
            state.failed(at: clock.now, because: "test", jitter: 1)
            #expect(!state.isUp)
            clock.advance(by: .milliseconds(wait) - .nanoseconds(1))
            expect(&state, connects: false)
            clock.advance(by: .nanoseconds(1))
        }
    }

    @Test func `only one connects at a time`() {
        var state = LinkState(at: clock.now)
        expect(&state, connects: true)
        expect(&state, connects: false)
    }

    @Test func `work that succeeds makes the next wait short again`() {
        var state = LinkState(at: clock.now, shortest: .milliseconds(50), longest: .seconds(2))
        for _ in 0..<5 { state.failed(at: clock.now, because: "test", jitter: 1) }
        clock.advance(by: .seconds(2))
        expect(&state, connects: true)
        state.connected()
        state.worked()
        state.failed(at: clock.now, because: "test", jitter: 1)
        clock.advance(by: .milliseconds(50))
        expect(&state, connects: true)
    }

    @Test func `the wait is spread over its second half`() {
        for (jitter, wait) in [(0.0, 25), (1.0, 50)] {
            var state = LinkState(at: clock.now, shortest: .milliseconds(50), longest: .seconds(2))
            state.failed(at: clock.now, because: "test", jitter: jitter)
            clock.advance(by: .milliseconds(wait) - .nanoseconds(1))
            expect(&state, connects: false)
            clock.advance(by: .nanoseconds(1))
            expect(&state, connects: true)
        }
    }
}
