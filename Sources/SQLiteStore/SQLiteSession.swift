import BlockingExecutor
import Domain
import Synchronization

/// A connection on a thread of its own.
///
/// SQLite calls block: a slow disk holds up this thread, and never the tasks of other requests.
actor SQLiteSession {
    private let executor: DedicatedThreadExecutor
    private var connection: SQLiteConnection?
    private nonisolated let waitingCount = Atomic<Int>(0)

    /// How many calls wait or run, as far as is known without asking the thread.
    nonisolated var waiting: Int { waitingCount.load(ordering: .relaxed) }

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(_ connection: consuming SQLiteConnection, thread name: String) {
        executor = DedicatedThreadExecutor(name: name)
        self.connection = consume connection
    }

    // Closes the connection on the thread that used it.
    isolated deinit {}

    /// Runs `body` on the session's thread.
    nonisolated func read<Value: Sendable>(
        _ body: @Sendable (borrowing SQLiteConnection) throws(StoreError) -> Value
    ) async throws(StoreError) -> Value {
        waitingCount.add(1, ordering: .relaxed)
        defer { waitingCount.subtract(1, ordering: .relaxed) }
        return try await run(body)
    }

    private func run<Value: Sendable>(
        _ body: @Sendable (borrowing SQLiteConnection) throws(StoreError) -> Value
    ) throws(StoreError) -> Value {
        switch connection {
        case .some(let connection): return try body(connection)
        case .none: throw StoreError(.unavailable, "The history is closed")
        }
    }

    /// Closes the connection; later calls throw.
    func close() { connection = nil }
}
