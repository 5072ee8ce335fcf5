import Resilience
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct CircuitBreakerTests {
    private struct Broken: Error {}

    private let clock = ManualClock()

    @Test func `passes on what the call returns and throws`() async throws {
        let breaker = CircuitBreaker(clock: clock)
        #expect(try await breaker.run { 7 } == 7)
        await #expect(throws: Broken.self) { try await breaker.run { throw Broken() } }
    }

    @Test func `stops calling what keeps failing, and tries again later`() async throws {
        let breaker = CircuitBreaker(clock: clock)
        for _ in 0..<5 { await #expect(throws: Broken.self) { try await breaker.run { throw Broken() } } }
        let error = await #expect(throws: CircuitOpen.self) { try await breaker.run { 1 } }
        #expect(error?.retryAfter == .seconds(30))
        clock.advance(by: .seconds(30))
        #expect(try await breaker.run { 1 } == 1)
        #expect(breaker.condition == .halfOpen)
        #expect(try await breaker.run { 2 } == 2)
        #expect(breaker.condition == .closed)
    }

    @Test func `neither cancellation nor the caller's own fault counts`() async {
        let breaker = CircuitBreaker(clock: clock)
        for _ in 0..<20 {
            await #expect(throws: CancellationError.self) {
                try await breaker.run { throw CancellationError() }
            }
            await #expect(throws: Broken.self) {
                try await breaker.run(counts: { _ in false }) { throw Broken() }
            }
        }
        #expect(breaker.condition == .closed)
    }

    @Test func `an error of a cancelled task does not count`() async {
        let breaker = CircuitBreaker(clock: clock)
        for _ in 0..<20 {
            let task = Task {
                try await breaker.run {
                    withUnsafeCurrentTask { $0?.cancel() }
                    throw Broken()
                }
            }
            await #expect(throws: Broken.self) { try await task.value }
        }
        #expect(breaker.condition == .closed)
    }
}
