import Diffing
import Domain
import Foundation
import Korean
import MemoryCache
import Prompting
import SQLiteStore
import Similarity
import Studio
import Telemetry
import TestSupport
import Testing
import VideoFolder

/// Writing, editing and recommending on real parts; English ideas, so that no dictionary is needed.
@Suite(.timeLimit(.minutes(5)))
struct StudioTests {
    private let folder: TemporaryFolder
    private let studio: Studio

    init() throws {
        folder = try TemporaryFolder()
        let data = BuildProducts.package.appending(path: "data")
        let reader = IdeaReader(
            analyzer: nil, lexicon: try Lexicon(folder: data.appending(path: "lexicon").path))
        let catalogue = try ModelCatalogue(folder: data.appending(path: "models"))
        let store = try SQLiteStore(path: folder.file("reprise.sqlite"))
        studio = Studio(
            parts: Studio.Parts(
                history: store, jobs: store, learning: store, cache: MemoryPromptCache(maximumBytes: 1 << 20),
                writer: BuiltInWriter(reader: reader, catalogue: catalogue), catalogue: catalogue,
                recommender: Recommender(reader: reader, embedder: HashedEmbedder(), log: .silent),
                shelf: try FolderVideoShelf(folder: folder.file("videos")), clock: ManualWallClock(),
                random: SeededRandom(seed: 1), metrics: StudioMetrics(MetricsRegistry()),
                video: VideoParts(metrics: VideoMetrics(MetricsRegistry())), statuses: []),
            journal: JobJournal())
    }

    @Test func `a repeated idea gets the prompt that was kept`() async throws {
        let idea = try Idea(typed: " A cat playing piano ")
        let first = try await studio.write(idea, in: .standard)
        let second = try await studio.write(try Idea(typed: "A cat playing piano"), in: .standard)
        #expect((first.cache, second.cache) == (.miss, .hit))
        #expect(second.prompt == first.prompt)
        #expect(try await studio.prompts(in: .standard, before: nil, limit: 10).count == 1)
    }

    @Test func `bypassing the cache writes anew, and other wishes are another idea`() async throws {
        let idea = try Idea(typed: "A cat playing piano")
        var hints = Hints()
        hints.seed = 1
        _ = try await studio.write(idea, in: .standard)
        let anew = try await studio.write(idea, in: .standard, policy: .renew)
        let other = try await studio.write(
            try Idea(typed: "A cat playing piano", hints: hints), in: .standard)
        #expect((anew.cache, other.cache) == (.bypass, .miss))
        #expect(try await studio.prompts(in: .standard, before: nil, limit: 10).count == 3)
    }

    @Test func `a repeated idea gets the text as it was edited`() async throws {
        let idea = try Idea(typed: "A cat playing piano")
        let prompt = try await studio.write(idea, in: .standard).prompt
        _ = try await studio.save(
            ConfigurationEdit(text: "A cat playing drums."), to: prompt.id, in: .standard, by: .kim)
        let again = try await studio.write(idea, in: .standard)
        #expect(again.cache == .hit)
        #expect(again.prompt.head.text == "A cat playing drums.")
    }

    @Test func `an idea in another workspace is another prompt`() async throws {
        let idea = try Idea(typed: "A cat playing piano")
        let mine = try await studio.write(idea, in: .standard)
        let theirs = try await studio.write(idea, in: Workspace(rawValue: "theirs"))
        #expect(theirs.cache == .miss)
        #expect(theirs.similar.isEmpty)
        let error = await #expect(throws: StoreError.self) {
            try await studio.prompt(mine.prompt.id, in: Workspace(rawValue: "theirs"))
        }
        #expect(error?.code == .notFound)
    }

    @Test(arguments: UInt64(0)..<3)
    func `every revision can be rebuilt from the first`(seed: UInt64) async throws {
        let prompt = try await studio.write(try Idea(typed: "A cat playing piano"), in: .standard).prompt
        var random = SplitMix64(seed: seed)
        let words = ["고양이", "강아지가", "\u{1112}\u{1161}\u{11AB}", "golden", "👩‍👩‍👧", "\r\n", "light,"]
        for _ in 0..<20 {
            let text = (0..<8).compactMap { _ in words.randomElement(using: &random) }.joined(separator: " ")
            _ = try await studio.save(
                ConfigurationEdit(text: text), to: prompt.id, in: .standard, by: .kim)
        }
        for revision in try await studio.revisions(of: prompt.id, in: .standard) {
            let rebuilt = try await studio.rebuild(revision.number, of: prompt.id, in: .standard)
            #expect(Array(rebuilt.text.utf8) == Array(revision.text.utf8))
        }
    }

    @Test func `saving the same text saves nothing`() async throws {
        let prompt = try await studio.write(try Idea(typed: "A cat playing piano"), in: .standard).prompt
        let saved = try await studio.save(
            ConfigurationEdit(text: prompt.head.text), to: prompt.id, in: .standard, by: .kim)
        #expect(saved.isUnchanged)
        #expect(saved.revision.number == 1)
    }

    @Test func `an edit of an older revision is a conflict and overwrites nothing`() async throws {
        let prompt = try await studio.write(try Idea(typed: "A cat playing piano"), in: .standard).prompt
        _ = try await studio.save(
            ConfigurationEdit(text: "mine"), to: prompt.id, in: .standard, by: .kim, basedOn: 1)
        let error = await #expect(throws: EditConflict.self) {
            try await studio.save(
                ConfigurationEdit(text: prompt.head.text + " Rain falls."), to: prompt.id, in: .standard,
                by: .lee, basedOn: 1)
        }
        #expect(error?.head.number == 2 && error?.base.number == 1)
        #expect(try await studio.prompt(prompt.id, in: .standard).head.text == "mine")
    }

    @Test(
        arguments: zip(
            ["", " \n", "a\u{0}b"] as [VisibleText], [InputError.Code.empty, .empty, .forbiddenCharacter]))
    func `text that cannot be a prompt is refused`(sample: VisibleText, code: InputError.Code) async throws {
        let prompt = try await studio.write(try Idea(typed: "A cat playing piano"), in: .standard).prompt
        let error = await #expect(throws: InputError.self) {
            try await studio.save(
                ConfigurationEdit(text: sample.text), to: prompt.id, in: .standard, by: .kim)
        }
        #expect(error?.code == code)
        #expect(error?.field == "text")
    }

    @Test func `a similar idea is offered the prompt, another is not`() async throws {
        let prompt = try await studio.write(try Idea(typed: "A cat playing piano"), in: .standard).prompt
        let alike = try await studio.recommendations(
            for: try Idea(typed: "A white cat playing a piano"), in: .standard)
        #expect(alike.items.first?.prompt == prompt.id)
        #expect(alike.items.first?.reasons.isEmpty == false)
        let unlike = try await studio.recommendations(
            for: try Idea(typed: "Skyscrapers at night"), in: .standard)
        #expect(unlike.items.isEmpty)
        #expect(unlike.why != nil)
    }
}
