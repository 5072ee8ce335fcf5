package import Domain
package import Resilience
import Synchronization
package import Telemetry

/// Takes video jobs from the store and has them made, a few at a time.
package struct JobRunner: Sendable {
    /// How the runner works.
    package struct Configuration: Sendable {
        /// Who holds the leases; unique among all processes that share the store.
        package var owner: String
        /// Jobs at the same time; 1 by default.
        package var concurrency = 1
        /// How long a lease lasts; a job whose runner died is taken over after that.
        ///
        /// 15 s by default.
        package var leaseDuration: Duration = .seconds(15)
        /// Time from the first submission to giving up; 10 min by default.
        package var deadline: Duration = .seconds(600)
        package var retry = RetryPolicy()

        package init(owner: String) { self.owner = owner }
    }

    /// What the runner works with.
    package struct Parts: Sendable {
        package var jobs: any JobStore
        /// Where it is noted what came of a prompt.
        package var marks: (any LifecycleStore)?
        package var provider: any VideoProvider
        /// Makes the substitute when every attempt has failed.
        package var fallback: (any VideoProvider)?
        package var shelf: any VideoShelf
        package var journal: JobJournal
        package var wallClock: any WallClock
        package var clock: any Clock<Duration>
        package var random: any RandomSource
        package var metrics: StudioMetrics
        package var log: Log

        package init(
            jobs: any JobStore, marks: (any LifecycleStore)? = nil, provider: any VideoProvider,
            fallback: (any VideoProvider)?, shelf: any VideoShelf, journal: JobJournal,
            wallClock: any WallClock,
            clock: any Clock<Duration>, random: any RandomSource, metrics: StudioMetrics,
            log: Log
        ) {
            self.jobs = jobs
            self.marks = marks
            self.provider = provider
            self.fallback = fallback
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

    package init(parts: Parts, configuration: Configuration) {
        self.parts = parts
        self.configuration = configuration
    }

    /// Works until the task is cancelled; jobs in progress are then given back to the store, so that the
    /// next start goes on with them.
    package func run() async {
        let free = Slots(configuration.concurrency)
        await withDiscardingTaskGroup { group in
            group.addTask { await tick() }
            for await _ in parts.journal.wakeUps {
                while free.take() {
                    guard let job = await claim(.rendering(by: parts.provider.name)) else {
                        free.give()
                        break
                    }
                    group.addTask {
                        await work(on: job)
                        free.give()
                        parts.journal.wake()
                    }
                }
            }
            group.cancelAll()
        }
    }

    /// Works on one job until it is final.
    ///
    /// - Returns: The job as it ended; nil when somebody else holds it or it is final already.
    package func run(_ id: VideoJob.ID) async -> VideoJob? {
        guard let job = await claim(.job(id)) else { return nil }
        return await work(on: job)
    }

    @discardableResult
    private func work(on job: VideoJob) async -> VideoJob {
        var run = JobRun(job, parts: parts, configuration: configuration)
        return await run.run()
    }

    private func claim(_ work: JobWork) async -> VideoJob? {
        do {
            return try await parts.jobs.claim(
                work, owner: configuration.owner, at: parts.wallClock.now(), for: configuration.leaseDuration)
        } catch {
            parts.log.error("job could not be claimed", ["error": error.debugDescription])
            return nil
        }
    }

    /// Looks for jobs of dead runners and other processes, which announce nothing here.
    private func tick() async {
        while !Task.isCancelled {
            parts.journal.wake()
            try? await parts.clock.sleep(for: .seconds(1))
        }
    }
}

/// How many more jobs may run.
private final class Slots: Sendable {
    private let free: Mutex<Int>

    init(_ count: Int) { free = Mutex(count) }

    func take() -> Bool {
        free.withLock { free in
            guard free > 0 else { return false }
            free -= 1
            return true
        }
    }

    func give() { free.withLock { $0 += 1 } }
}
