import Domain
import TestSupport
import Testing

/// What every `JobStore` promises about whose turn it is.
@Suite(.timeLimit(.minutes(5)))
struct QueueContractTests {
    private let folder: TemporaryFolder
    private let start = Timestamp(milliseconds: 1_795_000_100_000)

    init() throws { folder = try TemporaryFolder() }

    private func claim(_ store: any JobStore, _ work: JobWork = .rendering(by: "local")) async throws
        -> VideoJob?
    {
        try await store.claim(work, owner: "worker", at: start, for: .seconds(10))
    }

    @Test(arguments: Backend.allCases)
    func `a workspace with many jobs does not hold up the others`(backend: Backend) async throws {
        let store = try backend.openStore(in: folder)
        var samples = HistorySamples(seed: 40)
        let (busy, calm) = (Workspace(rawValue: "busy"), Workspace(rawValue: "calm"))
        for _ in 0..<20 { try await store.enqueue(try samples.job(in: busy)) }
        for _ in 0..<5 { _ = try await claim(store) }
        for _ in 0..<3 { try await store.enqueue(try samples.job(in: calm)) }
        var order: [String] = []
        while let job = try await claim(store) { order.append(job.workspace.rawValue) }
        #expect(order.prefix(6).count { $0 == "calm" } == 3)
        #expect(order.count == 18)
    }

    @Test(arguments: Backend.allCases, [UInt64](0..<8))
    func `workspaces that wait are served alike, within one job`(backend: Backend, seed: UInt64) async throws
    {
        let store = try backend.openStore(in: folder)
        var samples = HistorySamples(seed: seed)
        let spaces = (0..<4).map { Workspace(rawValue: "workspace \($0)") }
        for space in spaces {
            for _ in 0..<(8 + samples.number(in: 0..<5)) {
                try await store.enqueue(try samples.job(in: space))
            }
        }
        var served = spaces.reduce(into: [Workspace: Int]()) { $0[$1] = 0 }
        for _ in 0..<32 {
            let job = try #require(try await claim(store))
            served[job.workspace, default: 0] += 1
            let (least, most) = (served.values.min() ?? 0, served.values.max() ?? 0)
            #expect(most - least <= 1)
        }
    }

    @Test(arguments: Backend.allCases)
    func `a higher priority comes first`(backend: Backend) async throws {
        let store = try backend.openStore(in: folder)
        var samples = HistorySamples(seed: 41)
        for priority in [VideoJob.Priority.low, .normal, .high, .normal, .high] {
            var job = try samples.job()
            job.priority = priority
            try await store.enqueue(job)
        }
        var order: [VideoJob.Priority] = []
        while let job = try await claim(store) { order.append(job.priority) }
        #expect(order == [.high, .high, .normal, .normal, .low])
    }

    @Test(arguments: Backend.allCases)
    func `a provider gets its own jobs, and no more at a time than allowed`(backend: Backend) async throws {
        let store = try backend.openStore(in: folder)
        var samples = HistorySamples(seed: 42)
        for provider in ["local", "kling", "kling", "kling"] {
            try await store.enqueue(try samples.job(by: provider))
        }
        let two = JobWork.rendering(by: "kling", atMost: 2)
        #expect(try await claim(store, two)?.provider == "kling")
        var second = try #require(try await claim(store, two))
        #expect(try await claim(store, two) == nil)
        second.end(as: .succeeded, at: start)
        try await store.save(second)
        #expect(try await claim(store, two)?.provider == "kling")
        #expect(try await claim(store, two) == nil)
        #expect(try await claim(store)?.provider == "local")
        #expect(try await claim(store) == nil)
    }

    @Test(arguments: Backend.allCases)
    func `a paused job waits until its time, unless it is named`(backend: Backend) async throws {
        let store = try backend.openStore(in: folder)
        var samples = HistorySamples(seed: 43)
        var job = try samples.job()
        job.notBefore = start.advanced(by: .milliseconds(1))
        try await store.enqueue(job)
        #expect(try await claim(store) == nil)
        #expect(try await claim(store, .job(job.id))?.id == job.id)
        let later = start.advanced(by: .seconds(10))
        let due = try await store.claim(.rendering(by: "local"), owner: "a", at: later, for: .zero)
        #expect(due?.id == job.id)
    }

    @Test(arguments: Backend.allCases)
    func `a final job is handed out again when it is to be looked at`(backend: Backend) async throws {
        let store = try backend.openStore(in: folder)
        var samples = HistorySamples(seed: 44)
        try await store.enqueue(try samples.job())
        var job = try #require(try await claim(store))
        job.end(as: .failed, at: start)
        job.revisitAt = start.advanced(by: .seconds(60))
        try await store.save(job)
        #expect(try await claim(store) == nil)
        let later = start.advanced(by: .seconds(60))
        let again = try await store.claim(.rendering(by: "local"), owner: "b", at: later, for: .zero)
        #expect(again?.state == .failed)
        _ = try await store.cancel(job.id, in: .standard, at: later)
        #expect(try await store.job(job.id, in: .standard).state == .failed)
    }

    @Test(arguments: Backend.allCases)
    func `the end of a job with a webhook is handed out to be told`(backend: Backend) async throws {
        let store = try backend.openStore(in: folder)
        var samples = HistorySamples(seed: 45)
        var ordered = try samples.job()
        ordered.webhook = VideoJob.Webhook(url: "https://example.org/hook")
        try await store.enqueue(ordered)
        #expect(try await claim(store, .telling) == nil)
        _ = try await store.cancel(ordered.id, in: .standard, at: start)
        var job = try #require(try await claim(store, .telling))
        #expect(job.webhook?.state == .due)
        #expect(try await claim(store, .telling) == nil)
        job.webhook?.state = .delivered
        job.webhook?.nextAttemptAt = nil
        job.lease?.expiresAt = start
        try await store.save(job)
        #expect(try await claim(store, .telling) == nil)
    }

    @Test(arguments: Backend.allCases)
    func `load tells what waits, what is under way, and how much is kept`(backend: Backend) async throws {
        let store = try backend.openStore(in: folder)
        #expect(try await store.load() == JobLoad())
        var samples = HistorySamples(seed: 46)
        let jobs = try (0..<4).map { _ in try samples.job() }
        for job in jobs { try await store.enqueue(job) }
        for (number, state) in [VideoJob.State.succeeded, .running].enumerated() {
            var job = jobs[number]
            job.state = state
            if state.isFinal {
                job.result = VideoFile(
                    name: "a", thumbnailName: "b", bytes: 7, digest: "00", isSubstitute: false)
            }
            try await store.save(job)
        }
        let load = try await store.load()
        #expect(load == JobLoad(waiting: 2, oldest: jobs[2].createdAt, underWay: 1, videoBytes: 7))
        #expect(try await store.withVideos(limit: 10).map(\.id) == [jobs[0].id])
        #expect(try await store.succeeded(by: "local", limit: 10).map(\.id) == [jobs[0].id])
        #expect(try await store.succeeded(by: "kling", limit: 10).isEmpty)
    }
}
