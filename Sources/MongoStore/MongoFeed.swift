import BlockingExecutor
import CMongo
package import Domain

extension MongoStore {
    /// Follows what every instance writes, by a change stream of MongoDB.
    package func feed() -> MongoFeed { MongoFeed(of: self) }
}

/// The changes of all prompts, from wherever the last look ended.
package actor MongoFeed: HistoryFeed {
    private let store: MongoStore
    /// Waiting for changes takes a thread of its own.
    private let thread = BlockingPool(name: "mongo-feed", threads: 1)
    /// Where the stream goes on; nil starts now.
    private var token: BSONDocument?

    init(of store: MongoStore) { self.store = store }

    package func next() async throws(StoreError) -> [HistoryChange] {
        try await store.prepare()
        let (pool, start) = (store.pool, token)
        do throws(StoreError) {
            let batch = try await thread.run { () throws(StoreError) in
                try pool.lease { (connection) throws(StoreError) in try connection.changes(after: start) }
            }
            token = batch.token
            return start == nil ? [.missed] + batch.changes : batch.changes
        } catch {
            // Whoever was away for longer than the oplog reaches starts anew.
            if error.isHistoryLost { token = nil }
            throw error
        }
    }
}

extension MongoConnection {
    fileprivate struct Batch: Sendable {
        var changes: [HistoryChange] = []
        var token: BSONDocument?
    }

    /// The longest a reader waits for something to happen.
    private static var waitMilliseconds: Int { 250 }
    private static var largestBatch: Int { 500 }

    /// Reads changes of prompts for a moment.
    fileprivate borrowing func changes(after token: BSONDocument?) throws(StoreError) -> Batch {
        var settings: BSONDocument = [
            "fullDocument": "updateLookup", "maxAwaitTimeMS": BSON(Self.waitMilliseconds),
        ]
        if let token { settings = settings.with(["resumeAfter": .document(token)]) }
        let options = CBSON(settings)
        let stages = CBSON(["pipeline": [["$match": Self.events]]])
        let history = mongoc_client_get_database(client, database)
        defer { mongoc_database_destroy(history) }
        let stream = mongoc_database_watch(history, stages.raw, options.raw)
        defer { mongoc_change_stream_destroy(stream) }
        return try Self.read(stream)
    }

    /// Changes of prompts, what people said and decided, and the entries that tell of a purge: what is gone has no workspace any more.
    private static var events: BSON {
        [
            "$or": [
                [
                    "ns.coll": .string(Collection.prompts),
                    "operationType": ["$in": ["insert", "update", "replace"]],
                ],
                [
                    "ns.coll": ["$in": [.string(Collection.feedback), .string(Collection.decisions)]],
                    "operationType": "insert",
                ],
                [
                    "ns.coll": .string(Collection.audit), "operationType": "insert",
                    "fullDocument.action": .string(AuditEntry.Action.purged.rawValue),
                ],
            ]
        ]
    }

    private static func change(_ event: BSONDocument) throws(StoreError) -> HistoryChange? {
        // A prompt that is gone meanwhile has no document.
        guard let document = event["fullDocument"]?.document else { return nil }
        switch event["ns"]?.document?["coll"]?.string {
        case Collection.feedback:
            return .said(try BSONDecoder.decode(RecommendationFeedback.self, from: document))
        case Collection.decisions:
            let place = try BSONDecoder.decode(DecisionPlace.self, from: document)
            return .decided(
                try BSONDecoder.decode(RuleDecision.self, from: document), in: place.workspace)
        case Collection.prompts:
            let prompt = try BSONDecoder.decode(Prompt.self, from: document)
            return prompt.deletedAt == nil ? .saved(prompt) : .removed(prompt.id, in: prompt.workspace)
        default:
            let entry = try BSONDecoder.decode(AuditEntry.self, from: document)
            return entry.prompt.map { .removed($0, in: entry.workspace) }
        }
    }

    private static func read(_ stream: OpaquePointer?) throws(StoreError) -> Batch {
        var batch = Batch()
        var event: OpaquePointer?
        while batch.changes.count < largestBatch, mongoc_change_stream_next(stream, &event) {
            guard let event, let change = try change(try CBSON.copy(event)) else { continue }
            batch.changes.append(change)
        }
        var (error, reply): (bson_error_t, OpaquePointer?) = (bson_error_t(), nil)
        if mongoc_change_stream_error_document(stream, &error, &reply) {
            throw StoreError(mongo: error, reply: reply.flatMap { try? CBSON.copy($0) })
        }
        batch.token = try mongoc_change_stream_get_resume_token(stream).map { (raw) throws(StoreError) in
            try CBSON.copy(raw)
        }
        return batch
    }
}

/// Where a decision holds.
private struct DecisionPlace: Decodable {
    let workspace: Workspace
}

extension StoreError {
    /// Whether a change stream asked for what the oplog has no more.
    fileprivate var isHistoryLost: Bool {
        detail?.contains("MongoDB 17/286:") == true || detail?.contains("MongoDB 17/280:") == true
    }
}
