import Domain
import Foundation
import TestSupport
import Testing

@testable import MongoStore

/// What only the MongoDB store does.
@Suite(.timeLimit(.minutes(5)), .enabled(if: MongodProcess.isThere, "\(MongodProcess.reason)"))
struct MongoStoreTests {
    private let database = "own-\(UUID().uuidString)"

    private func settings() throws -> MongoSettings {
        MongoSettings(uri: Secret(try #require(SharedMongo.patientURI)), database: database)
    }

    private func expectFailure(
        _ code: StoreError.Code, saying words: String, of body: () async throws -> Void
    ) async {
        let error = await #expect(throws: StoreError.self) { try await body() }
        #expect(error?.code == code && error?.message.contains(words) == true, "\(String(reflecting: error))")
    }

    @Test(arguments: ["", "localhost", "http://localhost", "mongodb://", "mongodb://a:b:c/"])
    func `what is no URI is refused by name, and never shown`(uri: String) {
        let error = #expect(throws: InputError.self) {
            _ = try MongoStore(MongoSettings(uri: Secret(uri), database: "a"))
        }
        #expect(error?.field == "mongodb-uri")
    }

    @Test func `a newer schema and another program's database are refused with a sentence`() async throws {
        let store = try MongoStore(try settings())
        try await store.checkHealth()
        for (change, words) in [
            (["$set": ["version": 99]] as BSONDocument, "newer version"),
            (["$set": ["version": 1, "application": "other"]], "another program"),
        ] {
            _ = try await store.run { (connection) throws(StoreError) in
                try connection.write([.update(["_id": "schema"], change)], to: Collection.meta)
            }
            let again = try MongoStore(try settings())
            await expectFailure(.internalFailure, saying: words) { try await again.checkHealth() }
        }
    }

    @Test func `a server that nobody listens on is unavailable within the time that was set`() async throws {
        var away = MongoSettings(
            uri: Secret("mongodb://127.0.0.1:\(try FreePort.find())/?replicaSet=none"), database: "a")
        away.selectionTimeout = .milliseconds(300)
        let store = try MongoStore(away)
        await expectFailure(.unavailable, saying: "cannot be reached") { try await store.checkHealth() }
    }

    @Test func `every index is there, and none that the list does not name`() async throws {
        let store = try MongoStore(try settings())
        try await store.checkHealth()
        for collection in Set(MongoSchema.indexes.map(\.collection)) {
            let found = try await store.run { (connection) throws(StoreError) in
                try connection.command(["listIndexes": .string(collection)])
            }
            let names = (found["cursor"]?.document?["firstBatch"]?.array ?? [])
                .compactMap { $0.document?["name"]?.string }
            let listed = MongoSchema.indexes.filter { $0.collection == collection }.map(\.name)
            #expect(Set(names) == Set(listed + ["_id_"]), "\(collection)")
        }
    }

    @Test func `a database of the first schema is brought up to date, and nothing of it is lost`()
        async throws
    {
        let store = try MongoStore(try settings())
        var samples = HistorySamples(seed: 70)
        let (prompt, first) = try samples.prompt()
        try await store.create(prompt, first: first)
        let second = samples.revision(after: first)
        try await store.append(second, in: .standard)
        // What the first version did not have.
        let added: BSON = ["authors": "", "isKept": "", "words": "", "marks": ""]
        _ = try await store.run { (connection) throws(StoreError) in
            try connection.write(
                [.update(["_id": BSON(prompt.id)], ["$unset": added])], to: Collection.prompts)
            try connection.write(
                [.update(["_id": "schema"], ["$set": ["version": 1]])], to: Collection.meta)
            for index in MongoSchema.findAndLife {
                _ = try connection.command([
                    "dropIndexes": .string(index.collection), "index": .string(index.name),
                ])
            }
        }
        let again = try MongoStore(try settings())
        #expect(try await again.revisions(of: prompt.id, in: .standard) == [first, second])
        #expect(try await again.prompt(prompt.id, in: .standard).marks == PromptMarks())
        var query = PromptQuery()
        query.author = second.author
        let found = try await again.find(query, in: .standard, after: nil, limit: 9)
        #expect(found.map(\.prompt.head.number) == [2])
        #expect(try await again.prompts(withoutWordsOf: "1", limit: 9).map(\.id) == [prompt.id])
        let due = try await again.prompts(untouchedSince: samples.now(), limit: 9)
        #expect(due.map(\.id) == [prompt.id])
    }
}
