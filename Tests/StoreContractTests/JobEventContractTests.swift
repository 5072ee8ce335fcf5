import Domain
import TestSupport
import Testing

/// What every `JobStore` promises about orders that come twice, retries, and what it remembers.
@Suite(.timeLimit(.minutes(5)))
struct JobEventContractTests {
    private let folder: TemporaryFolder
    private let start = Timestamp(milliseconds: 1_795_000_100_000)

    init() throws { folder = try TemporaryFolder() }

    @Test(arguments: Backend.allCases)
    func `the same key makes one job, in each workspace its own`(backend: Backend) async throws {
        let store = try backend.openStore(in: folder)
        var samples = HistorySamples(seed: 50)
        var jobs = try ["mine", "mine", "yours"].map { try samples.job(in: Workspace(rawValue: $0)) }
        for number in jobs.indices { jobs[number].idempotencyKey = "한번만 '; --" }
        #expect(try await store.enqueue(jobs[0]) == jobs[0])
        #expect(try await store.enqueue(jobs[1]) == jobs[0])
        #expect(try await store.enqueue(jobs[2]) == jobs[2])
        #expect(try await store.jobs(in: jobs[0].workspace, of: nil, before: nil, limit: 10) == [jobs[0]])
    }

    @Test(arguments: Backend.allCases)
    func `many requests with one key at a time make one job`(backend: Backend) async throws {
        let store = try backend.openStore(in: folder)
        var samples = HistorySamples(seed: 51)
        var jobs = try (0..<20).map { _ in try samples.job() }
        for number in jobs.indices { jobs[number].idempotencyKey = "key" }
        let kept = try await withThrowingTaskGroup(of: VideoJob.ID.self) { group in
            for job in jobs { group.addTask { try await store.enqueue(job).id } }
            return try await group.reduce(into: Set<VideoJob.ID>()) { $0.insert($1) }
        }
        #expect(kept.count == 1)
        #expect(try await store.counts() == [.queued: 1])
    }

    @Test(arguments: Backend.allCases)
    func `every event comes back in its order, as the job was then`(backend: Backend) async throws {
        let store = try backend.openStore(in: folder)
        var samples = HistorySamples(seed: 52)
        var job = try samples.job()
        try await store.enqueue(job)
        var expected = [job]
        for step in 1...6 {
            job.progress = Double(step) / 7
            job.failure = VideoJob.Failure(reason: .transient, message: samples.text())
            // A change that is not told is no event.
            try await store.save(job)
            job.tell(at: samples.now())
            try await store.save(job)
            expected.append(job)
        }
        #expect(try await store.events(of: job.id, in: .standard, after: 0) == expected)
        #expect(try await store.events(of: job.id, in: .standard, after: 4) == Array(expected.dropFirst(4)))
        #expect(try await store.events(of: job.id, in: .standard, after: 7).isEmpty)
        await expectStoreError(.notFound) {
            _ = try await store.events(of: job.id, in: Workspace(rawValue: "other"), after: 0)
        }
    }

    @Test(arguments: Backend.allCases)
    func `an event holds no lease, and cancelling is one`(backend: Backend) async throws {
        let store = try backend.openStore(in: folder)
        var samples = HistorySamples(seed: 53)
        let job = try samples.job()
        try await store.enqueue(job)
        var held = try #require(
            try await store.claim(.rendering(by: "local"), owner: "a", at: start, for: .seconds(10)))
        held.state = .running
        held.tell(at: start)
        try await store.save(held)
        _ = try await store.cancel(job.id, in: .standard, at: start)
        let events = try await store.events(of: job.id, in: .standard, after: 0)
        #expect(events.map(\.eventNumber) == [1, 2, 3])
        #expect(events.map(\.state) == [.queued, .running, .cancelled])
        #expect(events.allSatisfy { $0.lease == nil })
    }

    @Test(arguments: Backend.allCases, VideoJob.State.allCases)
    func `what ended without its video can be tried again, and only that`(
        backend: Backend, state: VideoJob.State
    ) async throws {
        let store = try backend.openStore(in: folder)
        var samples = HistorySamples(seed: 54)
        var job = try samples.job()
        try await store.enqueue(job)
        job.state = state
        job.result = VideoFile(
            name: "a", thumbnailName: "b", bytes: 7, digest: "00", isSubstitute: state != .succeeded)
        try await store.save(job)
        let again = try await store.retry(job.id, in: .standard, at: start)
        #expect(try await store.job(job.id, in: .standard) == again)
        guard state.isFinal, state != .succeeded else { return #expect(again == job) }
        #expect(again.state == .queued && again.round == 2 && again.result == job.result)
        #expect(again.eventNumber == job.eventNumber + 1)
        let claimed = try await store.claim(.rendering(by: "local"), owner: "a", at: start, for: .zero)
        #expect(claimed?.id == job.id)
        await expectStoreError(.notFound) {
            _ = try await store.retry(job.id, in: Workspace(rawValue: "other"), at: start)
        }
    }

    @Test(arguments: Backend.allCases)
    func `changes since a moment come in the order of their time`(backend: Backend) async throws {
        let store = try backend.openStore(in: folder)
        var samples = HistorySamples(seed: 55)
        var jobs = try (0..<6).map { number in
            try samples.job(in: Workspace(rawValue: "workspace \(number % 2)"))
        }
        for job in jobs { try await store.enqueue(job) }
        for number in [4, 1] {
            jobs[number].tell(at: samples.now())
            try await store.save(jobs[number])
        }
        let all = try await store.changes(since: jobs[0].createdAt, limit: 1000)
        #expect(all.map(\.id) == [0, 2, 3, 5, 4, 1].map { jobs[$0].id })
        let last = try await store.changes(since: jobs[4].updatedAt, limit: 1000)
        #expect(last == [jobs[4], jobs[1]])
        #expect(try await store.changes(since: jobs[0].createdAt, limit: 1) == [jobs[0]])
    }
}
