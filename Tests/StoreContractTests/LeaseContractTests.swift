import Domain
import TestSupport
import Testing

/// What every `JobStore` promises about handing jobs to workers.
@Suite(.timeLimit(.minutes(5)))
struct LeaseContractTests {
    private let folder: TemporaryFolder
    private let start = Timestamp(milliseconds: 1_795_000_100_000)

    init() throws { folder = try TemporaryFolder() }

    private func makeStore(_ backend: Backend, jobs count: Int) async throws
        -> (store: any HistoryStore & JobStore, jobs: [VideoJob])
    {
        let store = try backend.openStore(in: folder)
        var samples = HistorySamples(seed: 30)
        let jobs = try (0..<count).map { _ in try samples.job() }
        for job in jobs { try await store.enqueue(job) }
        return (store, jobs)
    }

    @Test(arguments: Backend.allCases)
    func `jobs are handed out in the order in which they were queued`(backend: Backend) async throws {
        let (store, jobs) = try await makeStore(backend, jobs: 4)
        for job in jobs {
            let claimed = try #require(
                try await store.claim(.rendering(by: "local"), owner: "a", at: start, for: .seconds(10)))
            #expect(claimed.id == job.id)
            #expect(claimed.lease?.owner == "a")
            #expect(claimed.lease?.expiresAt == start.advanced(by: .seconds(10)))
            #expect(try await store.job(job.id, in: job.workspace) == claimed)
        }
        #expect(
            try await store.claim(.rendering(by: "local"), owner: "a", at: start, for: .seconds(10)) == nil)
    }

    @Test(arguments: Backend.allCases)
    func `a lease that is over goes to the next with a greater token`(backend: Backend) async throws {
        let (store, _) = try await makeStore(backend, jobs: 1)
        var now = start
        var tokens: [Int] = []
        for round in 0..<4 {
            let job = try #require(
                try await store.claim(.rendering(by: "local"), owner: "\(round)", at: now, for: .seconds(10)))
            tokens.append(try #require(job.lease?.token))
            let justBefore = now.advanced(by: .milliseconds(9_999))
            #expect(
                try await store.claim(
                    .rendering(by: "local"), owner: "thief", at: justBefore, for: .seconds(10)) == nil)
            now = now.advanced(by: .seconds(10))
        }
        #expect(zip(tokens, tokens.dropFirst()).allSatisfy { $0 < $1 })
    }

    @Test(arguments: Backend.allCases)
    func `a cancelled job that is queued again gets a greater token`(backend: Backend) async throws {
        let (store, _) = try await makeStore(backend, jobs: 1)
        let first = try #require(
            try await store.claim(.rendering(by: "local"), owner: "a", at: start, for: .seconds(10)))
        var job = try await store.cancel(first.id, in: first.workspace, at: start)
        job.state = .queued
        try await store.save(job)
        let second = try #require(
            try await store.claim(.rendering(by: "local"), owner: "b", at: start, for: .seconds(10)))
        #expect(try #require(second.lease).token > #require(first.lease).token)
        await expectStoreError(.conflict) { try await store.save(first) }
    }

    @Test(arguments: Backend.allCases)
    func `who lost the lease cannot save`(backend: Backend) async throws {
        let (store, _) = try await makeStore(backend, jobs: 1)
        var first = try #require(
            try await store.claim(.rendering(by: "local"), owner: "a", at: start, for: .seconds(10)))
        first.state = .running
        try await store.save(first)
        let later = start.advanced(by: .seconds(10))
        let second = try #require(
            try await store.claim(.rendering(by: "local"), owner: "b", at: later, for: .seconds(10)))
        #expect(second.state == .running)
        first.state = .succeeded
        await expectStoreError(.conflict) { [first] in try await store.save(first) }
        var unleased = second
        unleased.lease = nil
        await expectStoreError(.conflict) { [unleased] in try await store.save(unleased) }
        #expect(try await store.job(second.id, in: second.workspace) == second)
    }

    @Test(arguments: Backend.allCases)
    func `renewing extends the lease and changes nothing else`(backend: Backend) async throws {
        let (store, _) = try await makeStore(backend, jobs: 1)
        let job = try #require(
            try await store.claim(.rendering(by: "local"), owner: "a", at: start, for: .seconds(10)))
        var lease = try #require(job.lease)
        lease.expiresAt = start.advanced(by: .seconds(60))
        try await store.renew(lease, of: job.id)
        var expected = job
        expected.lease = lease
        #expect(try await store.job(job.id, in: job.workspace) == expected)
        let later = start.advanced(by: .seconds(59))
        #expect(
            try await store.claim(.rendering(by: "local"), owner: "b", at: later, for: .seconds(10)) == nil)
        _ = try await store.cancel(job.id, in: job.workspace, at: later)
        await expectStoreError(.conflict) { [lease] in try await store.renew(lease, of: job.id) }
    }

    @Test(arguments: Backend.allCases)
    func `saving extends the lease`(backend: Backend) async throws {
        let (store, _) = try await makeStore(backend, jobs: 1)
        var job = try #require(
            try await store.claim(.rendering(by: "local"), owner: "a", at: start, for: .seconds(10)))
        job.lease?.expiresAt = start.advanced(by: .seconds(60))
        try await store.save(job)
        let later = start.advanced(by: .seconds(59))
        #expect(
            try await store.claim(.rendering(by: "local"), owner: "b", at: later, for: .seconds(10)) == nil)
        #expect(
            try await store.claim(
                .rendering(by: "local"), owner: "b", at: start.advanced(by: .seconds(60)), for: .zero) != nil)
    }

    @Test(arguments: Backend.allCases, VideoJob.State.allCases)
    func `a job that is final is never handed out`(backend: Backend, state: VideoJob.State) async throws {
        let (store, jobs) = try await makeStore(backend, jobs: 1)
        var job = jobs[0]
        job.state = state
        try await store.save(job)
        let claimed = try await store.claim(.rendering(by: "local"), owner: "a", at: start, for: .seconds(10))
        #expect((claimed == nil) == state.isFinal)
    }

    @Test(arguments: Backend.allCases)
    func `many workers never get the same job`(backend: Backend) async throws {
        let (store, jobs) = try await makeStore(backend, jobs: 10)
        let claimed = try await withThrowingTaskGroup(of: VideoJob.ID?.self) { group in
            for worker in 0..<30 {
                group.addTask { [start] in
                    try await store.claim(
                        .rendering(by: "local"), owner: "\(worker)", at: start, for: .seconds(10))?.id
                }
            }
            return try await group.reduce(into: [VideoJob.ID?]()) { $0.append($1) }.compactMap(\.self)
        }
        #expect(claimed.sorted() == jobs.map(\.id))
    }
}
