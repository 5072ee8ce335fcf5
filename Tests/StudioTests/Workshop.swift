import Domain
import SQLiteStore
import Studio
import Telemetry
import TestSupport
import VideoFolder

/// A job runner on a real store and a real folder, with scripted providers and virtual time.
struct Workshop {
    let folder: TemporaryFolder
    let store: SQLiteStore
    let journal = JobJournal()
    let wallClock = ManualWallClock()
    let provider: ScriptedProvider
    let fallback: ScriptedProvider?
    let runner: JobRunner
    let job: VideoJob

    /// - Parameter timePasses: Whether what is waited for passes on the wall clock too.
    init(
        _ provider: ScriptedProvider, fallback: ScriptedProvider? = nil, timePasses: Bool = true
    ) async throws {
        folder = try TemporaryFolder()
        store = try SQLiteStore(path: folder.file("reprise.sqlite"))
        self.provider = provider
        self.fallback = fallback
        runner = JobRunner(
            parts: JobRunner.Parts(
                jobs: store, provider: provider, fallback: fallback,
                shelf: try FolderVideoShelf(folder: folder.file("videos")), journal: journal,
                wallClock: wallClock, clock: ImpatientClock(moving: timePasses ? wallClock : nil),
                random: SeededRandom(seed: 1), metrics: StudioMetrics(MetricsRegistry()), log: .silent),
            configuration: JobRunner.Configuration(owner: "test"))
        job = VideoJob(
            id: VideoJob.ID(at: wallClock.now(), random: SeededRandom(seed: 2)), workspace: .standard,
            prompt: Prompt.ID(at: wallClock.now(), random: SeededRandom(seed: 3)), revision: 1,
            request: VideoRequest(
                text: "a puppy", idea: "강아지", model: ModelName(rawValue: "animatic"),
                format: try VideoFormat(), seed: 0),
            provider: provider.name, createdAt: wallClock.now())
        try await store.enqueue(job)
    }

    /// The job as the store has it.
    var stored: VideoJob {
        get async throws { try await store.job(job.id, in: .standard) }
    }
}
