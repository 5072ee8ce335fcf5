import Domain
import Resilience
import SQLiteStore
import Studio
import Telemetry
import TestSupport
import VideoFolder

/// A job runner on a real store and a real folder, with scripted providers and virtual time.
struct Workshop {
    let folder: TemporaryFolder
    let store: SQLiteStore
    let shelf: FolderVideoShelf
    let journal = JobJournal()
    let wallClock = ManualWallClock()
    let provider: ScriptedProvider
    let guarded: ProviderGuard
    let runner: JobRunner
    let job: VideoJob
    private let parts: JobRunner.Parts

    /// - Parameters:
    ///   - provider: Who makes the videos.
    ///   - fallbacks: Who makes substitutes.
    ///   - timePasses: Whether what is waited for passes on the wall clock too.
    ///   - guarding: How the provider is guarded.
    ///   - configure: Changes how the runner works.
    init(
        _ provider: ScriptedProvider, fallbacks: [ScriptedProvider] = [], timePasses: Bool = true,
        webhooks: (any WebhookSender)? = nil,
        guarding: (inout ProviderGuard.Configuration) -> Void = { _ in },
        configure: (inout JobRunner.Configuration) -> Void = { _ in }
    ) async throws {
        folder = try TemporaryFolder()
        store = try SQLiteStore(path: folder.file("reprise.sqlite"))
        shelf = try FolderVideoShelf(folder: folder.file("videos"))
        self.provider = provider
        var guards = ProviderGuard.Configuration()
        guarding(&guards)
        guarded = ProviderGuard(provider, configuration: guards, clock: wallClock)
        var parts = JobRunner.Parts(
            jobs: store, providers: [guarded], fallbacks: fallbacks, shelf: shelf, journal: journal,
            wallClock: wallClock, clock: ImpatientClock(moving: timePasses ? wallClock : nil),
            random: SeededRandom(seed: 1), metrics: VideoMetrics(MetricsRegistry()), log: .silent)
        parts.webhooks = webhooks
        self.parts = parts
        var configuration = JobRunner.Configuration(owner: "test")
        configure(&configuration)
        runner = JobRunner(parts: parts, configuration: configuration)
        var job = try Self.job(2, by: provider.name, at: wallClock.now())
        if webhooks != nil { job.webhook = VideoJob.Webhook(url: "https://example.org/hook") }
        self.job = job
        try await store.enqueue(job)
    }

    static func job(_ seed: UInt64, by provider: String, at now: Timestamp) throws -> VideoJob {
        VideoJob(
            id: VideoJob.ID(at: now, random: SeededRandom(seed: seed)), workspace: .standard,
            prompt: Prompt.ID(at: now, random: SeededRandom(seed: 3)), revision: 1,
            request: VideoRequest(
                text: "a puppy", idea: "강아지", model: ModelName(rawValue: "animatic"),
                format: try VideoFormat(), seed: 0),
            provider: provider, createdAt: now)
    }

    /// Another process on the same store, with the same providers.
    func neighbour(_ owner: String) -> JobRunner {
        JobRunner(parts: parts, configuration: JobRunner.Configuration(owner: owner))
    }

    /// The job as the store has it.
    var stored: VideoJob {
        get async throws { try await store.job(job.id, in: .standard) }
    }

    /// The states of the job, event by event.
    var told: [VideoJob.State] {
        get async throws { try await store.events(of: job.id, in: .standard, after: 0).map(\.state) }
    }
}
