import Synchronization
import Testing

@testable import Studio

/// Equal work, done once.
@Suite(.timeLimit(.minutes(5)))
struct SingleFlightTests {
    private struct Failure: Error {}

    /// Work that goes on until it is let go, and counts how often it was begun.
    private final class Gate: Sendable {
        private let begun = Atomic<Int>(0)

        var count: Int { begun.load(ordering: .relaxed) }

        private let stream: AsyncStream<Void>
        private let continuation: AsyncStream<Void>.Continuation

        init() { (stream, continuation) = AsyncStream.makeStream() }

        func pass() async {
            begun.add(1, ordering: .relaxed)
            for await _ in stream { break }
        }

        func open() { continuation.finish() }
    }

    @Test func `a thousand equal requests are one computation`() async throws {
        let flights = SingleFlight<String, Int>()
        let gate = Gate()
        let results = try await withThrowingTaskGroup(of: (value: Int, isFirst: Bool).self) { group in
            for _ in 0..<1000 {
                group.addTask {
                    try await flights.run("key") {
                        await gate.pass()
                        return 7
                    }
                }
            }
            while flights.waiting(for: "key") < 1000 { await Task.yield() }
            gate.open()
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(gate.count == 1)
        #expect(results.count == 1000 && results.allSatisfy { $0.value == 7 })
        #expect(results.count { $0.isFirst } == 1)
    }

    @Test func `one who gives up stops nobody, even the one who came first`() async throws {
        let flights = SingleFlight<String, Int>()
        let gate = Gate()
        let work: @Sendable () async throws -> Int = {
            await gate.pass()
            return 7
        }
        let first = Task { try await flights.run("key", work) }
        while flights.waiting(for: "key") < 1 { await Task.yield() }
        let second = Task { try await flights.run("key", work) }
        while flights.waiting(for: "key") < 2 { await Task.yield() }
        first.cancel()
        await #expect(throws: CancellationError.self) { try await first.value }
        gate.open()
        #expect(try await second.value.value == 7)
        #expect(gate.count == 1)
    }

    @Test func `a failure reaches all who wait, and the next one tries again`() async throws {
        let flights = SingleFlight<String, Int>()
        await #expect(throws: Failure.self) { try await flights.run("key") { throw Failure() } }
        let again = try await flights.run("key") { 1 }
        #expect(again.value == 1 && again.isFirst)
    }

    @Test func `draining waits for what nobody waits for`() async throws {
        let flights = SingleFlight<String, Int>()
        let gate = Gate()
        flights.start(ifIdle: "key") {
            await gate.pass()
            return 1
        }
        let drained = Task {
            await flights.drain()
            return flights.count
        }
        gate.open()
        #expect(await drained.value == 0)
    }
}
