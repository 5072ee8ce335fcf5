import Domain
import Embedding
import Foundation
import LanguageModel
import MemoryCache
import RenderWorker
import Similarity
import Studio
import Telemetry
import VideoFolder

/// All parts of the service, put together from the settings.
struct Service: Sendable {
    let settings: Settings
    let log: Log
    let registry: MetricsRegistry
    let studio: Studio
    let runner: JobRunner
    /// Every part with what it is, for the greeting and the doctor.
    let statuses: [PartStatus]

    /// The language model that writes, if one is configured.
    let languageModel: LanguageModelWriter<ContinuousClock>?

    let history: HistoryPlace
    private let recommender: Recommender

    /// Opens stores and loads what the writer needs.
    ///
    /// - Throws: An error whose text names what cannot be used and what to do.
    init(_ settings: Settings, log: Log) throws {
        self.settings = settings
        self.log = log
        registry = MetricsRegistry()
        let folder = try DataFolder(settings.dataFolder)
        let (clock, random) = (SystemClock(), SystemRandomSource())
        history = try HistoryPlace(settings, folder: folder, registry: registry, clock: clock)
        let writing = try Writing(settings, log: log, registry: registry)
        languageModel = writing.languageModel
        let (embedder, embedding) = Self.embedder(settings)
        recommender = Recommender(reader: writing.reader, embedder: embedder, log: log)
        let renderer = try Self.renderer(settings, folder: folder, marksSubstitute: false)
        let fallback = try Self.renderer(settings, folder: folder, marksSubstitute: true)
        statuses = [writing.dictionary, embedding] + Self.builtIn(settings, folder: folder)
        let metrics = StudioMetrics(registry)
        let journal = JobJournal()
        let shelf = try FolderVideoShelf(folder: folder.videos)
        studio = Studio(
            parts: Studio.Parts(
                history: history.store, jobs: history.store,
                cache: MemoryPromptCache(maximumBytes: settings.cacheBytes),
                writer: writing.writer, catalogue: writing.catalogue, recommender: recommender,
                shelf: shelf, clock: clock, random: random, metrics: metrics, statuses: statuses,
                changingStatuses: { [languageModel, history] in
                    history.statuses + [languageModel?.status].compactMap(\.self)
                }),
            journal: journal, cacheLifetime: .seconds(settings.cacheSeconds))
        var configuration = JobRunner.Configuration(owner: "\(ProcessInfo.processInfo.globallyUniqueString)")
        configuration.concurrency = settings.renderWorkers
        runner = JobRunner(
            parts: JobRunner.Parts(
                jobs: history.store, marks: history.store, provider: renderer, fallback: fallback,
                shelf: shelf,
                journal: journal, wallClock: clock, clock: ContinuousClock(), random: random,
                metrics: metrics, log: log),
            configuration: configuration)
    }

    /// Runs `body` with a service and closes it behind.
    static func using<Value>(
        _ settings: Settings, shell: Shell, _ body: (Service) async throws -> Value
    ) async throws -> Value {
        // On the shell, what matters is said in one line; the log is for the service.
        let service = try Service(settings, log: .silent)
        await service.history.settle()
        let result = await Result { try await body(service) }
        await service.close()
        return try result.get()
    }

    /// Builds the recommender's index from the history.
    ///
    /// - Parameter limit: A longer history is compared by words and scenes only.
    func remember(meaningUpTo limit: Int = .max) async throws {
        try await recommender.learn(from: history.store, meaningUpTo: limit)
    }

    /// Closes the store; the workers end with the process.
    func close() async {
        await history.close()
    }

    private static func renderer(_ settings: Settings, folder: DataFolder, marksSubstitute: Bool)
        throws(ProviderError) -> LocalVideoProvider
    {
        var local = LocalVideoSettings(
            workerPath: Resources.workerProgram, temporaryFolder: folder.work)
        local.workerCount = settings.renderWorkers
        local.deadline = .seconds(settings.renderSeconds)
        local.marksSubstitute = marksSubstitute
        return try LocalVideoProvider(local)
    }

    private static func embedder(_ settings: Settings) -> (any Embedder, PartStatus) {
        let folder = Resources(settings).embeddingModel
        do {
            let embedder = try BERTEmbedder(directory: folder)
            return (
                embedder, PartStatus(name: "embedding", state: .ready, detail: "Meaning by \(folder)")
            )
        } catch {
            return (
                HashedEmbedder(),
                PartStatus(
                    name: "embedding", state: .degraded,
                    detail:
                        "Similar prompts are found by words only: \(error); 'make packages' fetches the model"
                )
            )
        }
    }

    private static func builtIn(_ settings: Settings, folder: DataFolder) -> [PartStatus] {
        let megabytes = settings.cacheBytes >> 20
        return [
            PartStatus(name: "cache", state: .ready, detail: "In memory, \(megabytes) MiB"),
            FileManager.default.isExecutableFile(atPath: Resources.workerProgram)
                ? PartStatus(
                    name: "renderer", state: .ready, detail: "Built in, \(settings.renderWorkers) at a time")
                : PartStatus(
                    name: "renderer", state: .down,
                    detail: "\(Resources.workerProgram) is missing; 'make build' makes it"),
        ]
    }
}

/// The machine's clock.
struct SystemClock: WallClock {
    func now() -> Timestamp { Timestamp(milliseconds: LogTime.now()) }
}

extension Result where Failure == any Error {
    fileprivate init(_ body: () async throws -> Success) async {
        do { self = .success(try await body()) } catch { self = .failure(error) }
    }
}
