import Resilience
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct DeadlineTests {
    private let clock = ManualClock()

    @Test(arguments: [(passed: 0, left: 5, over: false), (4, 1, false), (5, 0, true), (9, 0, true)])
    func `knows what is left`(passed: Int, left: Int, over: Bool) {
        let deadline = clock.deadline(in: .seconds(5))
        clock.advance(by: .seconds(passed))
        #expect(deadline.remaining(at: clock.now) == .seconds(left))
        #expect(deadline.isOver(at: clock.now) == over)
    }

    @Test func `the earlier of two counts`() {
        let (near, far) = (clock.deadline(in: .seconds(1)), clock.deadline(in: .seconds(2)))
        #expect(near.earlier(far) == near && far.earlier(near) == near)
    }

    @Test func `work that is done in time gives its value`() async throws {
        #expect(try await clock.run(until: clock.deadline(in: .seconds(1))) { 7 } == 7)
    }

    @Test func `work that takes too long is cancelled`() async {
        let task = Task {
            try await clock.run(until: clock.deadline(in: .seconds(1))) {
                try await clock.sleep(for: .seconds(100))
            }
        }
        while clock.sleeperCount < 2 { await Task.yield() }
        clock.advance(by: .seconds(1))
        await #expect(throws: DeadlineExceeded.self) { try await task.value }
        #expect(clock.sleeperCount == 0)
    }

    @Test func `nothing is started when it is too late`() async {
        let deadline = clock.deadline(in: .zero)
        await #expect(throws: DeadlineExceeded.self) {
            try await clock.run(until: deadline) { Issue.record("It was started") }
        }
    }
}
