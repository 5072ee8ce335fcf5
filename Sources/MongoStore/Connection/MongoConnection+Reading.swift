import CMongo
import Domain

extension MongoConnection {
    /// Returns the documents that fit, by the options of MongoDB's `find`.
    borrowing func find(
        _ collection: String, _ filter: BSONDocument, sort: BSONDocument? = nil, limit: Int = 0,
        projection: BSONDocument? = nil, from source: Source = .primary
    ) throws(StoreError) -> [BSONDocument] {
        var options: BSONDocument = ["limit": BSON(limit)]
        if let sort { options = options.with(["sort": .document(sort)]) }
        if let projection { options = options.with(["projection": .document(projection)]) }
        let query = CBSON(filter)
        let settings = try self.options(options)
        return try withCollection(collection) { (raw) throws(StoreError) in
            try Self.all(
                mongoc_collection_find_with_opts(raw, query.raw, settings.raw, preference(source)))
        }
    }

    /// Returns what a pipeline of stages makes of a collection.
    borrowing func aggregate(
        _ collection: String, _ stages: [BSON], from source: Source = .primary
    ) throws(StoreError) -> [BSONDocument] {
        let pipeline = CBSON(["pipeline": .array(stages)])
        let settings = try options()
        return try withCollection(collection) { (raw) throws(StoreError) in
            try Self.all(
                mongoc_collection_aggregate(
                    raw, MONGOC_QUERY_NONE, pipeline.raw, settings.raw, preference(source)))
        }
    }

    /// Runs a command of the database that only reads.
    borrowing func command(_ command: BSONDocument, of database: String? = nil) throws(StoreError)
        -> BSONDocument
    {
        let query = CBSON(command)
        let reply = CBSON()
        var error = bson_error_t()
        guard
            mongoc_client_command_simple(
                client, database ?? self.database, query.raw, nil, reply.raw, &error)
        else { throw StoreError(mongo: error, reply: try? reply.document()) }
        return try reply.document()
    }

    private static func all(_ cursor: OpaquePointer?) throws(StoreError) -> [BSONDocument] {
        defer { mongoc_cursor_destroy(cursor) }
        var (documents, next): ([BSONDocument], OpaquePointer?) = ([], nil)
        while mongoc_cursor_next(cursor, &next) {
            if let next { documents.append(try CBSON.copy(next)) }
        }
        var (error, reply): (bson_error_t, OpaquePointer?) = (bson_error_t(), nil)
        if mongoc_cursor_error_document(cursor, &error, &reply) {
            throw StoreError(mongo: error, reply: reply.flatMap { try? CBSON.copy($0) })
        }
        return documents
    }
}
