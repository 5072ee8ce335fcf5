import Domain
import Foundation
import MongoStore
import TestSupport
import Testing

@testable import StoreBridge

/// A real server goes away and comes back; nothing acknowledged is lost, and nothing is there twice.
@Suite(
    .timeLimit(.minutes(5)), .serialized, .enabled(if: MongodProcess.isThere, "\(MongodProcess.reason)"))
struct BridgedStoreTests {
    private let folder: TemporaryFolder
    private let database = "bridge-\(UUID().uuidString)"
    private static let servers = try? MongoReplicaSet()

    init() throws { folder = try TemporaryFolder() }

    private func store() throws -> MongoStore {
        var settings = MongoSettings(uri: Secret(try #require(Self.servers).uri), database: database)
        settings.selectionTimeout = .milliseconds(500)
        return try MongoStore(settings)
    }

    private func bridge() throws -> BridgedStore<MongoStore> {
        try BridgedStore(try store(), BridgeSettings(path: folder.file("journal")))
    }

    /// The whole history through a store that waits for its server.
    private func patientStore() throws -> MongoStore {
        var settings = MongoSettings(uri: Secret(try #require(Self.servers).uri), database: database)
        settings.selectionTimeout = .seconds(60)
        return try MongoStore(settings)
    }

    private func leave() async throws { await (try #require(Self.servers)).members[0].kill() }

    private func comeBack() async throws {
        let servers = try #require(Self.servers)
        try await servers.onThread { try servers.members[0].start() }
        try await servers.settled()
    }

    @Test func `away, writes wait and reads are stale; back, the store has them in order`() async throws {
        let bridge = try bridge()
        var samples = HistorySamples(seed: 1)
        let (before, first) = try samples.prompt()
        try await patientStore().checkHealth()
        try await bridge.create(before, first: first)
        try await leave()
        let freshness = Freshness()
        let second = samples.revision(after: first)
        let (during, other) = try samples.prompt()
        try await Freshness.$current.withValue(freshness) {
            try await bridge.append(second, in: .standard)
            try await bridge.create(during, first: other)
            #expect(freshness.source == .journal)
            #expect(try await bridge.prompt(before.id, in: .standard).head == Prompt.Head(of: second))
            #expect(try await bridge.revisions(of: before.id, in: .standard) == [first, second])
            #expect(
                try await bridge.prompts(in: .standard, before: nil, limit: 9).map(\.id) == [
                    during.id, before.id,
                ])
            #expect(freshness.source == .stale)
        }
        #expect(bridge.backlog.writes == 2 && bridge.status.state == .degraded)
        await expectStoreError(.conflict) { try await bridge.append(second, in: .standard) }
        let stranger = try samples.prompt().prompt
        await expectStoreError(.unavailable) { _ = try await bridge.prompt(stranger.id, in: .standard) }
        await expectStoreError(.unavailable) {
            _ = try await bridge.edits(matching: EditQuery(), in: .standard, before: nil, limit: 1)
        }
        #expect(await bridge.settle() == false)
        try await comeBack()
        #expect(await bridge.settle())
        #expect(bridge.backlog == JournalBacklog() && bridge.status.state == .ready)
        let store = try patientStore()
        #expect(try await store.revisions(of: before.id, in: .standard) == [first, second])
        #expect(try await store.prompt(during.id, in: .standard) == during)
        #expect(try await bridge.revisions(of: before.id, in: .standard) == [first, second])
    }

    @Test func `a write that reached the store before its answer was lost is not made twice`() async throws {
        let bridge = try bridge()
        var samples = HistorySamples(seed: 2)
        let (prompt, first) = try samples.prompt()
        let second = samples.revision(after: first)
        let store = try patientStore()
        let words = PromptWords(version: "1", idea: ["강아지"], text: ["dog"])
        let created = AuditEntry.sample(of: first, action: .wrote, in: .standard)
        let saved = AuditEntry.sample(of: second, action: .saved, in: .standard)
        try await store.create(prompt, first: first, words: words, recording: created)
        try await store.append(
            second, words: words, edits: [], reverting: [], recording: saved, in: .standard)
        bridge.connection.lost()
        try await bridge.create(prompt, first: first, words: words, recording: created)
        try await bridge.append(
            second, words: words, edits: [], reverting: [], recording: saved, in: .standard)
        #expect(bridge.backlog.writes == 2)
        #expect(await bridge.settle())
        #expect(try await store.revisions(of: prompt.id, in: .standard) == [first, second])
        let trail = try await store.auditEntries(in: .standard, of: prompt.id, before: nil, limit: 9)
        #expect(trail.count == 2 && bridge.rejectedWrites == 0)
    }

    @Test func `revisions that somebody else was faster than go to a branch of their own`() async throws {
        let bridge = try bridge()
        var samples = HistorySamples(seed: 3)
        let (prompt, first) = try samples.prompt()
        let store = try patientStore()
        try await bridge.create(prompt, first: first)
        bridge.connection.lost()
        let mine = samples.revision(after: first)
        let next = samples.revision(after: mine)
        let label = Label(
            prompt: prompt.id, name: try ReferenceName("best", field: "label"), revision: 3, movedBy: "a",
            movedAt: samples.now())
        try await bridge.append(mine, in: .standard)
        try await bridge.append(next, in: .standard)
        try await bridge.move(
            label, recording: .sample(of: next, action: .movedLabel, in: .standard), in: .standard)
        let theirs = samples.revision(after: first)
        try await store.append(theirs, in: .standard)
        #expect(await bridge.settle())
        let chain = try await store.revisions(of: prompt.id, in: .standard)
        #expect(chain.map(\.number) == [1, 2, 3, 4] && chain[1] == theirs)
        #expect(chain[2].text == mine.text && chain[3].text == next.text)
        #expect(chain.map(\.parent) == [nil, 1, 1, 3] && chain[2].branch == chain[3].branch)
        #expect(chain[2].branch.rawValue.hasPrefix("away-"))
        #expect(try await store.labels(of: prompt.id, in: .standard).map(\.revision) == [4])
        #expect(bridge.rejectedWrites == 0)
    }

    @Test func `what the store refuses for good is set aside, and the rest goes on`() async throws {
        let bridge = try bridge()
        var samples = HistorySamples(seed: 4)
        let store = try patientStore()
        let job = try samples.job()
        try await bridge.enqueue(job)
        let now = samples.now()
        var held = try #require(try await bridge.claim(.job(job.id), owner: "a", at: now, for: .seconds(1)))
        bridge.connection.lost()
        held.progress = 0.5
        try await bridge.save(held)
        let (prompt, first) = try samples.prompt()
        try await bridge.create(prompt, first: first)
        let later = now.advanced(by: .seconds(5))
        _ = try await store.claim(.job(job.id), owner: "b", at: later, for: .seconds(1))
        #expect(await bridge.settle())
        #expect(bridge.rejectedWrites == 1)
        let aside = try String(contentsOfFile: folder.file("journal.rejected"), encoding: .utf8)
        #expect(aside.contains(job.id.rawValue) && aside.split(separator: "\n").count == 1)
        #expect(try await store.prompt(prompt.id, in: .standard) == prompt)
    }

    @Test func `a full journal refuses before it acknowledges`() async throws {
        var settings = BridgeSettings(path: folder.file("journal"))
        settings.largestBytes = 20_000
        let bridge = try BridgedStore(try store(), settings)
        bridge.connection.lost()
        var samples = HistorySamples(seed: 5)
        var kept: [Prompt] = []
        await expectStoreError(.unavailable) {
            while true {
                let (prompt, first) = try samples.prompt()
                try await bridge.create(prompt, first: first)
                kept.append(prompt)
            }
        }
        #expect(!kept.isEmpty)
        #expect(await bridge.settle())
        let found = try await patientStore().allPrompts(after: nil, limit: 1000)
        #expect(found == kept)
    }
}

/// Expects that `body` throws a ``StoreError`` with this code.
func expectStoreError(
    _ code: StoreError.Code, sourceLocation: SourceLocation = #_sourceLocation,
    _ body: () async throws -> Void
) async {
    let error = await #expect(throws: StoreError.self, sourceLocation: sourceLocation) { try await body() }
    #expect(error?.code == code, sourceLocation: sourceLocation)
}
