package import Domain
package import Resilience
package import Telemetry

/// Takes video jobs from the store and has them made, a few at a time for each provider.
package struct JobRunner: Sendable {
    /// How the runner works.
    package struct Configuration: Sendable {
        /// Who holds the leases; unique among all processes that share the store.
        package var owner: String
        /// How long a lease lasts; a job whose runner died is taken over after that.
        ///
        /// 15 s by default.
        package var leaseDuration: Duration = .seconds(15)
        /// Time from the beginning of a round to giving up; 10 min by default.
        package var deadline: Duration = .seconds(600)
        /// Time for one attempt at work that can be repeated; 5 min by default.
        package var attemptDeadline: Duration = .seconds(300)
        package var retry = RetryPolicy()
        /// When a job that ended without its real video is looked at again, each counted from the last
        /// look; after them it is left alone.
        package var revisits: [Duration] = [60, 300, 1800, 7200, 21_600].map(Duration.seconds)
        /// When the end of a job is told again after an attempt failed; the schedule of Standard Webhooks.
        package var webhookPauses: [Duration] = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400]
            .map(Duration.seconds)
        package var retention = VideoRetention()

        package init(owner: String) { self.owner = owner }
    }

    /// What the runner works with.
    package struct Parts: Sendable {
        package var jobs: any JobStore
        /// Where it is noted what came of a prompt; nil notes nothing.
        package var marks: (any LifecycleStore)?
        /// The first one makes what names no other.
        package var providers: [ProviderGuard]
        /// Who makes the substitute when every attempt has failed, each after the one before could not.
        package var fallbacks: [any VideoProvider]
        package var shelf: any VideoShelf
        package var webhooks: (any WebhookSender)?
        /// Notes what is spent before it is; nil keeps no ledger.
        package var ledger: (any SpendingLedger)?
        /// Wakes those who wait for the next look at a job.
        package var hints = LookHints()
        package var journal: JobJournal
        package var wallClock: any WallClock
        package var clock: any Clock<Duration>
        package var random: any RandomSource
        package var metrics: VideoMetrics
        package var log: Log
        /// Called at each step, so that a test can end the process there.
        package var reached: @Sendable (JobStep) -> Void = { _ in }

        package init(
            jobs: any JobStore, providers: [ProviderGuard], fallbacks: [any VideoProvider],
            shelf: any VideoShelf, journal: JobJournal, wallClock: any WallClock,
            clock: any Clock<Duration>, random: any RandomSource, metrics: VideoMetrics, log: Log
        ) {
            self.jobs = jobs
            self.providers = providers
            self.fallbacks = fallbacks
            self.shelf = shelf
            self.journal = journal
            self.wallClock = wallClock
            self.clock = clock
            self.random = random
            self.metrics = metrics
            self.log = log
        }
    }

    let parts: Parts
    let configuration: Configuration
    let leases: LeaseKeeper

    package init(parts: Parts, configuration: Configuration) {
        self.parts = parts
        self.configuration = configuration
        leases = LeaseKeeper(
            jobs: parts.jobs, clock: parts.wallClock, duration: configuration.leaseDuration)
    }

    /// Works until the task is cancelled; jobs in progress are then given back to the store, so that the
    /// next start goes on with them.
    package func run() async {
        await withDiscardingTaskGroup { group in
            group.addTask { await keepLeases() }
            group.addTask { await repeatedly(every: .seconds(1)) { await look(since: $0) } }
            group.addTask { await repeatedly(every: .seconds(5)) { _ in await showLoad() } }
            group.addTask { await repeatedly(every: .seconds(60)) { _ in await makeRoom() } }
            group.addTask { await tellWebhooks() }
            for provider in parts.providers {
                group.addTask { await work(for: provider) }
            }
        }
    }

    /// Extends the leases of the jobs under way until the task is cancelled; ``run()`` does it too.
    package func keepLeases() async {
        await repeatedly(every: configuration.leaseDuration / 3) { _ in await renewLeases() }
    }

    /// Extends the leases of the jobs under way once.
    package func renewLeases() async { await leases.beat() }

    /// Works on one job, through all its attempts, until it is final.
    ///
    /// - Returns: The job as it ended; nil when somebody else holds it or it is final already.
    package func run(_ id: VideoJob.ID) async -> VideoJob? {
        var done: VideoJob?
        while !Task.isCancelled, let job = await claim(.job(id)) {
            guard let provider = parts.providers.first(where: { $0.provider.name == job.provider }) else {
                return nil
            }
            let now = await work(on: job, with: provider)
            done = now
            guard !now.state.isFinal, now.lease?.owner == configuration.owner else { break }
            let pause = parts.wallClock.now().duration(to: now.notBefore ?? parts.wallClock.now())
            try? await parts.clock.sleep(for: max(.zero, pause))
        }
        return done
    }

    /// Has the jobs of a provider made, as many at a time as it bears.
    private func work(for provider: ProviderGuard) async {
        let work = JobWork.rendering(by: provider.provider.name, atMost: provider.sharedConcurrency)
        await withDiscardingTaskGroup { group in
            for await _ in parts.journal.wakeUps() {
                while let slot = provider.takeSlot() {
                    guard let job = await claim(work) else {
                        provider.giveBack(slot, .undecided)
                        break
                    }
                    group.addTask {
                        let failures = job.attempts.count
                        let now = await self.work(on: job, with: provider)
                        provider.giveBack(slot, now.loadOutcome(since: failures))
                        parts.journal.wake()
                    }
                }
            }
            group.cancelAll()
        }
    }

    private func work(on job: VideoJob, with provider: ProviderGuard) async -> VideoJob {
        parts.reached(.claimed)
        if !job.attempts.isEmpty, job.state != .queued { parts.metrics.takeovers.increment() }
        let task = Task {
            var run = JobRun(job, provider: provider, parts: parts, configuration: configuration)
            return await run.run()
        }
        leases.keep(job) { task.cancel() }
        defer { leases.release(job.id) }
        return await withTaskCancellationHandler {
            await task.value
        } onCancel: {
            task.cancel()
        }
    }

    func claim(_ work: JobWork) async -> VideoJob? {
        do {
            return try await parts.jobs.claim(
                work, owner: configuration.owner, at: parts.wallClock.now(), for: configuration.leaseDuration)
        } catch {
            parts.log.error("job could not be claimed", ["error": error.debugDescription])
            return nil
        }
    }

    /// Looks for jobs of dead runners and changes by other processes, which announce nothing here.
    private func look(since moment: Timestamp) async {
        parts.journal.wake()
        guard parts.journal.hasFollowers else { return }
        // Clocks of several machines differ, and a save takes its time.
        let changes = try? await parts.jobs.changes(since: moment.advanced(by: .seconds(-5)), limit: 1000)
        for job in changes ?? [] { parts.journal.heard(of: job) }
    }

    private func showLoad() async {
        guard let load = try? await parts.jobs.load() else { return }
        parts.metrics.show(load, at: parts.wallClock.now())
    }

    /// Does something again and again until the task is cancelled.
    ///
    /// - Parameter body: Gets the moment of the last time.
    private func repeatedly(every pause: Duration, _ body: (Timestamp) async -> Void) async {
        var last = parts.wallClock.now()
        while !Task.isCancelled {
            let now = parts.wallClock.now()
            await body(last)
            last = now
            try? await parts.clock.sleep(for: pause)
        }
    }
}

extension VideoJob {
    /// What the work since then says of the provider's load.
    fileprivate func loadOutcome(since count: Int) -> ConcurrencyLimit.Outcome {
        if state == .succeeded { return .succeeded }
        guard attempts.count > count || state == .queued, let failure = attempts.last?.failure else {
            return .undecided
        }
        return ProviderError(failure.reason, failure.message).loadOutcome
    }
}
