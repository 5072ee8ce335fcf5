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
import VideoFolder

/// A studio on a real store whose prompts have any text.
struct EditingDesk {
    let studio: Studio
    let clock = ManualWallClock()
    let store: SQLiteStore
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        let data = BuildProducts.package.appending(path: "data")
        let reader = IdeaReader(
            analyzer: nil, lexicon: try Lexicon(folder: data.appending(path: "lexicon").path))
        let catalogue = try ModelCatalogue(folder: data.appending(path: "models"))
        store = try SQLiteStore(path: folder.file("reprise.sqlite"))
        studio = Studio(
            parts: Studio.Parts(
                history: store, jobs: store, learning: store, cache: MemoryPromptCache(maximumBytes: 1 << 20),
                writer: BuiltInWriter(reader: reader, catalogue: catalogue), catalogue: catalogue,
                recommender: Recommender(reader: reader, embedder: HashedEmbedder(), log: .silent),
                shelf: try FolderVideoShelf(folder: folder.file("videos")), clock: clock,
                random: SeededRandom(seed: 1), metrics: StudioMetrics(MetricsRegistry()),
                video: VideoParts(metrics: VideoMetrics(MetricsRegistry())), statuses: []),
            journal: JobJournal())
    }

    /// Keeps a new prompt of this text.
    func prompt(_ text: String) async throws -> Prompt.ID {
        var samples = HistorySamples(seed: UInt64(text.utf8.count))
        let (prompt, first) = try samples.prompt(text: text)
        try await store.create(prompt, first: first)
        return prompt.id
    }

    /// Saves a text, a second after what was saved before.
    func save(
        _ text: String, to id: Prompt.ID, by actor: Actor, basedOn base: Int? = nil,
        on branch: ReferenceName = .main
    ) async throws -> SavedRevision {
        clock.advance(by: .seconds(1))
        return try await studio.save(
            ConfigurationEdit(text: text), to: id, in: .standard, by: actor, basedOn: base, on: branch)
    }
}
