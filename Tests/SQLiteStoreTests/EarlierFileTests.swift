import Domain
import Foundation
import TestSupport
import Testing

@testable import SQLiteStore

/// Files that programs of every earlier schema wrote are opened by this one, and nothing of them is lost.
///
/// The files of schema 2 to 4 were written by services of that time: two ideas, edits, a branch, a label,
/// a review and a video. That of schema 1 holds the same rows in the tables of the first release, that of
/// schema 5 and 6 are that of schema 4 after the steps to 5 and 6.
@Suite(.timeLimit(.minutes(5)))
struct EarlierFileTests {
    private let folder: TemporaryFolder
    private var path: String { folder.file(SQLiteStore.fileName) }

    init() throws { folder = try TemporaryFolder() }

    private func open(_ version: Int) throws -> SQLiteStore {
        let fixtures = try #require(Bundle.module.resourceURL).appending(path: "Fixtures")
        try FileManager.default.copyItem(
            at: fixtures.appending(path: "schema-\(version).sqlite"), to: URL(filePath: path))
        return try SQLiteStore(path: path)
    }

    @Test(arguments: 1..<SQLiteSchema.version)
    func `a file of an earlier schema is read whole, and goes on`(version: Int) async throws {
        let store = try open(version)
        try await store.checkIntegrity()
        let prompts = try await store.allPrompts(after: nil, limit: 10)
        #expect(
            prompts.map(\.head.text) == [
                "A cute puppy frolicking in golden hour light.",
                "A red car in the rain, wide shot, great depth, fine detail.",
            ])
        #expect(prompts.allSatisfy { $0.marks == PromptMarks() && $0.deletedAt == nil })
        let puppy = prompts[0]
        let history = try await PromptHistory.read(puppy.id, in: .standard, from: store)
        #expect(history.isWhole && history.revisions.count == (version == 1 ? 2 : 3))
        #expect(history.labels.map(\.revision) == (version == 1 ? [] : [2]))
        #expect(history.reviews.count == (version == 1 ? 0 : 1))
        #expect(history.edits.isEmpty == (version == 1))
        let jobs = try await store.jobs(in: .standard, of: puppy.id, before: nil, limit: 10)
        #expect(jobs.map(\.state) == [.succeeded])
        #expect(jobs.first?.result != nil)
        var samples = HistorySamples(seed: 95)
        let head = try await store.revision(puppy.head.number, of: puppy.id, in: .standard)
        try await store.append(
            samples.revision(after: head, number: history.revisions.count + 1), in: .standard)
    }

    @Test(arguments: 1..<SQLiteSchema.version)
    func `what came with a migration is found as soon as it is indexed`(version: Int) async throws {
        let store = try open(version)
        var query = PromptQuery()
        query.category = .animal
        // Its words are made above the store; until then nothing is known of it.
        #expect(try await store.find(query, in: .standard, after: nil, limit: 10).isEmpty)
        for prompt in try await store.prompts(withoutWordsOf: "1", limit: 10) {
            try await store.index(
                PromptWords(version: "1", idea: ["w\(prompt.head.number)"], text: []), of: prompt.id,
                revision: prompt.head.number, in: .standard)
        }
        #expect(try await store.prompts(withoutWordsOf: "1", limit: 10).isEmpty)
        let found = try await store.find(query, in: .standard, after: nil, limit: 10)
        #expect(found.map(\.prompt.head.number) == [2])
    }
}
