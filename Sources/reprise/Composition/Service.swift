import Domain
import Foundation
import LanguageModel
import Similarity
import Studio
import Telemetry
import VectorIndex

/// All parts of the service, put together from the settings.
struct Service: Sendable {
    let settings: Settings
    let log: Log
    let registry: MetricsRegistry
    let studio: Studio
    let runner: JobRunner
    /// Services that make videos.
    let remote: RemoteProviders
    /// Every part with what it is, for the greeting and the doctor.
    let statuses: [PartStatus]

    /// The language model that writes, if one is configured.
    let languageModel: LanguageModelWriter<ContinuousClock>?

    /// What other instances share with this one.
    let shared: SharedParts

    private let journal: JobJournal
    private let newJobs: AsyncStream<Void>
    let history: HistoryPlace
    private let recommender: Recommender
    private let embedder: RememberingEmbedder

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
        let meaning = try EmbedderChoice(settings)
        embedder = RememberingEmbedder(meaning.embedder, path: "\(folder.path)/vectors.rpvc")
        recommender = Recommender(reader: writing.reader, embedder: HashedEmbedder(), log: log)
        statuses = [writing.dictionary, meaning.status] + Self.builtIn(settings, folder: folder)
        let shared = try SharedParts(settings, registry: registry)
        self.shared = shared
        let (newJobs, newJob) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        self.newJobs = newJobs
        let journal = JobJournal { newJob.yield() }
        self.journal = journal
        let rendering = try Rendering(
            settings, folder: folder, store: history.store, journal: journal, registry: registry, log: log,
            clock: clock)
        runner = rendering.runner
        remote = rendering.remote
        var parts = Studio.Parts(
            history: history.store, jobs: history.store, learning: history.learning, cache: shared.cache,
            writer: writing.writer, catalogue: writing.catalogue, recommender: recommender,
            shelf: rendering.shelf, clock: clock, random: random, metrics: StudioMetrics(registry),
            video: rendering.parts, statuses: statuses,
            changingStatuses: { [languageModel, history] in
                history.statuses + [languageModel?.status, shared.status].compactMap(\.self)
            })
        parts.sharedCache = shared.redis
        parts.splits = shared.splits(beside: history.splits)
        parts.meaning = { [reader = writing.reader] in await reader.meaning(of: $0) }
        if writing.languageModel != nil { parts.recompose = writing.recomposed }
        studio = Studio(parts: parts, journal: journal, cache: CacheConfiguration(settings))
    }

    /// Runs `body` with a service and closes it behind.
    static func using<Value>(
        _ settings: Settings, shell: Shell, _ body: (Service) async throws -> Value
    ) async throws -> Value {
        // On the shell, what matters is said in one line; the log is for the service.
        let service = try Service(settings, log: .silent)
        await service.history.settle()
        let result = await Result {
            try await service.prepareCache()
            return try await body(service)
        }
        await service.close()
        return try result.get()
    }

    /// Builds the recommender's index from the history: by words at once, then by meaning.
    ///
    /// - Parameter limit: A longer history is compared by words and scenes only.
    func remember(meaningUpTo limit: Int = .max) async throws {
        let count = try await recommender.learn(from: history.store)
        try await recommender.learnOutcomes(from: history.store, learning: history.learning)
        guard count <= limit, embedder.version != recommender.embedder else { return }
        try await recommender.change(
            to: embedder, asking: embedder.source, from: history.store, learning: history.learning)
        keepVectors()
    }

    /// Vectors that are not kept are computed again at the next start, so a full disk is only worth a line.
    private func keepVectors() {
        do {
            try embedder.save()
        } catch {
            log.warning("vectors were not kept", ["reason": "\(error)"])
        }
    }

    /// Looks for Redis, and reads which ideas people said are not the same.
    func prepareCache() async throws {
        await shared.connect()
        try await studio.recallSplits()
    }

    /// Hears what other instances say and tells them what is new here: jobs, and ideas that are not the same.
    func talkToOthers() async {
        await withDiscardingTaskGroup { group in
            group.addTask { for await _ in shared.wakeUps.wakeUps() { journal.wake() } }
            group.addTask { for await split in shared.newSplits { studio.note(split) } }
            group.addTask { for await _ in newJobs { await shared.wakeUps.announce() } }
        }
    }

    /// Closes the store once nothing is being written; the workers end with the process.
    func close() async {
        await studio.finishWriting()
        keepVectors()
        await history.close()
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

extension CacheConfiguration {
    fileprivate init(_ settings: Settings) {
        self.init()
        lifetime = .seconds(settings.cacheSeconds)
        grace = .seconds(settings.cacheGraceSeconds)
        isByMeaning = settings.cachesByMeaning
        similarity = Double(settings.cacheSimilarity) / 100
    }
}
