import CMongo
import Domain
import Glibc

extension MongoConnection {
    /// Runs `body` as one transaction: all of its changes, or none.
    ///
    /// What another client's write or an election interrupted starts over, until `limit` is over; a
    /// commit whose outcome is not known is asked for again, which MongoDB answers as the first.
    ///
    /// - Throws: `StoreError.Code.unavailable` when time is over, and what `body` throws.
    borrowing func transaction<Value>(
        limit: Duration = .seconds(10), _ body: () throws(StoreError) -> Value
    ) throws(StoreError) -> Value {
        let end = ContinuousClock.now + limit
        var pause: UInt32 = 1000
        while true {
            do throws(StoreError) {
                try start()
                let value = try body()
                try commit(until: end)
                return value
            } catch {
                abort()
                guard error.isInterruption, ContinuousClock.now < end else { throw error }
            }
            usleep(UInt32.random(in: 0...pause))
            pause = min(pause * 2, 100_000)
        }
    }

    private borrowing func start() throws(StoreError) {
        let options = mongoc_transaction_opts_new()
        defer { mongoc_transaction_opts_destroy(options) }
        let level = mongoc_read_concern_new()
        mongoc_read_concern_set_level(level, "snapshot")
        mongoc_transaction_opts_set_read_concern(options, level)
        mongoc_read_concern_destroy(level)
        var error = bson_error_t()
        guard mongoc_client_session_start_transaction(session, options, &error) else {
            throw StoreError(mongo: error)
        }
    }

    private borrowing func commit(until end: ContinuousClock.Instant) throws(StoreError) {
        while true {
            let reply = CBSON()
            var error = bson_error_t()
            if mongoc_client_session_commit_transaction(session, reply.raw, &error) { return }
            let isUnknown = mongoc_error_has_label(reply.raw, "UnknownTransactionCommitResult")
            guard isUnknown, ContinuousClock.now < end else {
                throw StoreError(mongo: error, reply: try? reply.document())
            }
        }
    }

    private borrowing func abort() {
        guard mongoc_client_session_in_transaction(session) else { return }
        mongoc_client_session_abort_transaction(session, nil)
    }
}
