package import Domain
package import Telemetry

/// The history and the jobs in a MongoDB replica set.
///
/// Every write is confirmed by a majority of the members, on their disks; changes of several documents
/// are transactions. Any number of instances may share a database.
///
/// Making a store does not reach for the server: the first call does, and brings the schema up to date.
///
/// ```swift
/// let store = try MongoStore(MongoSettings(uri: Secret("mongodb://db/?replicaSet=rs"), database: "reprise"))
/// try await store.create(prompt, first: revision, recording: entry)
/// ```
package final class MongoStore: Sendable {
    let pool: MongoPool
    private let preparation = Preparation()
    private let metrics: MongoMetrics
    let commits: GroupCommit

    /// - Parameters:
    ///   - settings: Where the deployment is.
    ///   - registry: Counts the calls.
    /// - Throws: ``InputError`` naming `mongodb-uri` when the URI is none.
    package init(_ settings: MongoSettings, registry: MetricsRegistry = MetricsRegistry())
        throws(InputError)
    {
        metrics = MongoMetrics(registry)
        pool = try MongoPool(settings)
        commits = GroupCommit(largest: 256, atOnce: 2)
    }

    /// Runs `body` with a connection, after the schema has been brought up to date.
    func run<Value: Sendable>(
        _ operation: MongoMetrics.Operation = .read,
        _ body: @escaping @Sendable (borrowing MongoConnection) throws(StoreError) -> Value
    ) async throws(StoreError) -> Value {
        try RequestDeadline.check()
        try await prepare()
        return try await metrics.measure(operation) { () async throws(StoreError) in
            try await pool.run(body)
        }
    }

    /// Brings the schema up to date before anything else is done.
    func prepare() async throws(StoreError) {
        guard !preparation.isDone else { return }
        try await preparation.run { [pool] () async throws(StoreError) in
            try await pool.run { (connection) throws(StoreError) in try MongoSchema.update(connection) }
        }
    }
}
