import Domain
import Foundation
import MongoStore
import TestSupport
import Testing

/// What an instance hears of the others.
@Suite(.timeLimit(.minutes(5)), .enabled(if: MongodProcess.isThere, "\(MongodProcess.reason)"))
struct MongoFeedTests {
    private let database = "feed-\(UUID().uuidString)"

    private func store() async throws -> MongoStore {
        try MongoStore(MongoSettings(uri: Secret(try await SharedMongo.uri()), database: database))
    }

    /// Reads until so many changes have come.
    private func changes(_ count: Int, of feed: MongoFeed) async throws -> [HistoryChange] {
        var changes: [HistoryChange] = []
        while changes.count < count { changes += try await feed.next() }
        return changes
    }

    @Test func `saves, the trash and purges of another instance are told in order, each once`() async throws {
        let (one, other) = (try await store(), try await store())
        let feed = other.feed()
        #expect(try await changes(1, of: feed) == [.missed])
        var samples = HistorySamples(seed: 80)
        let (prompt, first) = try samples.prompt()
        try await one.create(prompt, first: first)
        #expect(try await changes(1, of: feed) == [.saved(prompt)])
        let second = samples.revision(after: first)
        try await one.append(second, in: .standard)
        var edited = prompt
        edited.head = Prompt.Head(of: second)
        #expect(try await changes(1, of: feed) == [.saved(edited)])
        let entry = AuditEntry.sample(of: second, action: .deleted, in: .standard)
        try await one.delete(prompt.id, at: samples.now(), recording: entry, in: .standard)
        #expect(try await changes(1, of: feed) == [.removed(prompt.id, in: .standard)])
        try await one.purge(
            prompt.id, recording: .sample(of: second, action: .purged, in: .standard), in: .standard)
        #expect(try await changes(1, of: feed) == [.removed(prompt.id, in: .standard)])
    }

    @Test func `what people say and decide elsewhere is told`() async throws {
        let (one, other) = (try await store(), try await store())
        let feed = other.feed()
        var samples = HistorySamples(seed: 82)
        let (prompt, first) = try samples.prompt()
        _ = try await changes(1, of: feed)
        try await one.create(prompt, first: first)
        let feedback = RecommendationFeedback(
            id: RecommendationFeedback.ID(at: samples.now(), random: SystemRandomSource()),
            workspace: .standard, prompt: prompt.id, idea: "a cat", verdict: .rejected, author: "kim",
            savedAt: samples.now())
        try await one.record(feedback)
        let decision = RuleDecision(rule: "r", isOn: false, to: nil, author: "kim", savedAt: samples.now())
        try await one.decide(decision, in: .standard)
        #expect(
            try await changes(3, of: feed) == [
                .saved(prompt), .said(feedback), .decided(decision, in: .standard),
            ])
    }

    @Test func `a feed goes on where it was, whatever happened between two looks`() async throws {
        let (one, other) = (try await store(), try await store())
        let feed = other.feed()
        _ = try await changes(1, of: feed)
        var samples = HistorySamples(seed: 81)
        var prompts: [Prompt] = []
        for _ in 0..<700 {
            let (prompt, first) = try samples.prompt()
            try await one.create(prompt, first: first)
            prompts.append(prompt)
        }
        #expect(try await changes(700, of: feed) == prompts.map { .saved($0) })
    }
}
