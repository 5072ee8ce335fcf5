import Domain
import TestSupport
import Testing

/// What every `LifecycleStore` promises.
@Suite(.timeLimit(.minutes(5)))
struct LifecycleContractTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test(arguments: Backend.living)
    func `marks are changed one by one and stay`(backend: Backend) async throws {
        let store = try backend.openLivingStore(in: folder)
        var samples = HistorySamples(seed: 320)
        let (prompt, first) = try samples.prompt()
        try await store.create(prompt, first: first)
        var model = PromptMarks()
        let tags = try ["가", "b", "3d", "d.e", "É"].map { try Domain.Tag($0, field: "tags") }
        for step in 0..<40 {
            var change = MarksChange()
            switch step % 5 {
            case 0: change.addedTags = [tags[step / 5 % tags.count]]
            case 1: change.removedTags = [tags[step % tags.count]]
            case 2: change.isFavourite = step % 2 == 0
            case 3: change.rating = step % 6
            default:
                change.usedAt = samples.now()
                change.outcome = PromptOutcome.allCases[step / 5 % PromptOutcome.allCases.count]
            }
            model = try change.applied(to: model)
            let marked = try await store.mark(prompt.id, with: change, recording: nil, in: .standard)
            #expect(marked.marks == model)
        }
        let again = try await backend.openLivingStore(in: folder).prompt(prompt.id, in: .standard)
        #expect(again.marks == model && again.head == prompt.head)
        #expect(again.marks.uses == 8)
    }

    @Test(arguments: Backend.living)
    func `marks that do not fit and unknown prompts are refused`(backend: Backend) async throws {
        let store = try backend.openLivingStore(in: folder)
        var samples = HistorySamples(seed: 321)
        let (prompt, first) = try samples.prompt()
        try await store.create(prompt, first: first)
        var change = MarksChange()
        change.rating = 6
        await expectStoreError(.conflict) { [change] in
            _ = try await store.mark(prompt.id, with: change, recording: nil, in: .standard)
        }
        await expectStoreError(.notFound) {
            _ = try await store.mark(
                prompt.id, with: MarksChange(), recording: nil, in: Workspace(rawValue: "b"))
        }
        #expect(try await store.prompt(prompt.id, in: .standard) == prompt)
    }

    @Test(arguments: Backend.living)
    func `many marks at once are all counted`(backend: Backend) async throws {
        let store = try backend.openLivingStore(in: folder)
        var samples = HistorySamples(seed: 322)
        let (prompt, first) = try samples.prompt()
        try await store.create(prompt, first: first)
        var change = MarksChange()
        change.usedAt = samples.now()
        try await withThrowingTaskGroup(of: Void.self) { [change] group in
            for _ in 0..<20 {
                group.addTask {
                    _ = try await store.mark(prompt.id, with: change, recording: nil, in: .standard)
                }
            }
            try await group.waitForAll()
        }
        #expect(try await store.prompt(prompt.id, in: .standard).marks.uses == 20)
    }

    @Test(arguments: Backend.living)
    func `what is in the trash is found nowhere else, and comes back as it was`(
        backend: Backend
    ) async throws {
        let store = try backend.openLivingStore(in: folder)
        var samples = HistorySamples(seed: 323)
        let full = try await FullPrompt(in: .standard, samples: &samples, store: store)
        let before = try await full.everything(in: store)
        #expect(before.count == 10 && before.allSatisfy { !$0.isEmpty })
        let now = samples.now()
        try await store.delete(full.id, at: now, recording: .of(full.prompt, .deleted), in: .standard)
        #expect(try await full.everything(in: store).allSatisfy(\.isEmpty))
        let trash = try await store.deletedPrompts(in: .standard, before: nil, limit: 10)
        #expect(trash.map(\.id) == [full.id] && trash.map(\.deletedAt) == [now])
        #expect(
            try await store.deletedPrompts(in: Workspace(rawValue: "b"), before: nil, limit: 10).isEmpty)
        await expectStoreError(.notFound) {
            try await store.delete(full.id, at: now, recording: .of(full.prompt, .deleted), in: .standard)
        }
        await expectStoreError(.notFound) {
            try await store.append(full.next, in: .standard)
        }
        try await store.restore(full.id, recording: .of(full.prompt, .undeleted), in: .standard)
        #expect(try await full.everything(in: store) == before)
        #expect(try await store.deletedPrompts(in: .standard, before: nil, limit: 10).isEmpty)
        await expectStoreError(.notFound) {
            try await store.restore(full.id, recording: .of(full.prompt, .undeleted), in: .standard)
        }
    }

    @Test(arguments: Backend.living, [true, false])
    func `a purged prompt is gone, and others are untouched`(
        backend: Backend, fromTrash: Bool
    ) async throws {
        let store = try backend.openLivingStore(in: folder)
        var samples = HistorySamples(seed: 324)
        let full = try await FullPrompt(in: .standard, samples: &samples, store: store)
        let other = try await FullPrompt(in: .standard, samples: &samples, store: store)
        let otherBefore = try await PromptHistory.read(other.id, in: .standard, from: store)
        await expectStoreError(.notFound) {
            try await store.purge(
                full.id, recording: .of(full.prompt, .purged), in: Workspace(rawValue: "b"))
        }
        if fromTrash {
            try await store.delete(
                full.id, at: samples.now(), recording: .of(full.prompt, .deleted), in: .standard)
        }
        try await store.purge(full.id, recording: .of(full.prompt, .purged), in: .standard)
        #expect(try await full.everything(in: store).allSatisfy(\.isEmpty))
        #expect(try await store.deletedPrompts(in: .standard, before: nil, limit: 10).isEmpty)
        #expect(try await PromptHistory.read(other.id, in: .standard, from: store) == otherBefore)
        await expectStoreError(.notFound) {
            try await store.purge(full.id, recording: .of(full.prompt, .purged), in: .standard)
        }
        let trail = try await store.auditEntries(in: .standard, of: full.id, before: nil, limit: 100)
        #expect(trail.contains { $0.action == .purged } && trail.contains { $0.action == .wrote })
    }

    @Test(arguments: Backend.living)
    func `rules of retention name what is due, the oldest first`(backend: Backend) async throws {
        let store = try backend.openLivingStore(in: folder)
        var samples = HistorySamples(seed: 325)
        var prompts: [Prompt] = []
        for number in 0..<8 {
            let (prompt, first) = try samples.prompt(in: Workspace(rawValue: number % 2 == 0 ? "a" : "b"))
            try await store.create(prompt, first: first)
            prompts.append(prompt)
        }
        var favourite = MarksChange()
        favourite.isFavourite = true
        _ = try await store.mark(prompts[0].id, with: favourite, recording: nil, in: prompts[0].workspace)
        let second = try await store.revision(1, of: prompts[1].id, in: prompts[1].workspace)
        try await store.append(samples.revision(after: second), in: prompts[1].workspace)
        for number in [5, 2] {
            let prompt = prompts[number]
            try await store.delete(
                prompt.id, at: samples.now(), recording: .of(prompt, .deleted), in: prompt.workspace)
        }
        let untouched = try await store.prompts(untouchedSince: prompts[6].createdAt, limit: 10)
        #expect(untouched.map(\.id) == [3, 4].map { prompts[$0].id })
        #expect(try await store.prompts(untouchedSince: prompts[6].createdAt, limit: 1).count == 1)
        let now = samples.now()
        #expect(
            try await store.prompts(deletedBefore: now, limit: 10).map(\.id)
                == [prompts[5].id, prompts[2].id])
        #expect(try await store.prompts(deletedBefore: prompts[7].createdAt, limit: 10).isEmpty)
    }

    @Test(arguments: Backend.living)
    func `a history goes from one store to another whole, once`(backend: Backend) async throws {
        let store = try backend.openLivingStore(in: folder)
        var samples = HistorySamples(seed: 326)
        let full = try await FullPrompt(in: .standard, samples: &samples, store: store)
        let history = try await PromptHistory.read(full.id, in: .standard, from: store)
        #expect(history.isWhole && history.revisions.count == 3 && history.edits.count == 1)
        let otherFolder = try TemporaryFolder()
        let other = try backend.openLivingStore(in: otherFolder)
        try await other.insert([(history: history, words: full.words)])
        #expect(try await PromptHistory.read(full.id, in: .standard, from: other) == history)
        #expect(try await full.everything(in: other) == full.everything(in: store))
        var broken = history
        broken.revisions.removeFirst()
        for histories in [[history], [broken]] {
            let (fresh, first) = try samples.prompt()
            let words = full.words
            let new = PromptHistory(
                prompt: fresh, revisions: [first],
                branches: [Branch(name: .main, at: 1, author: "a", createdAt: fresh.createdAt)])
            await expectStoreError(.conflict) {
                try await other.insert(([new] + histories).map { (history: $0, words: words) })
            }
            await expectStoreError(.notFound) { _ = try await other.prompt(fresh.id, in: .standard) }
        }
    }

    @Test(arguments: Backend.living)
    func `jobs go with their prompt`(backend: Backend) async throws {
        let store = try backend.openLivingStore(in: folder)
        var samples = HistorySamples(seed: 327)
        let (prompt, first) = try samples.prompt()
        try await store.create(prompt, first: first)
        var jobs: [VideoJob] = []
        for number in 0..<4 {
            let job = try samples.job(of: number < 3 ? prompt.id : nil)
            try await store.enqueue(job)
            jobs.append(job)
        }
        #expect(try await store.removeJobs(of: prompt.id, in: Workspace(rawValue: "b")).isEmpty)
        #expect(try await store.removeJobs(of: prompt.id, in: .standard) == Array(jobs[0..<3]))
        #expect(try await store.jobs(in: .standard, of: nil, before: nil, limit: 10) == [jobs[3]])
        await expectStoreError(.notFound) {
            _ = try await store.events(of: jobs[0].id, in: .standard, after: 0)
        }
    }
}
