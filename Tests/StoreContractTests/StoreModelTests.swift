import Domain
import TestSupport
import Testing

/// Random operations on a store and on a model of it have the same answers.
///
/// `REPRISE_LONG_TESTS=1` runs a hundred seeds.
@Suite(.timeLimit(.minutes(10)))
struct StoreModelTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test(arguments: Backend.allCases, LongTests.seeds(2, orLong: 100))
    func `a thousand random operations agree with the model`(backend: Backend, seed: UInt64) async throws {
        var run = try ModelRun(backend: backend, folder: folder, seed: seed)
        for step in 0..<1000 {
            try await run.step()
            if step.isMultiple(of: 250) { try await run.compareEverything() }
        }
        try await run.compareEverything()
    }
}

/// One sequence of operations, the same for the same seed.
private struct ModelRun {
    private let backend: Backend
    private let folder: TemporaryFolder
    private var store: any HistoryStore & JobStore
    private var model = StoreModel()
    private var samples: HistorySamples
    private let workspaces = ["a", "b"].map(Workspace.init(rawValue:))
    /// Jobs as a worker holds them, some with leases that are lost.
    private var held: [VideoJob] = []

    init(backend: Backend, folder: TemporaryFolder, seed: UInt64) throws {
        self.backend = backend
        self.folder = folder
        store = try backend.openStore(in: folder)
        samples = HistorySamples(seed: seed)
    }

    mutating func step() async throws {
        switch samples.number(in: 0..<100) {
        case 0..<15: try await create()
        case 15..<40: try await append()
        case 40..<50: try await read()
        case 50..<60: try await enqueue()
        case 60..<75: try await claim()
        case 75..<90: try await save()
        case 90..<95: try await cancel()
        case 95..<98: try await retry()
        default: store = try backend.openStore(in: folder)
        }
    }

    private var anyWorkspace: Workspace {
        mutating get { samples.pick(workspaces) ?? .standard }
    }

    private mutating func create() async throws {
        var (prompt, first) = try samples.prompt(in: anyWorkspace)
        // Sometimes one that is there already.
        if samples.number(in: 0..<8) == 0,
            let old = samples.pick(model.prompts.values.sorted { $0.id < $1.id }),
            let oldFirst = model.revisions[old.id]?.first
        {
            (prompt, first) = (old, oldFirst)
            prompt.head = Prompt.Head(of: first)
        }
        await agree(
            try await store.create(prompt, first: first), try model.create(prompt, first: first))
    }

    private mutating func append() async throws {
        guard let chain = samples.pick(model.revisions.values.sorted { $0[0].prompt < $1[0].prompt }),
            let last = chain.last
        else { return }
        let isStale = samples.number(in: 0..<5) == 0
        let next = samples.revision(after: last, number: isStale ? last.number : nil)
        let workspace = anyWorkspace
        await agree(
            try await store.append(next, in: workspace), try model.append(next, in: workspace))
    }

    private mutating func read() async throws {
        guard let id = samples.pick(model.prompts.keys.sorted()) else { return }
        let workspace = anyWorkspace
        await agree(
            try await store.prompt(id, in: workspace), try model.prompt(id, in: workspace))
        let page = try await store.prompts(in: workspace, before: id, limit: 3)
        #expect(page == Array(model.prompts(in: workspace).drop { $0.id >= id }.prefix(3)))
    }

    private mutating func enqueue() async throws {
        let fresh = try samples.job(in: anyWorkspace)
        let job = samples.pick(samples.number(in: 0..<8) == 0 ? held : []) ?? fresh
        await agree(try await store.enqueue(job), try model.enqueue(job))
    }

    private mutating func claim() async throws {
        let now = samples.now()
        let duration = Duration.milliseconds(samples.number(in: 0..<200))
        let job = try await store.claim(.rendering(by: "local"), owner: "worker", at: now, for: duration)
        let isRight = model.claimed(job, owner: "worker", at: now, for: duration)
        #expect(isRight)
        if let job { held.append(job) }
    }

    private mutating func save() async throws {
        guard var job = samples.pick(held) else { return }
        job.state = samples.pick(VideoJob.State.allCases) ?? .running
        job.updatedAt = samples.now()
        job.failure = VideoJob.Failure(reason: .transient, message: samples.text())
        let saved = job
        await agree(try await store.save(saved), try model.save(saved))
    }

    private mutating func cancel() async throws {
        guard let id = samples.pick(model.jobs.keys.sorted()) else { return }
        let (workspace, now) = (anyWorkspace, samples.now())
        await agree(
            try await store.cancel(id, in: workspace, at: now),
            try model.cancel(id, in: workspace, at: now))
    }

    private mutating func retry() async throws {
        guard let id = samples.pick(model.jobs.keys.sorted()) else { return }
        let (workspace, now) = (anyWorkspace, samples.now())
        await agree(
            try await store.retry(id, in: workspace, at: now), try model.retry(id, in: workspace, at: now))
    }

    func compareEverything() async throws {
        #expect(try await store.counts() == model.counts)
        for workspace in workspaces {
            let prompts = model.prompts(in: workspace)
            #expect(try await store.prompts(in: workspace, before: nil, limit: 1000) == prompts)
            let jobs = model.jobs(in: workspace)
            #expect(try await store.jobs(in: workspace, of: nil, before: nil, limit: 1000) == jobs)
            for prompt in prompts {
                let stored = try await store.revisions(of: prompt.id, in: workspace)
                #expect(stored == model.revisions[prompt.id])
            }
        }
    }
}
