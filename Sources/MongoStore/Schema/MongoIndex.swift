/// An index with why it exists; `docs/storage.md` is held against this list.
struct MongoIndex: Sendable {
    let collection: String
    let name: String
    /// Fields in order, with 1 for ascending.
    let fields: [String]
    /// Only documents that have this field.
    let onlyWith: String?
    let isUnique: Bool
    /// Which question it answers.
    let reason: String

    init(
        _ collection: String, _ name: String, _ fields: [String], onlyWith: String? = nil,
        isUnique: Bool = false, _ reason: String
    ) {
        self.collection = collection
        self.name = name
        self.fields = fields
        self.onlyWith = onlyWith
        self.isUnique = isUnique
        self.reason = reason
    }

    /// The index as the command `createIndexes` wants it.
    var description: BSON {
        let key = BSONDocument(fields.map { ($0, BSON.int(1)) })
        var description: BSONDocument = [
            "key": .document(key), "name": .string(name), "unique": .bool(isUnique),
        ]
        if let onlyWith {
            let exists: BSON = ["$exists": true]
            let filter = BSON.document(BSONDocument([(onlyWith, exists)]))
            description = description.with(["partialFilterExpression": filter])
        }
        return .document(description)
    }
}
