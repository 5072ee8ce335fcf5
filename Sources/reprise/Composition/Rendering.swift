import Domain
import FaultyVideo
import Foundation
import HTTPClient
import RemoteVideo
import RenderWorker
import Resilience
import Studio
import Telemetry
import VideoFolder
import Webhooks

/// What makes videos: providers, fallbacks, the shelf, the runner of jobs.
struct Rendering: Sendable {
    let runner: JobRunner
    let shelf: FolderVideoShelf
    let parts: VideoParts
    /// Services that make videos.
    let remote: RemoteProviders

    /// - Throws: An error that names the folder or the setting that cannot be used.
    init(
        _ settings: Settings, folder: DataFolder, store: any JobStore & LifecycleStore, journal: JobJournal,
        registry: MetricsRegistry, log: Log, clock: any WallClock
    ) throws {
        let plan = try FaultPlan(settings.faults)
        let metrics = VideoMetrics(registry)
        shelf = try FolderVideoShelf(folder: folder.videos)
        var provider: any VideoProvider = try Self.renderer(settings, folder: folder, marksSubstitute: false)
        if !settings.faults.isEmpty {
            provider = try FaultyVideoProvider(provider, plan: plan, ledger: folder.faults)
        }
        let guarded = ProviderGuard(provider, configuration: Self.guarding(settings), clock: clock)
        let stills = StillWorker(Self.workers(settings, folder: folder))
        let pictures = PictureFolder(folder.pictures, client: HTTPClient()) {
            picture, rewritten throws(ProviderError) in
            try await stills.rewrite(
                PictureOrder(id: UUID().uuidString, picture: picture, rewritten: rewritten))
        }
        remote = try RemoteProviders(settings, stills: stills, pictures: pictures, clock: clock)
        let services = remote.providers.map {
            ProviderGuard($0, configuration: Self.guarding($0.book), clock: clock)
        }
        var parts = JobRunner.Parts(
            jobs: store, providers: [guarded] + services,
            fallbacks: try Self.fallbacks(settings, folder: folder, plan: plan), shelf: shelf,
            journal: journal, wallClock: clock, clock: ContinuousClock(), random: SystemRandomSource(),
            metrics: metrics, log: log)
        parts.marks = store
        parts.ledger = FileLedger(path: folder.ledger, limits: SpendingLimits(settings))
        parts.webhooks = try Self.webhooks(settings, clock: clock)
        parts.reached = Self.crashes(plan)
        runner = JobRunner(parts: parts, configuration: Self.configuration(settings))
        VideoMetrics.show(parts.providers, in: registry)
        var studio = Self.studioParts(parts, settings, metrics, remote)
        studio.pictures = pictures
        self.parts = studio
    }

    private static func studioParts(
        _ parts: JobRunner.Parts, _ settings: Settings, _ metrics: VideoMetrics, _ remote: RemoteProviders
    ) -> VideoParts {
        var studio = VideoParts(metrics: metrics)
        studio.providers = parts.providers.map(\.provider)
        studio.ledger = parts.ledger
        (studio.hints, studio.hooks) = (parts.hints, remote.hooks)
        studio.assumedPrice = Money(dollars: settings.assumedPrice)
        studio.directory = { await remote.entries(asks: $0) }
        studio.maximumWaiting = settings.maximumWaitingVideos
        studio.webhooks = parts.webhooks
        return studio
    }

    private static func configuration(_ settings: Settings) -> JobRunner.Configuration {
        var configuration = JobRunner.Configuration(owner: ProcessInfo.processInfo.globallyUniqueString)
        configuration.leaseDuration = .seconds(settings.leaseSeconds)
        configuration.deadline = .seconds(settings.videoSeconds)
        configuration.attemptDeadline = .seconds(settings.renderSeconds)
        if settings.videoDays > 0 { configuration.retention.age = .seconds(settings.videoDays * 86_400) }
        if settings.videoMebibytes > 0 { configuration.retention.bytes = settings.videoMebibytes << 20 }
        return configuration
    }

    /// A machine of our own is never too busy for one video, and never takes more than it has workers for.
    private static func guarding(_ settings: Settings) -> ProviderGuard.Configuration {
        var configuration = ProviderGuard.Configuration()
        configuration.concurrency = min(5, settings.renderWorkers)...settings.renderWorkers
        configuration.circuit.slowAfter = .seconds(20)
        return configuration
    }

    /// A service has as many jobs at a time as an account there usually may, in all processes together.
    private static func guarding(_ book: OfferBook) -> ProviderGuard.Configuration {
        var configuration = ProviderGuard.Configuration()
        configuration.concurrency = 1...book.concurrency
        configuration.sharedConcurrency = book.concurrency
        return configuration
    }

    private static func workers(_ settings: Settings, folder: DataFolder) -> LocalVideoSettings {
        var workers = LocalVideoSettings(workerPath: Resources.workerProgram, temporaryFolder: folder.work)
        workers.deadline = .seconds(60)
        return workers
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

    /// The animatic of the same prompt, and the stock animation when not even that can be made.
    private static func fallbacks(_ settings: Settings, folder: DataFolder, plan: FaultPlan) throws
        -> [any VideoProvider]
    {
        let stock = Resources(settings).folder + "/stock/substitute"
        return [
            try renderer(settings, folder: folder, marksSubstitute: true),
            StockVideoProvider(video: stock + ".webm", thumbnail: stock + ".jpg"),
        ]
    }

    private static func webhooks(_ settings: Settings, clock: any WallClock) throws(InputError)
        -> (any WebhookSender)?
    {
        guard !settings.webhookSecret.isEmpty else { return nil }
        var client = HTTPClient.Configuration()
        client.userAgent = "Reprise/\(VersionCommand.version)"
        return HTTPWebhookSender(
            client: HTTPClient(client), signature: try WebhookSignature(secret: settings.webhookSecret),
            clock: clock, allowsPrivate: settings.allowsPrivateWebhooks)
    }

    /// Ends the process as a power cut does, where and as often as the plan says.
    private static func crashes(_ plan: FaultPlan) -> @Sendable (JobStep) -> Void {
        { step in
            guard step.rawValue == plan.crashStep || Double.random(in: 0..<1) < plan.crash else { return }
            kill(getpid(), SIGKILL)
        }
    }
}

extension SpendingLimits {
    fileprivate init(_ settings: Settings) {
        func limit(_ dollars: Double) -> Money? { dollars > 0 ? Money(dollars: dollars) : nil }
        self.init(day: limit(settings.dayBudget), workspace: limit(settings.workspaceBudget))
    }
}
