import Domain

/// What MongoDB is told to find near vectors (`$vectorSearch`, which needs Atlas or a `mongot`).
struct VectorSearchCommands: Sendable {
    let collection: String
    let dimension: Int

    static let index = "vectors"
    private static let path = "vector"
    /// Candidates for each answer that is wanted; more find more and take longer.
    private static let breadth = 20
    /// What the server allows.
    private static let maximumCandidates = 10_000

    /// Makes the search index; vectors are compared by their angle.
    var createIndex: BSONDocument {
        let fields: BSON = [
            [
                "type": "vector", "path": .string(Self.path), "numDimensions": BSON(dimension),
                "similarity": "cosine",
            ],
            ["type": "filter", "path": "_id"],
        ]
        return [
            "createSearchIndexes": .string(collection),
            "indexes": [
                [
                    "name": .string(Self.index), "type": "vectorSearch", "definition": ["fields": fields],
                ]
            ],
        ]
    }

    /// The stages that find the nearest documents with their scores.
    ///
    /// - Parameter allowed: Only these documents, when given; filtered before ranking.
    func nearest(to vector: [Float], limit: Int, among allowed: [String]?) -> [BSON] {
        let candidates = min(max(limit * Self.breadth, 100), Self.maximumCandidates)
        var search: BSONDocument = [
            "index": .string(Self.index), "path": .string(Self.path), "queryVector": Self.numbers(vector),
            "numCandidates": BSON(candidates), "limit": BSON(min(limit, candidates)),
        ]
        if let allowed {
            search = search.with(["filter": ["_id": ["$in": .array(allowed.map(BSON.string))]]])
        }
        return [
            ["$vectorSearch": .document(search)],
            ["$project": ["score": ["$meta": "vectorSearchScore"]]],
        ]
    }

    /// The change that puts a vector in the place of another of the same key.
    func replacement(_ vector: [Float]) -> BSONDocument {
        ["$set": .document([Self.path: Self.numbers(vector)])]
    }

    /// The vector of a document.
    func vector(in document: BSONDocument) -> [Float]? {
        document[Self.path]?.array?.compactMap { number in
            if case .double(let value) = number { Float(value) } else { nil }
        }
    }

    /// MongoDB's score of an angle is (1 + cosine) / 2.
    static func cosine(ofScore score: Double) -> Float { Float(min(max(2 * score - 1, -1), 1)) }

    private static func numbers(_ vector: [Float]) -> BSON { .array(vector.map { .double(Double($0)) }) }
}
