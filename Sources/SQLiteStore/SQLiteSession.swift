import BlockingExecutor
import Domain
import Synchronization

/// A connection on a thread of its own.
///
/// SQLite calls block: a slow disk holds up this thread, and never the tasks of other requests.
actor SQLiteSession {
    private let executor: DedicatedThreadExecutor
    private var connection: SQLiteConnection?
    private let metrics: SQLiteMetrics?
    private nonisolated let waitingCount = Atomic<Int>(0)

    /// How many calls wait or run, as far as is known without asking the thread.
    nonisolated var waiting: Int { waitingCount.load(ordering: .relaxed) }

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// - Parameters:
    ///   - connection: What it owns from now on.
    ///   - name: That of its thread.
    ///   - metrics: What its reads are counted in.
    init(_ connection: consuming SQLiteConnection, thread name: String, metrics: SQLiteMetrics? = nil) {
        self.metrics = metrics
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
        guard let metrics else { return try await run(body) }
        return try await metrics.measure(.read) { () throws(StoreError) in try await run(body) }
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
