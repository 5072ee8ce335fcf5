import Domain
import Glibc
import Synchronization

/// The one connection that writes.
///
/// Writes that wait for it share a commit, and so a flush of the disk. Whoever comes to an empty queue leads:
/// on the writer's thread it takes all that wait by then. One that fails before it changed anything, as most
/// do, takes nobody along; after any other failure each runs alone.
///
/// There are no savepoints, and writes are sorted: at a savepoint, and whenever a row goes before the last
/// one, the full-text index writes out what it has gathered.
final class SQLiteWriter: Sendable {
    private let session: SQLiteSession
    private let metrics: SQLiteMetrics?
    private let queue = Mutex<[any WaitingWrite]>([])
    private let pace = Mutex(Pace())

    /// - Parameters:
    ///   - session: The connection that it owns from now on.
    ///   - metrics: What its writes are counted in.
    init(_ session: SQLiteSession, metrics: SQLiteMetrics? = nil) {
        (self.session, self.metrics) = (session, metrics)
    }

    /// Runs `body` in a transaction: all of it, or nothing.
    ///
    /// - Parameters:
    ///   - document: The row of the full-text index that it changes; 0 for none or any.
    ///   - body: May run again when a commit of several writes fails.
    /// - Returns: What `body` returns, after the disk has confirmed the commit.
    func write<Value: Sendable>(
        document: Int64 = 0,
        _ body: @escaping @Sendable (borrowing SQLiteConnection) throws(StoreError) -> Value
    ) async throws(StoreError) -> Value {
        guard let metrics else { return try await commit(document: document, body) }
        return try await metrics.measure(.write) { () throws(StoreError) in try await commit(document: document, body) }
    }

    private func commit<Value: Sendable>(
        document: Int64, _ body: @escaping @Sendable (borrowing SQLiteConnection) throws(StoreError) -> Value
    ) async throws(StoreError) -> Value {
        // Before it waits with the others: once it does, it is written.
        try RequestDeadline.check()
        let write = Write(document: document, body)
        let leads = queue.withLock { queue in
            queue.append(write)
            return queue.count == 1
        }
        guard leads else { return try await write.result() }
        do throws(StoreError) {
            try await session.read { (connection) throws(StoreError) in self.commitAll(on: connection) }
        } catch {
            // Closed meanwhile.
            for write in takeAll() {
                write.settle(with: error)
                write.finish()
            }
        }
        return try await write.result()
    }

    /// Runs `body` on the writer's thread, outside of any transaction.
    func run<Value: Sendable>(
        _ body: @Sendable (borrowing SQLiteConnection) throws(StoreError) -> Value
    ) async throws(StoreError) -> Value {
        try await session.read(body)
    }

    /// Closes the connection; later calls throw.
    func close() async { await session.close() }

    private func takeAll() -> [any WaitingWrite] {
        queue.withLock { queue in
            defer { queue = [] }
            return queue
        }
    }

    private func commitAll(on connection: borrowing SQLiteConnection) {
        waitForOthers()
        let (start, writes) = (ContinuousClock.now, takeAll())
        Self.commit(writes, on: connection)
        let others = queue.withLock { $0.count }
        pace.withLock { $0 = Pace(writers: writes.count + others, commit: ContinuousClock.now - start) }
        for write in writes { write.finish() }
    }

    /// Waits a moment for those that were answered last to come again, so that they share this flush.
    private func waitForOthers() {
        let pace = pace.withLock { $0 }
        let end = ContinuousClock.now + pace.patience
        while queue.withLock({ $0.count }) < pace.enough, ContinuousClock.now < end { usleep(20) }
    }

    private static func commit(_ writes: [any WaitingWrite], on connection: borrowing SQLiteConnection) {
        guard writes.count > 1 else {
            for write in writes { write.runAlone(on: connection) }
            return
        }
        do throws(StoreError) {
            try connection.transaction { (connection) throws(StoreError) in
                for write in writes.sorted(by: { $0.document < $1.document }) {
                    try write.runAmongOthers(on: connection)
                }
            }
        } catch  where error.code == .unavailable {
            for write in writes { write.settle(with: error) }
        } catch {
            // Nothing was saved. Alone, only those fail that have to.
            for write in writes { write.runAlone(on: connection) }
        }
    }
}

/// How many write at the moment, and how long a commit of theirs takes.
private struct Pace {
    var writers = 1
    var commit: Duration = .zero

    /// With half of them together a flush is well used, and the other half gets ready meanwhile.
    var enough: Int { writers / 2 }

    /// How long a commit waits for them; somebody alone never waits.
    var patience: Duration { min(commit / 2, .milliseconds(5)) }
}
