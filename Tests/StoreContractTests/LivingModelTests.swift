import Domain
import TestSupport
import Testing

/// Random saves, marks, deletions, searches and restarts have the same answers as a plain model; nothing
/// crosses workspaces.
@Suite(.timeLimit(.minutes(30)))
struct LivingModelTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test(arguments: Backend.living, LongTests.seeds(2, orLong: 60))
    func `random lives of prompts agree with the model`(backend: Backend, seed: UInt64) async throws {
        var run = try LivingRun(backend: backend, folder: folder, seed: seed)
        for step in 1...600 {
            try await run.step()
            if step.isMultiple(of: 200) { try await run.compareEverything() }
        }
    }
}

/// One sequence of operations, the same for the same seed.
private struct LivingRun {
    private let backend: Backend
    private let folder: TemporaryFolder
    private var store: any LivingArchive & JobStore
    private var model = LivingModel()
    private var samples: HistorySamples
    private let workspaces = ["a", "b"].map(Workspace.init(rawValue:))
    private let vocabulary = ["강아지", "바다", "눈", "dog", "sea", "snow", "run"]
    private let tags: [Domain.Tag]

    init(backend: Backend, folder: TemporaryFolder, seed: UInt64) throws {
        self.backend = backend
        self.folder = folder
        store = try backend.openLivingStore(in: folder)
        samples = HistorySamples(seed: seed &+ 7000)
        tags = try ["x", "y", "봄"].map { try Domain.Tag($0, field: "tags") }
    }

    mutating func step() async throws {
        switch samples.number(in: 0..<100) {
        case 0..<20: try await create()
        case 20..<38: try await append()
        case 38..<55: try await mark()
        case 55..<64: try await delete()
        case 64..<70: try await restore()
        case 70..<74: try await purge()
        case 74..<97: try await find()
        default: store = try backend.openLivingStore(in: folder)
        }
    }

    private mutating func words() -> [String] {
        (0..<samples.number(in: 0..<4)).compactMap { _ in samples.pick(vocabulary) }
    }

    private mutating func distinctWords() -> [String] { Set(words()).sorted() }

    private mutating func target() -> (id: Prompt.ID, workspace: Workspace)? {
        guard let id = samples.pick(model.kept.keys.sorted()) else { return nil }
        return (id, samples.pick(workspaces) ?? .standard)
    }

    private mutating func create() async throws {
        let (prompt, first) = try samples.prompt(in: samples.pick(workspaces) ?? .standard)
        let words = PromptWords(version: "1", idea: words(), text: words())
        let entry = AuditEntry.sample(of: first, action: .wrote, in: prompt.workspace)
        try await store.create(prompt, first: first, words: words, recording: entry)
        try model.create(prompt, first: first, words: words)
    }

    private mutating func append() async throws {
        guard let (id, workspace) = target(), let last = model.kept[id]?.revisions.last else { return }
        let next = samples.revision(after: last)
        let words =
            samples.number(in: 0..<3) == 0 ? nil : PromptWords(version: "1", idea: words(), text: words())
        await agree(
            try await store.append(
                next, words: words, edits: [], reverting: [],
                recording: .sample(of: next, action: .saved, in: workspace), in: workspace),
            try model.append(next, words: words, in: workspace))
    }

    private mutating func mark() async throws {
        guard let (id, workspace) = target() else { return }
        var change = MarksChange()
        change.addedTags = samples.pick(tags).map { [$0] } ?? []
        change.removedTags = samples.pick(tags).map { [$0] } ?? []
        change.isFavourite = samples.pick([true, false, nil]) ?? nil
        change.rating = samples.pick([nil, 0, 3, 5, 6]) ?? nil
        change.outcome = samples.pick([nil] + PromptOutcome.allCases) ?? nil
        if samples.number(in: 0..<2) == 0 { change.usedAt = samples.now() }
        await agree(
            try await store.mark(id, with: change, recording: nil, in: workspace),
            try model.mark(id, with: change, in: workspace))
    }

    private mutating func delete() async throws {
        guard let (id, workspace) = target(), let prompt = model.kept[id]?.prompt else { return }
        let now = samples.now()
        await agree(
            try await store.delete(id, at: now, recording: .of(prompt, .deleted), in: workspace),
            try model.delete(id, at: now, in: workspace))
    }

    private mutating func restore() async throws {
        guard let (id, workspace) = target(), let prompt = model.kept[id]?.prompt else { return }
        await agree(
            try await store.restore(id, recording: .of(prompt, .undeleted), in: workspace),
            try model.restore(id, in: workspace))
    }

    private mutating func purge() async throws {
        guard let (id, workspace) = target(), let prompt = model.kept[id]?.prompt else { return }
        await agree(
            try await store.purge(id, recording: .of(prompt, .purged), in: workspace),
            try model.purge(id, in: workspace))
    }

    private mutating func find() async throws {
        var query = PromptQuery()
        query.words = distinctWords()
        if !query.words.isEmpty, samples.number(in: 0..<2) == 0 { query.translation = distinctWords() }
        let filter = samples.number(in: 0..<12)
        if filter == 0 { query.tags = [tags[0], tags[1]] }
        if filter == 1 { query.author = "영희" }
        if filter == 2 { query.outcome = .rendered }
        if filter == 3 { query.isFavourite = samples.number(in: 0..<2) == 0 }
        if filter == 4 { query.minimumRating = 3 }
        let moments = model.kept.values.map(\.prompt.createdAt).sorted()
        if filter == 5 { query.since = samples.pick(moments) }
        if filter == 6 { query.until = samples.pick(moments) }
        let workspace = samples.pick(workspaces) ?? .standard
        let expected = model.find(query, in: workspace)
        let limit = samples.pick([1, 3, 1000]) ?? 1
        var found: [FoundPrompt] = []
        while true {
            let page = try await store.find(query, in: workspace, after: found.last?.mark, limit: limit)
            guard !page.isEmpty else { break }
            found += page
            if found.count > expected.count { break }
        }
        #expect(found == expected, "\(query)")
    }

    func compareEverything() async throws {
        for workspace in workspaces {
            let live = model.entries(in: workspace, deleted: false)
            #expect(
                try await store.prompts(in: workspace, before: nil, limit: 1000) == live.map(\.prompt))
            #expect(
                try await store.deletedPrompts(in: workspace, before: nil, limit: 1000)
                    == model.entries(in: workspace, deleted: true).map(\.prompt))
            for entry in live {
                let stored = try await store.revisions(of: entry.prompt.id, in: workspace)
                #expect(stored == entry.revisions)
            }
        }
    }
}
