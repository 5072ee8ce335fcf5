import Domain
import TestSupport
import Testing

/// What every `JobStore` promises, whatever keeps its records.
@Suite(.timeLimit(.minutes(5)))
struct JobStoreContractTests {
    private let folder: TemporaryFolder
    private let start = Timestamp(milliseconds: 1_795_000_100_000)

    init() throws { folder = try TemporaryFolder() }

    @Test(arguments: Backend.allCases, VideoJob.State.allCases)
    func `a job comes back as it was saved, whatever its state`(
        backend: Backend, state: VideoJob.State
    ) async throws {
        let store = try backend.openStore(in: folder)
        var samples = HistorySamples(seed: 20)
        var job = try samples.job()
        try await store.enqueue(job)
        #expect(try await store.job(job.id, in: .standard) == job)
        job.state = state
        job.progress = 0.1 + 0.2
        job.updatedAt = samples.now()
        var attempt = VideoJob.Attempt(provider: "local", startedAt: samples.now())
        attempt.failure = VideoJob.Failure(reason: .transient, message: samples.text())
        job.attempts = [attempt, VideoJob.Attempt(provider: "other", startedAt: samples.now())]
        job.handle = ProviderHandle(provider: "local", value: samples.text())
        job.result = VideoFile(
            name: "a.webm", thumbnailName: "a.png", bytes: Int.max, digest: "00", isSubstitute: true)
        job.failure = attempt.failure
        try await store.save(job)
        #expect(try await store.job(job.id, in: .standard) == job)
        #expect(try await store.counts() == [state: 1])
    }

    @Test(arguments: Backend.allCases)
    func `a taken identifier is refused and changes nothing`(backend: Backend) async throws {
        let store = try backend.openStore(in: folder)
        var samples = HistorySamples(seed: 21)
        let job = try samples.job()
        try await store.enqueue(job)
        var other = job
        other.progress = 1
        await expectStoreError(.conflict) { try await store.enqueue(other) }
        #expect(try await store.job(job.id, in: .standard) == job)
    }

    @Test(arguments: Backend.allCases)
    func `what is not there, or in another workspace, is not found`(backend: Backend) async throws {
        let store = try backend.openStore(in: folder)
        var samples = HistorySamples(seed: 22)
        let (job, missing) = (try samples.job(in: Workspace(rawValue: "mine")), try samples.job())
        try await store.enqueue(job)
        for id in [job.id, missing.id] {
            await expectStoreError(.notFound) { _ = try await store.job(id, in: .standard) }
            await expectStoreError(.notFound) {
                _ = try await store.cancel(id, in: .standard, at: start)
            }
        }
        await expectStoreError(.notFound) { try await store.save(missing) }
        #expect(try await store.jobs(in: .standard, of: nil, before: nil, limit: 10).isEmpty)
    }

    @Test(arguments: Backend.allCases, [1, 3, 1000])
    func `pages give every job once, the newest first, of one prompt or of all`(
        backend: Backend, limit: Int
    ) async throws {
        let store = try backend.openStore(in: folder)
        var samples = HistorySamples(seed: 23)
        let prompts = try (0..<2).map { _ in try samples.prompt().prompt.id }
        var jobs: [VideoJob] = []
        for number in 0..<8 {
            jobs.append(try samples.job(of: prompts[number % 2]))
            try await store.enqueue(jobs[number])
        }
        for prompt in prompts.map(Optional.some) + [nil] {
            var found: [VideoJob] = []
            while true {
                let page = try await store.jobs(
                    in: .standard, of: prompt, before: found.last?.id, limit: limit)
                guard !page.isEmpty else { break }
                #expect(page.count <= limit)
                found += page
            }
            #expect(found == jobs.filter { prompt == nil || $0.prompt == prompt }.reversed())
        }
    }

    @Test(arguments: Backend.allCases)
    func `cancelling ends a job once and takes its lease away`(backend: Backend) async throws {
        let store = try backend.openStore(in: folder)
        var samples = HistorySamples(seed: 24)
        let job = try samples.job()
        try await store.enqueue(job)
        var held = try #require(
            try await store.claim(.rendering(by: "local"), owner: "a", at: start, for: .seconds(10)))
        let cancelled = try await store.cancel(job.id, in: .standard, at: start)
        #expect(cancelled.state == .cancelled)
        #expect(cancelled.lease == nil)
        #expect(cancelled.updatedAt == start)
        #expect(try await store.job(job.id, in: .standard) == cancelled)
        held.progress = 0.5
        await expectStoreError(.conflict) { [held] in try await store.save(held) }
        let later = start.advanced(by: .seconds(60))
        #expect(try await store.cancel(job.id, in: .standard, at: later) == cancelled)
        #expect(
            try await store.claim(.rendering(by: "local"), owner: "b", at: later, for: .seconds(10)) == nil)
    }

    @Test(arguments: Backend.allCases)
    func `counts tell how many jobs are in each state`(backend: Backend) async throws {
        let store = try backend.openStore(in: folder)
        #expect(try await store.counts().values.reduce(0, +) == 0)
        var samples = HistorySamples(seed: 25)
        for (number, state) in VideoJob.State.allCases.enumerated() {
            for _ in 0...number {
                var job = try samples.job()
                try await store.enqueue(job)
                job.state = state
                try await store.save(job)
            }
        }
        let counts = try await store.counts()
        for (number, state) in VideoJob.State.allCases.enumerated() { #expect(counts[state] == number + 1) }
    }
}
