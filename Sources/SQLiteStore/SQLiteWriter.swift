import Domain
import Synchronization

/// The one connection that writes.
///
/// Writes that wait for it share a commit, and so a flush of the disk. Each write is a savepoint: one that fails takes back what it did, and nothing of the others.
final class SQLiteWriter: Sendable {
    private let session: SQLiteSession
    private let metrics: SQLiteMetrics?
    private let waiting = Mutex<[any WaitingWrite]>([])

    /// - Parameters:
    ///   - session: The connection that it owns from now on.
    ///   - metrics: What its writes are counted in.
    init(_ session: SQLiteSession, metrics: SQLiteMetrics? = nil) {
        (self.session, self.metrics) = (session, metrics)
    }

    /// Runs `body` in a transaction: all of it, or nothing.
    ///
    /// - Parameter body: May run again when a commit of several writes fails.
    /// - Returns: What `body` returns, after the disk has confirmed the commit.
    func write<Value: Sendable>(
        _ body: @escaping @Sendable (borrowing SQLiteConnection) throws(StoreError) -> Value
    ) async throws(StoreError) -> Value {
        guard let metrics else { return try await commit(body) }
        return try await metrics.measure(.write) { () throws(StoreError) in try await commit(body) }
    }

    private func commit<Value: Sendable>(
        _ body: @escaping @Sendable (borrowing SQLiteConnection) throws(StoreError) -> Value
    ) async throws(StoreError) -> Value {
        let write = Write(body)
        waiting.withLock { $0.append(write) }
        // Whoever comes first takes all that wait; the others find their results when it is their turn.
        do throws(StoreError) {
            try await session.read { (connection) throws(StoreError) in
                Self.commit(self.waiting.withLock { take(all: &$0) }, on: connection)
            }
        } catch {
            // Closed meanwhile; somebody may have committed it before.
            return try write.result(orThrowing: error)
        }
        return try write.result(orThrowing: StoreError(.internalFailure, "A write was forgotten"))
    }

    /// Runs `body` on the writer's thread, outside of any transaction.
    func run<Value: Sendable>(
        _ body: @Sendable (borrowing SQLiteConnection) throws(StoreError) -> Value
    ) async throws(StoreError) -> Value {
        try await session.read(body)
    }

    /// Closes the connection; later calls throw.
    func close() async { await session.close() }

    private static func commit(_ writes: [any WaitingWrite], on connection: borrowing SQLiteConnection) {
        guard writes.count > 1 else {
            for write in writes { write.runAlone(on: connection) }
            return
        }
        do throws(StoreError) {
            try connection.transaction { (connection) throws(StoreError) in
                for write in writes { try write.runInSavepoint(on: connection) }
            }
        } catch  where error.code == .unavailable {
            for write in writes { write.settle(with: error) }
        } catch {
            // Nothing was saved. Alone, only those fail that have to.
            for write in writes { write.runAlone(on: connection) }
        }
    }
}

private func take(all writes: inout [any WaitingWrite]) -> [any WaitingWrite] {
    defer { writes = [] }
    return writes
}

/// A write, whatever it returns.
private protocol WaitingWrite: Sendable {
    /// Runs as a transaction of its own, and settles.
    func runAlone(on connection: borrowing SQLiteConnection)

    /// Runs as a part of a transaction.
    ///
    /// - Throws: What ended the whole transaction; a failure of the write itself is kept as its result.
    func runInSavepoint(on connection: borrowing SQLiteConnection) throws(StoreError)

    /// The transaction that it was a part of failed.
    func settle(with error: StoreError)
}

private final class Write<Value: Sendable>: WaitingWrite {
    private let body: @Sendable (borrowing SQLiteConnection) throws(StoreError) -> Value
    private let outcome = Mutex<Result<Value, StoreError>?>(nil)

    init(_ body: @escaping @Sendable (borrowing SQLiteConnection) throws(StoreError) -> Value) {
        self.body = body
    }

    /// What came of it; throws `error` while it has not run.
    func result(orThrowing error: StoreError) throws(StoreError) -> Value {
        guard let result = outcome.withLock({ $0 }) else { throw error }
        return try result.get()
    }

    func runAlone(on connection: borrowing SQLiteConnection) {
        do throws(StoreError) {
            keep(.success(try connection.transaction(body)))
        } catch {
            keep(.failure(error))
        }
    }

    func runInSavepoint(on connection: borrowing SQLiteConnection) throws(StoreError) {
        try connection.run("SAVEPOINT write")
        do throws(StoreError) {
            keep(.success(try body(connection)))
            try connection.run("RELEASE write")
        } catch {
            keep(.failure(error))
            // Some errors, a full disk among them, have taken back the whole transaction already.
            guard connection.isInTransaction else { throw error }
            try connection.run("ROLLBACK TO write")
            try connection.run("RELEASE write")
        }
    }

    func settle(with error: StoreError) { keep(.failure(error)) }

    private func keep(_ result: Result<Value, StoreError>) { outcome.withLock { $0 = result } }
}
