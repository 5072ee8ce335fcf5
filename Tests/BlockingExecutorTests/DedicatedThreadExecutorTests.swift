import BlockingExecutor
import Glibc
import Testing

@Suite(.timeLimit(.minutes(5)))
struct DedicatedThreadExecutorTests {
    /// An actor as an adapter would write it.
    private actor Counter {
        private let executor = DedicatedThreadExecutor(name: "counter")
        private var value = 0
        private let onEnd: @Sendable (String?) -> Void

        nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

        init(onEnd: @escaping @Sendable (String?) -> Void = { _ in }) { self.onEnd = onEnd }

        isolated deinit { onEnd(currentThreadName()) }

        func increment() -> Int {
            value += 1
            return value
        }

        func threads(after pause: Task<Void, Never>) async -> [UInt] {
            let before = UInt(pthread_self())
            await pause.value
            return [before, UInt(pthread_self())]
        }

        func threadName() -> String? { currentThreadName() }
    }

    @Test func `an actor runs on the executor's own thread, also after an await`() async {
        let counter = Counter()
        #expect(await counter.threadName() == "counter")
        let threads = await counter.threads(after: Task { await Task.yield() })
        #expect(Set(threads).count == 1)
    }

    @Test func `calls at the same time do not run into each other`() async {
        let counter = Counter()
        let values = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<500 { group.addTask { await counter.increment() } }
            return await group.reduce(into: Set<Int>()) { $0.insert($1) }
        }
        #expect(values == Set(1...500))
    }

    @Test func `an isolated deinit runs on the executor's own thread`() async {
        let name = await withCheckedContinuation { continuation in
            _ = Counter { continuation.resume(returning: $0) }
        }
        #expect(name == "counter")
    }

    @Test func `the thread ends with the executor`() async throws {
        for _ in 0..<50 { _ = await Blocker(name: "short-lived").answer() }
        try await waitUntilNoThread(isNamed: "short-lived")
    }

    @Test func `a blocking call does not hold up other tasks`() async {
        let gates = (0..<8).map { _ in BlockingQueue<Void>() }
        let blockers = gates.map { gate in (gate, Blocker(name: "blocker")) }
        await withTaskGroup(of: Void.self) { group in
            for (gate, blocker) in blockers { group.addTask { await blocker.wait(for: gate) } }
            // More blocked actors than cores: this task runs on only if they block elsewhere.
            group.addTask { for gate in gates { gate.append(()) } }
        }
    }

    private actor Blocker {
        private let executor: DedicatedThreadExecutor

        nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

        init(name: String) { executor = DedicatedThreadExecutor(name: name) }

        func answer() -> Int { 42 }

        func wait(for gate: BlockingQueue<Void>) { _ = gate.takeFirst() }
    }
}
