import Domain
import TestSupport
import Testing

/// What every `PromptIndex` promises.
@Suite(.timeLimit(.minutes(5)))
struct FindContractTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Saves a prompt with words of its own.
    @discardableResult
    private func save(
        _ idea: [String], _ text: [String] = [], version: String = "1", in workspace: Workspace = .standard,
        samples: inout HistorySamples, to store: any HistoryStore
    ) async throws -> Prompt {
        let (prompt, first) = try samples.prompt(in: workspace)
        let words = PromptWords(version: version, idea: idea, text: text)
        try await store.create(
            prompt, first: first, words: words,
            recording: .sample(of: first, action: .wrote, in: workspace))
        return prompt
    }

    private func query(_ words: String...) -> PromptQuery {
        var query = PromptQuery()
        query.words = words
        return query
    }

    @Test(arguments: Backend.living)
    func `ideas come before texts, texts before translations, and what lacks one word comes last`(
        backend: Backend
    ) async throws {
        let store = try backend.openLivingStore(in: folder)
        var samples = HistorySamples(seed: 300)
        let partly = try await save(["강아지"], [], samples: &samples, to: store)
        let idea = try await save(["강아지", "바다", "뛰다"], ["dog"], samples: &samples, to: store)
        let text = try await save(["강아지"], ["바다", "sea"], samples: &samples, to: store)
        let english = try await save(["dog"], ["sea", "run"], samples: &samples, to: store)
        try await save(["고양이"], ["cat"], samples: &samples, to: store)
        let newer = try await save(["바다", "강아지"], [], samples: &samples, to: store)
        var query = query("강아지", "바다")
        query.translation = ["dog", "sea"]
        let found = try await store.find(query, in: .standard, after: nil, limit: 100)
        #expect(found.map(\.prompt) == [newer, idea, text, english, partly])
        #expect(found.map(\.rank) == [.idea, .idea, .text, .translation, .allButOne])
    }

    @Test(arguments: Backend.living)
    func `a word is found whole, in any script, and nothing but words matters in it`(
        backend: Backend
    ) async throws {
        let store = try backend.openLivingStore(in: folder)
        var samples = HistorySamples(seed: 301)
        let strange = [
            "눈", "ночь", "夜", "e\u{301}te\u{301}", "4k", "𐐷", "and", "not", "near", "idea", "text",
        ]
        let prompt = try await save(strange, samples: &samples, to: store)
        try await save(["눈물", "notes"], samples: &samples, to: store)
        for word in strange {
            let found = try await store.find(query(word), in: .standard, after: nil, limit: 10)
            #expect(found.map(\.prompt.id) == [prompt.id], "\(word)")
        }
        for word in ["눈사람", "no", "\"", "*", "idea:눈", "눈 OR 夜", "(", "", "-", "workspacex64656661756c74"] {
            #expect(
                try await store.find(query(word), in: .standard, after: nil, limit: 10).isEmpty, "\(word)")
        }
    }

    @Test(arguments: Backend.living)
    func `a save replaces the words, and one on another branch leaves them`(backend: Backend) async throws {
        let store = try backend.openLivingStore(in: folder)
        var samples = HistorySamples(seed: 302)
        let prompt = try await save(["강아지"], ["dog"], samples: &samples, to: store)
        let first = try await store.revision(1, of: prompt.id, in: .standard)
        let second = samples.revision(after: first)
        try await store.append(
            second, words: PromptWords(version: "1", idea: ["강아지"], text: ["wolf"]), edits: [],
            reverting: [], recording: .sample(of: second, action: .saved, in: .standard), in: .standard)
        let (dog, wolf) = (query("dog"), query("wolf"))
        #expect(try await store.find(dog, in: .standard, after: nil, limit: 10).isEmpty)
        let found = try await store.find(wolf, in: .standard, after: nil, limit: 10)
        #expect(found.map(\.prompt.head.number) == [2])
        try await store.append(samples.revision(after: second), in: .standard)
        #expect(try await store.find(wolf, in: .standard, after: nil, limit: 10).count == 1)
    }

    @Test(arguments: Backend.living)
    func `each filter keeps what it says, and all of them together`(backend: Backend) async throws {
        let store = try backend.openLivingStore(in: folder)
        var samples = HistorySamples(seed: 303)
        var prompts: [Prompt] = []
        for _ in 0..<6 { prompts.append(try await save(["바다"], samples: &samples, to: store)) }
        let chosen = prompts[2]
        var change = MarksChange()
        change.addedTags = [try Domain.Tag("봄", field: "tags"), try Domain.Tag("b-1", field: "tags")]
        change.isFavourite = true
        change.rating = 4
        change.outcome = .rendered
        _ = try await store.mark(chosen.id, with: change, recording: nil, in: .standard)
        let name = try ReferenceName("production", field: "label")
        let label = Label(prompt: chosen.id, name: name, revision: 1, movedBy: "a", movedAt: samples.now())
        let first = try await store.revision(1, of: chosen.id, in: .standard)
        try await store.move(
            label, recording: .sample(of: first, action: .movedLabel, in: .standard), in: .standard)
        try await store.append(samples.revision(after: first), in: .standard)

        let filters: [(String, @Sendable (inout PromptQuery) throws -> Void)] = [
            ("label", { $0.label = name }), ("author", { $0.author = "영희" }),
            ("tag", { $0.tags = [try Domain.Tag("봄", field: "tags")] }),
            ("tags", { [tags = change.addedTags] in $0.tags = tags }),
            ("favourite", { $0.isFavourite = true }),
            ("rating", { $0.minimumRating = 3 }), ("outcome", { $0.outcome = .rendered }),
            ("time", { [until = prompts[3].createdAt] in ($0.since, $0.until) = (chosen.createdAt, until) }),
        ]
        var all = query("바다")
        for (name, set) in filters {
            var one = PromptQuery()
            try set(&one)
            try set(&all)
            let found = try await store.find(one, in: .standard, after: nil, limit: 10)
            #expect(found.map(\.prompt.id) == [chosen.id], "\(name)")
            var without = one
            without.words = ["산"]
            #expect(try await store.find(without, in: .standard, after: nil, limit: 10).isEmpty, "\(name)")
        }
        all.category = .animal
        all.model = ModelName(rawValue: "wan-2.2")
        #expect(
            try await store.find(all, in: .standard, after: nil, limit: 10).map(\.prompt.id) == [chosen.id])
        for set: (inout PromptQuery) throws -> Void in [
            { $0.category = .food }, { $0.model = ModelName(rawValue: "wan") }, { $0.minimumRating = 5 },
            { $0.isFavourite = false }, { $0.author = "영" }, { $0.outcome = .failed },
            { $0.label = try ReferenceName("staging", field: "label") },
            { $0.tags.append(try Domain.Tag("여름", field: "tags")) }, { $0.until = chosen.createdAt },
        ] {
            var other = all
            try set(&other)
            #expect(try await store.find(other, in: .standard, after: nil, limit: 10).isEmpty)
        }
    }

    @Test(arguments: Backend.living, [1, 3, 7])
    func `pages give everything once, whatever is saved and deleted between them`(
        backend: Backend, limit: Int
    ) async throws {
        let store = try backend.openLivingStore(in: folder)
        var samples = HistorySamples(seed: 304)
        var expected: [[Prompt.ID]] = [[], [], []]
        for number in 0..<30 {
            let words = [["강아지", "바다"], ["강아지"], ["바다"]][number % 3]
            let text = number % 3 == 1 ? ["바다"] : []
            let prompt = try await save(words, text, samples: &samples, to: store)
            expected[number % 3].insert(prompt.id, at: 0)
        }
        let query = query("강아지", "바다")
        var (found, mark): ([FoundPrompt], FindMark?) = ([], nil)
        while true {
            let page = try await store.find(query, in: .standard, after: mark, limit: limit)
            guard let last = page.last else { break }
            #expect(page.count <= limit)
            found += page
            mark = last.mark
            try await save(["강아지", "바다"], samples: &samples, to: store)
            // What the next page begins behind may go away.
            try await store.delete(
                last.prompt.id, at: samples.now(), recording: .of(last.prompt, .deleted), in: .standard)
        }
        #expect(found.map(\.prompt.id) == expected.flatMap(\.self))
    }

    @Test(arguments: Backend.living)
    func `what has words of another version is named until it is indexed`(backend: Backend) async throws {
        let store = try backend.openLivingStore(in: folder)
        var samples = HistorySamples(seed: 305)
        let old = try await save(["개"], version: "0", samples: &samples, to: store)
        let newer = try await save(
            ["개"], version: "9", in: Workspace(rawValue: "b"), samples: &samples, to: store)
        try await save(["강아지"], samples: &samples, to: store)
        #expect(try await Set(store.prompts(withoutWordsOf: "1", limit: 10)) == [old, newer])
        #expect(try await store.prompts(withoutWordsOf: "1", limit: 1).count == 1)
        let words = PromptWords(version: "1", idea: ["강아지"], text: [])
        try await store.index(words, of: old.id, revision: 2, in: .standard)
        #expect(try await Set(store.prompts(withoutWordsOf: "1", limit: 10)) == [old, newer])
        await expectStoreError(.notFound) {
            try await store.index(words, of: newer.id, revision: 1, in: .standard)
        }
        try await store.index(words, of: old.id, revision: 1, in: .standard)
        #expect(try await store.prompts(withoutWordsOf: "1", limit: 10) == [newer])
        #expect(try await store.find(query("개"), in: .standard, after: nil, limit: 10).isEmpty)
        #expect(try await store.find(query("강아지"), in: .standard, after: nil, limit: 10).count == 2)
    }

    @Test(arguments: Backend.living)
    func `nothing is found in another workspace`(backend: Backend) async throws {
        let store = try backend.openLivingStore(in: folder)
        var samples = HistorySamples(seed: 306)
        let other = Workspace(rawValue: "default2")
        try await save(["강아지"], samples: &samples, to: store)
        let prompt = try await save(["강아지"], in: other, samples: &samples, to: store)
        for query in [PromptQuery(), query("강아지")] {
            let found = try await store.find(query, in: other, after: nil, limit: 10)
            #expect(found.map(\.prompt) == [prompt])
            #expect(
                try await store.find(query, in: Workspace(rawValue: "DEFAULT"), after: nil, limit: 10).isEmpty
            )
        }
    }
}
