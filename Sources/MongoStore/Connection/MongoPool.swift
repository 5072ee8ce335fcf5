import BlockingExecutor
import CMongo
import Domain

/// The connections to one deployment, and the threads that use them.
///
/// There are as many threads as leases, so that nobody waits for a lease on a thread.
final class MongoPool: @unchecked Sendable {
    // @unchecked: mongoc_client_pool_t is thread-safe, but for its destructor, which deinit calls once.
    // The read preferences are only read.
    private let raw: OpaquePointer
    private let nearby: OpaquePointer
    private let threads: BlockingPool
    private let clock = CausalClock()
    private let step: @Sendable (WriteStep) -> Void
    let database: String

    /// - Throws: ``InputError`` naming `mongodb-uri` when the URI is none.
    init(_ settings: MongoSettings) throws(InputError) {
        _ = Self.library
        var error = bson_error_t()
        guard let uri = mongoc_uri_new_with_error(settings.uri.reveal(), &error) else {
            throw .uri(error)
        }
        defer { mongoc_uri_destroy(uri) }
        Self.prepare(uri, settings)
        guard let raw = mongoc_client_pool_new_with_error(uri, &error) else { throw .uri(error) }
        mongoc_client_pool_set_error_api(raw, 2)
        mongoc_client_pool_set_appname(raw, "reprise")
        self.raw = raw
        nearby = mongoc_read_prefs_new(MONGOC_READ_SECONDARY_PREFERRED)
        threads = BlockingPool(name: "mongo", threads: settings.connections)
        database = settings.database
        step = settings.step
    }

    deinit {
        mongoc_client_pool_destroy(raw)
        mongoc_read_prefs_destroy(nearby)
    }

    /// Runs `body` with a connection on a thread that may block.
    func run<Value: Sendable>(
        _ body: @escaping @Sendable (borrowing MongoConnection) throws(StoreError) -> Value
    ) async throws(StoreError) -> Value {
        try await threads.run { [self] () throws(StoreError) in try lease(body) }
    }

    /// Runs `body` with a connection on the calling thread.
    func lease<Value>(_ body: (borrowing MongoConnection) throws(StoreError) -> Value) throws(StoreError)
        -> Value
    {
        guard let client = mongoc_client_pool_pop(raw) else {
            throw StoreError(.unavailable, "Every connection to MongoDB is in use; try again")
        }
        let connection = try MongoConnection(
            client, from: raw, database: database, nearby: nearby, clock: clock,
            step: step)
        return try body(connection)
    }

    /// What the store promises is not for the URI to weaken; time-outs it may set.
    private static func prepare(_ uri: OpaquePointer, _ settings: MongoSettings) {
        let concern = mongoc_write_concern_new()
        mongoc_write_concern_set_wmajority(concern, Int32(settings.writeTimeout / .milliseconds(1)))
        mongoc_write_concern_set_journal(concern, true)
        mongoc_uri_set_write_concern(uri, concern)
        mongoc_write_concern_destroy(concern)
        let level = mongoc_read_concern_new()
        mongoc_read_concern_set_level(level, "majority")
        mongoc_uri_set_read_concern(uri, level)
        mongoc_read_concern_destroy(level)
        mongoc_uri_set_option_as_bool(uri, MONGOC_URI_RETRYWRITES, true)
        mongoc_uri_set_option_as_bool(uri, MONGOC_URI_RETRYREADS, true)
        // One more for the feed.
        mongoc_uri_set_option_as_int32(uri, MONGOC_URI_MAXPOOLSIZE, Int32(settings.connections) + 1)
        let waits: [(String, Duration)] = [
            (MONGOC_URI_SERVERSELECTIONTIMEOUTMS, settings.selectionTimeout),
            (MONGOC_URI_CONNECTTIMEOUTMS, .seconds(3)),
            // A cable that was cut is noticed by nothing else.
            (MONGOC_URI_SOCKETTIMEOUTMS, .seconds(6)),
            (MONGOC_URI_HEARTBEATFREQUENCYMS, .seconds(2)),
            (MONGOC_URI_WAITQUEUETIMEOUTMS, .seconds(5)),
        ]
        for (option, wait) in waits where mongoc_uri_get_option_as_int32(uri, option, -1) < 0 {
            mongoc_uri_set_option_as_int32(uri, option, Int32(wait / .milliseconds(1)))
        }
    }

    private static let library: Void = {
        mongoc_init()
        cmongo_be_silent()
    }()
}

extension InputError {
    fileprivate static func uri(_ error: bson_error_t) -> Self {
        Self(
            field: "mongodb-uri", code: .malformed,
            expected: "mongodb://HOST:PORT/?replicaSet=NAME (\(error.text))")
    }
}
