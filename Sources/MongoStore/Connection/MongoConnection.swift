import CMongo
import Domain

/// A client out of the pool with a causally consistent session, for one call on one thread.
///
/// Noncopyable: `deinit` gives both back.
struct MongoConnection: ~Copyable {
    private let pool: OpaquePointer
    private let clock: CausalClock
    private let nearby: OpaquePointer
    let client: OpaquePointer
    let session: OpaquePointer
    let database: String
    let step: @Sendable (WriteStep) -> Void

    /// Where a read goes.
    enum Source {
        /// The primary: what others acknowledged is there.
        case primary
        /// A secondary when there is one: what this process acknowledged is there.
        case nearby
    }

    init(
        _ client: OpaquePointer, from pool: OpaquePointer, database: String, nearby: OpaquePointer,
        clock: CausalClock, step: @escaping @Sendable (WriteStep) -> Void
    ) throws(StoreError) {
        let options = mongoc_session_opts_new()
        defer { mongoc_session_opts_destroy(options) }
        mongoc_session_opts_set_causal_consistency(options, true)
        var error = bson_error_t()
        guard let session = mongoc_client_start_session(client, options, &error) else {
            mongoc_client_pool_push(pool, client)
            throw StoreError(mongo: error)
        }
        let now = clock.now
        if now.seconds > 0 {
            mongoc_client_session_advance_operation_time(session, now.seconds, now.count)
        }
        (self.client, self.pool, self.session, self.database) = (client, pool, session, database)
        (self.nearby, self.clock, self.step) = (nearby, clock, step)
    }

    deinit {
        var (seconds, count): (UInt32, UInt32) = (0, 0)
        mongoc_client_session_get_operation_time(session, &seconds, &count)
        clock.advance(to: CausalClock.Moment(seconds: seconds, count: count))
        mongoc_client_session_destroy(session)
        mongoc_client_pool_push(pool, client)
    }

    /// The options of a call, as part of this session.
    borrowing func options(_ document: BSONDocument = [:]) throws(StoreError) -> CBSON {
        let options = CBSON(document)
        var error = bson_error_t()
        guard mongoc_client_session_append(session, options.raw, &error) else {
            throw StoreError(mongo: error)
        }
        return options
    }

    /// Runs `body` with a collection of the database.
    borrowing func withCollection<Value>(
        _ name: String, _ body: (OpaquePointer) throws(StoreError) -> Value
    ) throws(StoreError) -> Value {
        let collection = mongoc_client_get_collection(client, database, name)
        defer { mongoc_collection_destroy(collection) }
        guard let collection else { throw .damaged("no collection \(name)") }
        return try body(collection)
    }

    /// The read preference of a read outside a transaction; nil is the primary's.
    borrowing func preference(_ source: Source) -> OpaquePointer? {
        source == .nearby ? nearby : nil
    }
}
