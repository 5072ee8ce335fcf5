package import Domain

/// Nearest vectors by MongoDB itself, for more of them than one machine holds.
///
/// A search waits for the database on the calling thread, and sees a change when MongoDB's index does: within a
/// second or so, not at once.
package struct MongoVectorIndex<Key: Hashable & Sendable & LosslessStringConvertible>: VectorIndex {
    private let pool: MongoPool
    private let commands: VectorSearchCommands

    /// - Parameters:
    ///   - store: Whose database is used.
    ///   - collection: One for each workspace and embedder.
    ///   - dimension: Length of every vector.
    package init(of store: MongoStore, collection: String, dimension: Int) {
        pool = store.pool
        commands = VectorSearchCommands(collection: collection, dimension: dimension)
    }

    /// Makes the search index; once, and it takes a while to be ready.
    package func prepare() throws(EmbeddingError) {
        _ = try run { (connection) throws(StoreError) in try connection.command(commands.createIndex) }
    }

    package var count: Int {
        let counts = try? run { (connection) throws(StoreError) in
            try connection.aggregate(commands.collection, [["$count": "count"]])
        }
        return counts?.first?["count"]?.int ?? 0
    }

    package func insert(_ vector: [Float], for key: Key) throws(EmbeddingError) {
        try check(vector)
        let (id, change) = (key.description, commands.replacement(vector))
        _ = try run { (connection) throws(StoreError) in
            try connection.write(
                [.update(["_id": .string(id)], change, upsert: true)], to: commands.collection)
        }
    }

    package func remove(_ key: Key) {
        // One that stays is not offered all the same: nobody knows its prompt any more.
        _ = try? run { (connection) throws(StoreError) in
            try connection.write([.delete(["_id": .string(key.description)])], to: commands.collection)
        }
    }

    package func removeAll(where isStrange: (Key) -> Bool) {
        let found = try? run { (connection) throws(StoreError) in
            try connection.find(commands.collection, [:], projection: ["_id": 1])
        }
        for key in (found ?? []).compactMap({ $0["_id"]?.string.flatMap(Key.init) }) where isStrange(key) {
            remove(key)
        }
    }

    package func nearest(to vector: [Float], limit: Int, among allowed: Set<Key>?) throws(EmbeddingError)
        -> [(key: Key, cosine: Float)]
    {
        try check(vector)
        guard limit > 0, allowed?.isEmpty != true else { return [] }
        let stages = commands.nearest(to: vector, limit: limit, among: allowed?.map(\.description).sorted())
        let found = try run { (connection) throws(StoreError) in
            try connection.aggregate(commands.collection, stages)
        }
        return found.compactMap { document in
            guard let key = document["_id"]?.string.flatMap(Key.init),
                case .double(let score)? = document["score"]
            else { return nil }
            return (key, VectorSearchCommands.cosine(ofScore: score))
        }
    }

    package func cosines(of keys: [Key], to vector: [Float]) throws(EmbeddingError) -> [Float?] {
        try check(vector)
        let names: BSON = .array(keys.map { .string($0.description) })
        let found = try run { (connection) throws(StoreError) in
            try connection.find(commands.collection, ["_id": ["$in": names]])
        }
        let vectors = Dictionary(
            found.compactMap { document in
                document["_id"]?.string.flatMap { id in commands.vector(in: document).map { (id, $0) } }
            }
        ) { first, _ in first }
        return keys.map { vectors[$0.description].map { Self.cosine($0, vector) } }
    }

    private static func cosine(_ one: [Float], _ other: [Float]) -> Float {
        let dot = zip(one, other).reduce(Float(0)) { $0 + $1.0 * $1.1 }
        let lengths = [one, other].map { $0.reduce(Float(0)) { $0 + $1 * $1 }.squareRoot() }
        return min(max(dot / max(lengths[0] * lengths[1], .leastNormalMagnitude), -1), 1)
    }

    private func check(_ vector: [Float]) throws(EmbeddingError) {
        guard vector.count == commands.dimension else {
            throw EmbeddingError(
                "The vector has \(vector.count) components, the index \(commands.dimension): "
                    + "embed with the same model")
        }
        guard vector.allSatisfy(\.isFinite), vector.contains(where: { $0 != 0 }) else {
            throw EmbeddingError("The vector has no direction: a component is not finite, or all are zero")
        }
    }

    private func run<Value>(_ body: (borrowing MongoConnection) throws(StoreError) -> Value)
        throws(EmbeddingError) -> Value
    {
        do throws(StoreError) {
            return try pool.lease(body)
        } catch {
            throw EmbeddingError("MongoDB does not find vectors: \(error.message)")
        }
    }
}
