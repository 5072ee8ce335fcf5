import Domain
import Synchronization

/// A write, whatever it returns.
protocol WaitingWrite: Sendable {
    /// The row of the full-text index that it changes.
    var document: Int64 { get }

    /// Runs as a transaction of its own, and settles.
    func runAlone(on connection: borrowing SQLiteConnection)

    /// Runs as a part of a transaction.
    ///
    /// - Throws: What the whole transaction has to be taken back for; a failure of the write itself that
    ///   changed nothing is kept as its result.
    func runAmongOthers(on connection: borrowing SQLiteConnection) throws(StoreError)

    /// The transaction that it was a part of failed.
    func settle(with error: StoreError)

    /// Tells whoever waits what came of it.
    func finish()
}

/// A write with what came of it.
final class Write<Value: Sendable>: WaitingWrite {
    private struct State {
        var outcome: Result<Value, StoreError>?
        var isFinished = false
        var waiting: CheckedContinuation<Void, Never>?
    }

    let document: Int64
    private let body: @Sendable (borrowing SQLiteConnection) throws(StoreError) -> Value
    private let state = Mutex(State())

    init(
        document: Int64, _ body: @escaping @Sendable (borrowing SQLiteConnection) throws(StoreError) -> Value
    ) {
        self.document = document
        self.body = body
    }

    /// Waits until it is finished.
    func result() async throws(StoreError) -> Value {
        await withCheckedContinuation { continuation in
            let isFinished = state.withLock { state in
                if !state.isFinished { state.waiting = continuation }
                return state.isFinished
            }
            if isFinished { continuation.resume() }
        }
        guard let outcome = state.withLock({ $0.outcome }) else {
            throw StoreError(.internalFailure, "A write was forgotten")
        }
        return try outcome.get()
    }

    func runAlone(on connection: borrowing SQLiteConnection) {
        do throws(StoreError) {
            keep(.success(try connection.transaction(body)))
        } catch {
            keep(.failure(error))
        }
    }

    func runAmongOthers(on connection: borrowing SQLiteConnection) throws(StoreError) {
        let before = connection.changedRows
        do throws(StoreError) {
            keep(.success(try body(connection)))
        } catch {
            keep(.failure(error))
            // Some errors, a full disk among them, have taken back the whole transaction already.
            guard connection.isInTransaction, connection.changedRows == before else { throw error }
        }
    }

    func settle(with error: StoreError) { keep(.failure(error)) }

    func finish() {
        let waiting = state.withLock { state in
            state.isFinished = true
            defer { state.waiting = nil }
            return state.waiting
        }
        waiting?.resume()
    }

    private func keep(_ outcome: Result<Value, StoreError>) { state.withLock { $0.outcome = outcome } }
}
