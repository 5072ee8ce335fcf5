import Resilience
import Synchronization
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct RetryTests {
    private struct Failure: Error, Equatable {
        let fault: Fault
        let attempt: Int
    }

    private let clock = ManualClock()

    @Test func `returns the first success without waiting`() async throws {
        #expect(try await retry().run(classify: \Failure.fault) { attempt throws(Failure) in attempt } == 1)
    }

    @Test func `tries again after each wait and hands the attempt's number on`() async throws {
        let task = Task {
            try await retry().run(classify: \Failure.fault) { attempt throws(Failure) in
                if attempt < 3 { throw Failure(fault: .transient, attempt: attempt) }
                return attempt
            }
        }
        for _ in 0..<2 { await letOneWaitPass() }
        #expect(try await task.value == 3)
    }

    @Test func `throws the last error when all attempts failed`() async {
        let task = Task {
            try await retry().run(classify: \Failure.fault) { attempt throws(Failure) -> Int in
                throw Failure(fault: .transient, attempt: attempt)
            }
        }
        for _ in 0..<2 { await letOneWaitPass() }
        let error = await #expect(throws: Failure.self) { try await task.value }
        #expect(error?.attempt == 3)
    }

    @Test func `a permanent failure is final`() async {
        let error = await #expect(throws: Failure.self) {
            try await fail(retry(), with: .permanent)
        }
        #expect(error?.attempt == 1)
    }

    @Test func `an empty budget ends it`() async {
        let budget = RetryBudget(RetryBudgetState(ratio: 0.1, reserve: 0))
        let error = await #expect(throws: Failure.self) {
            try await fail(retry(budget: budget), with: .transient)
        }
        #expect(error?.attempt == 1)
    }

    @Test func `no wait goes beyond the deadline`() async {
        let error = await #expect(throws: Failure.self) {
            try await retry().run(until: clock.deadline(in: .milliseconds(99)), classify: \Failure.fault) {
                attempt throws(Failure) -> Int in
                throw Failure(fault: .throttled(retryAfter: nil), attempt: attempt)
            }
        }
        #expect(error?.attempt == 1)
    }

    @Test func `a cancelled task stops waiting`() async {
        let task = Task { try await fail(retry(), with: .transient) }
        while clock.sleeperCount == 0 { await Task.yield() }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    private func retry(budget: RetryBudget? = nil) -> Retry<ManualClock> {
        let random = SeededRandom(seed: 1)
        return Retry(budget: budget, clock: clock, random: { random.next() })
    }

    private func fail(_ retry: Retry<ManualClock>, with fault: Fault) async throws {
        try await retry.run(classify: \Failure.fault) { attempt throws(Failure) in
            throw Failure(fault: fault, attempt: attempt)
        }
    }

    private func letOneWaitPass() async {
        while clock.sleeperCount == 0 { await Task.yield() }
        clock.advance(by: .seconds(10))
    }
}
