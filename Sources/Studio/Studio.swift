package import Domain
package import Prompting

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
    /// How long a repeated idea gets the same prompt.
    let cacheLifetime: Duration

    /// Puts the parts together.
    ///
    /// - Parameters:
    ///   - parts: The stores, the writer and the rest.
    ///   - journal: Where changes of jobs are announced; the ``JobRunner`` must have the same one.
    ///   - cacheLifetime: How long a repeated idea gets the same prompt; an hour by default.
    package init(parts: Parts, journal: JobJournal, cacheLifetime: Duration = .seconds(3600)) {
        self.parts = parts
        self.journal = journal
        self.cacheLifetime = cacheLifetime
    }
}

/// What the studio knows of how videos are made.
package struct VideoParts: Sendable {
    /// Names of the providers; the first one makes what names no other.
    package var providers = [VideoJob.builtInProvider]
    /// More jobs than this do not wait: the next request is refused.
    package var maximumWaiting = 20_000
    /// Checks where ends of jobs are told; nil when nobody can be told.
    package var webhooks: (any WebhookSender)?
    package var metrics: VideoMetrics

    package init(metrics: VideoMetrics) { self.metrics = metrics }
}
