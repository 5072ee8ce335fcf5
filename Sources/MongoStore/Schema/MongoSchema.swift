import Domain

/// The collections with their indexes, and the way from every earlier form of them to this one.
///
/// A step is never changed once it was released: a new form is a new step at the end. A step can be done
/// twice, since two instances may start at once.
enum MongoSchema {
    /// The version that this program writes, kept in `meta`.
    static var version: Int { steps.count }

    /// Every index there is.
    static var indexes: [MongoIndex] { steps.flatMap(\.self) }

    /// What each version added.
    private static let steps = [historyAndJobs, findAndLife, access, purging]

    /// Creates what is missing and brings the database up to date.
    ///
    /// - Throws: `StoreError.Code.internalFailure` when the server cannot do what the store promises, or
    ///   the database belongs to a newer version or another program; it is left as it is.
    static func update(_ connection: borrowing MongoConnection) throws(StoreError) {
        try checkServer(connection)
        let found = try storedVersion(connection)
        guard found < version else { return }
        for step in steps.dropFirst(found) { try create(step, on: connection) }
        if found == 1 { try addAuthorsAndMarks(connection) }
        try connection.write(
            [
                .update(
                    ["_id": "schema"],
                    ["$max": ["version": BSON(version)], "$set": ["application": .string(application)]],
                    upsert: true)
            ], to: Collection.meta)
    }

    /// Transactions and change streams need a replica set; one member is enough.
    private static func checkServer(_ connection: borrowing MongoConnection) throws(StoreError) {
        let hello = try connection.command(["hello": 1], of: "admin")
        guard hello["setName"] != nil || hello["msg"]?.string == "isdbgrid" else {
            throw StoreError(
                .internalFailure,
                "MongoDB runs alone, without transactions; start mongod with --replSet and initiate the "
                    + "set (one member is enough)")
        }
        guard let protocolVersion = hello["maxWireVersion"]?.int, protocolVersion >= oldestProtocol else {
            throw StoreError(.internalFailure, "MongoDB is older than version 5.0; use a newer one")
        }
    }

    private static func storedVersion(_ connection: borrowing MongoConnection) throws(StoreError) -> Int {
        guard let meta = try connection.find(Collection.meta, ["_id": "schema"], limit: 1).first else {
            return 0
        }
        guard meta["application"]?.string == application else {
            throw StoreError(
                .internalFailure,
                "The database belongs to another program; it was left as it is. Choose another with "
                    + "REPRISE_MONGODB_DATABASE")
        }
        let found = meta["version"]?.int ?? 0
        guard found <= version else {
            throw StoreError(
                .internalFailure,
                "The history was written by a newer version of Reprise (schema \(found), this one knows "
                    + "\(version)); start that version, or choose another database")
        }
        return found
    }

    /// Gives prompts of version 1 what version 2 finds them by; their words are made by whoever indexes.
    private static func addAuthorsAndMarks(_ connection: borrowing MongoConnection) throws(StoreError) {
        _ = try connection.aggregate(
            Collection.revisions,
            [
                ["$group": ["_id": "$_id.prompt", "authors": ["$addToSet": "$author"]]],
                ["$set": ["isKept": false]],
                [
                    "$merge": [
                        "into": .string(Collection.prompts), "whenMatched": "merge",
                        "whenNotMatched": "discard",
                    ]
                ],
            ])
    }

    private static func create(_ indexes: [MongoIndex], on connection: borrowing MongoConnection)
        throws(StoreError)
    {
        for collection in Set(indexes.map(\.collection)).sorted() {
            try connection.createIndexes(
                indexes.filter { $0.collection == collection }.map(\.description), on: collection)
        }
        // Transactions want their collections to be there; these need no index but that of `_id`.
        for collection in [Collection.revisions, Collection.jobEvents, Collection.lines] {
            try connection.createIndexes([["key": ["_id": 1], "name": "_id_"]], on: collection)
        }
    }

    private static let application = "reprise"
    /// That of MongoDB 5.0.
    private static let oldestProtocol = 13
}
