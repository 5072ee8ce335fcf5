import Domain
import Foundation
import TestSupport
import Testing

@testable import MongoStore

/// What MongoDB is told for `$vectorSearch`, by its shape; only Atlas or a `mongot` answers it.
@Suite struct VectorSearchCommandsTests {
    private let commands = VectorSearchCommands(collection: "near", dimension: 2)

    @Test func `the index compares angles and filters by key`() {
        let index = commands.createIndex["indexes"]?.array?.first?.document
        #expect(commands.createIndex["createSearchIndexes"]?.string == "near")
        #expect(index?["type"]?.string == "vectorSearch")
        let fields = index?["definition"]?.document?["fields"]?.array?.compactMap(\.document)
        #expect(fields?.first?["similarity"]?.string == "cosine")
        #expect(fields?.first?["numDimensions"]?.int == 2)
        #expect(fields?.last?["type"]?.string == "filter" && fields?.last?["path"]?.string == "_id")
    }

    @Test func `a search ranks after the filter, and asks for the score`() {
        let stages = commands.nearest(to: [1, 0.5], limit: 10, among: ["a", "b"]).compactMap(\.document)
        let search = stages.first?["$vectorSearch"]?.document
        #expect(stages.count == 2)
        #expect(search?["queryVector"]?.array == [.double(1), .double(0.5)])
        #expect(search?["index"]?.string == VectorSearchCommands.index)
        #expect(search?["limit"]?.int == 10 && search?["numCandidates"]?.int == 200)
        #expect(search?["filter"]?.document?["_id"]?.document?["$in"]?.array == ["a", "b"])
        #expect(
            stages.last?["$project"]?.document?["score"]?.document?["$meta"]?.string == "vectorSearchScore")
    }

    @Test(arguments: [(1, 100), (10, 200), (5000, 10_000), (50_000, 10_000)])
    func `candidates stay within what the server allows`(limit: Int, candidates: Int) {
        let search = commands.nearest(to: [1, 0], limit: limit, among: nil).first?.document?["$vectorSearch"]?
            .document
        #expect(search?["numCandidates"]?.int == candidates)
        #expect(search?["limit"]?.int == min(limit, candidates))
        #expect(search?["filter"] == nil)
    }

    @Test(arguments: [(1.0, Float(1)), (0.5, 0), (0, -1), (2, 1)])
    func `a score is read as a cosine`(score: Double, cosine: Float) {
        #expect(VectorSearchCommands.cosine(ofScore: score) == cosine)
    }
}

/// The index on a server without `mongot`: everything but the search itself.
@Suite(.timeLimit(.minutes(5)), .enabled(if: MongodProcess.isThere, "\(MongodProcess.reason)"))
struct MongoVectorIndexTests {
    private func index() async throws -> MongoVectorIndex<Int> {
        let store = try MongoStore(
            MongoSettings(uri: Secret(try await SharedMongo.uri()), database: "near-\(UUID().uuidString)"))
        return MongoVectorIndex(of: store, collection: "near", dimension: 2)
    }

    @Test func `vectors are kept, replaced and removed`() async throws {
        let index = try await index()
        for key in 0..<5 { try index.insert([Float(key), 1], for: key) }
        try index.insert([1, 0], for: 0)
        index.remove(4)
        index.removeAll { $0 == 3 }
        #expect(index.count == 3)
        #expect(try index.cosines(of: [0, 4], to: [2, 0]) == [1, nil])
    }

    @Test(arguments: [[], [1], [1, 2, 3], [.nan, 1], [0, 0]] as [[Float]])
    func `a vector that does not fit is refused`(vector: [Float]) async throws {
        let index = try await index()
        #expect(throws: EmbeddingError.self) { try index.insert(vector, for: 1) }
        #expect(throws: EmbeddingError.self) { try index.nearest(to: vector, limit: 1) }
    }

    @Test func `a server that cannot search says so`() async throws {
        let index = try await index()
        try index.insert([1, 0], for: 1)
        let error = #expect(throws: EmbeddingError.self) { try index.nearest(to: [1, 0], limit: 1) }
        #expect(error?.message.contains("MongoDB does not find vectors") == true)
    }
}
