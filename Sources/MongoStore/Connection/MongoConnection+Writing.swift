import CMongo
import Domain

extension MongoConnection {
    /// One part of a bulk write.
    enum Change {
        case insert(BSONDocument)
        /// Changes at most one document.
        case update(BSONDocument, BSONDocument, upsert: Bool = false)
        case delete(BSONDocument)
        /// Changes and deletes every document that fits; only inside a transaction.
        case updateAll(BSONDocument, BSONDocument)
        case deleteAll(BSONDocument)
    }

    /// Makes changes in order, and stops at the first that fails.
    ///
    /// - Returns: How many documents the updates found.
    /// - Throws: `StoreError.Code.conflict` when an identifier is taken.
    @discardableResult
    borrowing func write(_ changes: [Change], to collection: String) throws(StoreError) -> Int {
        guard !changes.isEmpty else { return 0 }
        let settings = try options(["ordered": true])
        let reply = CBSON()
        return try withCollection(collection) { (raw) throws(StoreError) in
            let bulk = mongoc_collection_create_bulk_operation_with_opts(raw, settings.raw)
            defer { mongoc_bulk_operation_destroy(bulk) }
            for change in changes { try Self.add(change, to: bulk) }
            var error = bson_error_t()
            guard mongoc_bulk_operation_execute(bulk, reply.raw, &error) != 0 else {
                throw StoreError(mongo: error, reply: try? reply.document())
            }
            return try reply.document()["nMatched"]?.int ?? 0
        }
    }

    /// Changes the first document that fits, in one step.
    ///
    /// - Parameter update: Operators, or an array of stages.
    /// - Returns: The document after the change; nil when none fits.
    borrowing func findAndModify(
        _ collection: String, _ filter: BSONDocument, sort: BSONDocument = [:], update: BSON
    ) throws(StoreError) -> BSONDocument? {
        let command = mongoc_find_and_modify_opts_new()
        defer { mongoc_find_and_modify_opts_destroy(command) }
        let query = CBSON(filter)
        let order = CBSON(sort)
        let change = CBSON(update.asDocument)
        mongoc_find_and_modify_opts_set_sort(command, order.raw)
        mongoc_find_and_modify_opts_set_update(command, change.raw)
        mongoc_find_and_modify_opts_set_flags(command, MONGOC_FIND_AND_MODIFY_RETURN_NEW)
        let settings = try options()
        let reply = CBSON()
        mongoc_find_and_modify_opts_append(command, settings.raw)
        return try withCollection(collection) { (raw) throws(StoreError) in
            var error = bson_error_t()
            guard
                mongoc_collection_find_and_modify_with_opts(raw, query.raw, command, reply.raw, &error)
            else { throw StoreError(mongo: error, reply: try? reply.document()) }
            return try reply.document()["value"]?.document
        }
    }

    /// Makes the indexes of a collection, and the collection, unless they are there.
    borrowing func createIndexes(_ indexes: [BSON], on collection: String) throws(StoreError) {
        let command = CBSON(["createIndexes": .string(collection), "indexes": .array(indexes)])
        let settings = try options()
        let reply = CBSON()
        var error = bson_error_t()
        guard
            mongoc_client_write_command_with_opts(
                client, database, command.raw, settings.raw, reply.raw, &error)
        else { throw StoreError(mongo: error, reply: try? reply.document()) }
    }

    private static func add(_ change: Change, to bulk: OpaquePointer?) throws(StoreError) {
        var error = bson_error_t()
        let isAdded: Bool
        switch change {
        case .insert(let document):
            let document = CBSON(document)
            isAdded = mongoc_bulk_operation_insert_with_opts(bulk, document.raw, nil, &error)
        case .update(let filter, let update, let upsert):
            let filter = CBSON(filter)
            let update = CBSON(update)
            let settings = CBSON(["upsert": .bool(upsert)])
            isAdded = mongoc_bulk_operation_update_one_with_opts(
                bulk, filter.raw, update.raw, settings.raw, &error)
        case .delete(let filter):
            let filter = CBSON(filter)
            isAdded = mongoc_bulk_operation_remove_one_with_opts(bulk, filter.raw, nil, &error)
        case .updateAll(let filter, let update):
            let filter = CBSON(filter)
            let update = CBSON(update)
            isAdded = mongoc_bulk_operation_update_many_with_opts(bulk, filter.raw, update.raw, nil, &error)
        case .deleteAll(let filter):
            let filter = CBSON(filter)
            isAdded = mongoc_bulk_operation_remove_many_with_opts(bulk, filter.raw, nil, &error)
        }
        guard isAdded else { throw StoreError(mongo: error) }
    }
}

extension BSON {
    /// An array is a document whose names are numbers.
    fileprivate var asDocument: BSONDocument {
        switch self {
        case .document(let document): document
        case .array(let values): BSONDocument(values.enumerated().map { (String($0.offset), $0.element) })
        default: [:]
        }
    }
}
