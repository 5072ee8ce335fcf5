package import Domain
package import Prompting
package import Similarity

/// The use cases of the service: write, edit, recommend, render.
///
/// It owns no I/O: everything it needs from the world comes through ``Parts``.
package struct Studio: Sendable {
    /// What the studio works with.
    package struct Parts: Sendable {
        package var history: any LivingArchive
        package var jobs: any JobStore
        package var learning: any LearningStore
        package var cache: any PromptCache
        package var writer: any PromptWriter
        package var catalogue: ModelCatalogue
        package var recommender: Recommender
        package var shelf: any VideoShelf
        package var clock: any WallClock
        package var random: any RandomSource
        package var metrics: StudioMetrics
        package var video: VideoParts
        /// How the parts that do not change while the service runs are doing.
        package var statuses: [PartStatus]
        /// How those are doing that come and go; asked at every look, so it must not wait.
        package var changingStatuses: @Sendable () -> [PartStatus]
        /// The part of the cache that instances share, to ask how it is doing; nil without one.
        package var sharedCache: (any SharedPromptCache)?
        /// Where it is kept which ideas are not the same; nil keeps it in memory only.
        package var splits: (any SplitBook)?
        /// What an idea means; nil when it cannot be read.
        package var meaning: @Sendable (Idea) async -> Meaning? = { _ in nil }
        /// Composes a draft's scene anew in the style of an idea; nil has it written from the start.
        package var recompose: (@Sendable (Idea, Draft) async throws -> Draft)?

        package init(
            history: any LivingArchive, jobs: any JobStore, learning: any LearningStore,
            cache: any PromptCache,
            writer: any PromptWriter, catalogue: ModelCatalogue, recommender: Recommender,
            shelf: any VideoShelf, clock: any WallClock, random: any RandomSource, metrics: StudioMetrics,
            video: VideoParts, statuses: [PartStatus],
            changingStatuses: @escaping @Sendable () -> [PartStatus] = { [] }
        ) {
            self.history = history
            self.jobs = jobs
            self.learning = learning
            self.cache = cache
            self.writer = writer
            self.catalogue = catalogue
            self.recommender = recommender
            self.shelf = shelf
            self.clock = clock
            self.random = random
            self.metrics = metrics
            self.video = video
            self.statuses = statuses
            self.changingStatuses = changingStatuses
        }
    }

    package let parts: Parts
    let journal: JobJournal
    let pace = PaceBook()
    let configuration: CacheConfiguration
    let caching: Caching

    /// Puts the parts together.
    ///
    /// - Parameters:
    ///   - parts: The stores, the writer and the rest.
    ///   - journal: Where changes of jobs are announced; the ``JobRunner`` must have the same one.
    ///   - cache: How the cache works.
    ///   - clock: What waiting for another instance is measured on.
    package init(
        parts: Parts, journal: JobJournal, cache: CacheConfiguration = CacheConfiguration(),
        clock: any Clock<Duration> = ContinuousClock()
    ) {
        self.parts = parts
        self.journal = journal
        configuration = cache
        caching = Caching(clock: clock)
    }
}

/// What the studio knows of how videos are made.
package struct VideoParts: Sendable {
    /// The providers; the first one makes what names no other.
    package var providers: [any VideoProvider] = []
    /// Every provider there is or could be; asks those that are on when told to.
    package var directory: @Sendable (_ asks: Bool) async -> [ProviderEntry] = { _ in [] }
    /// More jobs than this do not wait: the next request is refused.
    package var maximumWaiting = 20_000
    /// Checks where ends of jobs are told; nil when nobody can be told.
    package var webhooks: (any WebhookSender)?
    package var metrics: VideoMetrics
    /// Takes pictures that videos start from and end with; nil takes none.
    package var pictures: (any PictureKeeper)?
    /// Checks the messages of services; nil takes none.
    package var hooks: (any HookReceiver)?
    /// Wakes those who wait for the next look at a job; the ``JobRunner`` must have the same.
    package var hints = LookHints()
    /// What was spent and how much may be; nil keeps no ledger.
    package var ledger: (any SpendingLedger)?
    /// What a video is taken to cost whose price nobody has seen.
    package var assumedPrice = Money(dollars: 1)

    package init(metrics: VideoMetrics) { self.metrics = metrics }
}
