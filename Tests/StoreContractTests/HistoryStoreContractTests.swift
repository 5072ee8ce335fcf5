import Domain
import TestSupport
import Testing

/// What every `HistoryStore` promises, whatever keeps its records.
@Suite(.timeLimit(.minutes(5)))
struct HistoryStoreContractTests {
    private let folder: TemporaryFolder
    private let team = Workspace(rawValue: "team")

    init() throws { folder = try TemporaryFolder() }

    @Test(arguments: Backend.allCases)
    func `a prompt and its first revision come back as they were saved`(backend: Backend) async throws {
        let store = try backend.openStore(in: folder)
        var samples = HistorySamples(seed: 1)
        let (prompt, first) = try samples.prompt(in: team)
        try await store.create(prompt, first: first)
        #expect(try await store.prompt(prompt.id, in: team) == prompt)
        #expect(try await store.revision(1, of: prompt.id, in: team) == first)
        #expect(try await store.revisions(of: prompt.id, in: team) == [first])
    }

    @Test(
        arguments: Backend.allCases,
        [
            "", "고양이 👩‍👩‍👧 e\u{301}", "\u{1112}\u{1161}\u{11AB}", "'; DROP TABLE prompt; --", "a\u{0}b", "\u{0}",
            "\u{2028}\u{FEFF}",
        ] as [VisibleText])
    func `text comes back byte for byte`(backend: Backend, sample: VisibleText) async throws {
        let text = sample.text
        let store = try backend.openStore(in: folder)
        var samples = HistorySamples(seed: 2)
        let (prompt, first) = try samples.prompt(text: text)
        try await store.create(prompt, first: first)
        let stored = try await store.prompt(prompt.id, in: .standard)
        let revision = try await store.revision(1, of: prompt.id, in: .standard)
        for copy in [stored.draft.text, stored.head.text, revision.text] {
            #expect(Array(copy.utf8) == Array(text.utf8))
        }
    }

    @Test(arguments: Backend.allCases)
    func `a taken identifier is refused and changes nothing`(backend: Backend) async throws {
        let store = try backend.openStore(in: folder)
        var samples = HistorySamples(seed: 3)
        let (prompt, first) = try samples.prompt()
        try await store.create(prompt, first: first)
        let other = Prompt(
            id: prompt.id, workspace: team, idea: prompt.idea, draft: samples.draft(text: "other"),
            createdAt: samples.now(), head: prompt.head)
        await expectStoreError(.conflict) { try await store.create(other, first: first) }
        #expect(try await store.allPrompts(after: nil, limit: 10) == [prompt])
    }

    @Test(arguments: Backend.allCases)
    func `a first revision of something else is refused and nothing is saved`(backend: Backend) async throws {
        let store = try backend.openStore(in: folder)
        var samples = HistorySamples(seed: 4)
        let (prompt, first) = try samples.prompt()
        let second = samples.revision(after: first)
        let stranger = try samples.prompt().first
        for wrong in [second, stranger] {
            await expectStoreError(.conflict) { try await store.create(prompt, first: wrong) }
        }
        #expect(try await store.allPrompts(after: nil, limit: 10).isEmpty)
    }

    @Test(arguments: Backend.allCases)
    func `the head follows the newest revision`(backend: Backend) async throws {
        let store = try backend.openStore(in: folder)
        var samples = HistorySamples(seed: 5)
        var (prompt, first) = try samples.prompt()
        try await store.create(prompt, first: first)
        var chain = [first]
        for _ in 0..<5 {
            let next = samples.revision(after: chain[chain.count - 1])
            try await store.append(next, in: .standard)
            chain.append(next)
            prompt.head = Prompt.Head(of: next)
            #expect(try await store.prompt(prompt.id, in: .standard) == prompt)
        }
        #expect(try await store.revisions(of: prompt.id, in: .standard) == chain)
    }

    @Test(arguments: Backend.allCases, [-1, 0, 1, 3, Int.max])
    func `a revision that does not follow the head is refused`(backend: Backend, number: Int) async throws {
        let store = try backend.openStore(in: folder)
        var samples = HistorySamples(seed: 6)
        let (prompt, first) = try samples.prompt()
        try await store.create(prompt, first: first)
        let wrong = samples.revision(after: first, number: number)
        await expectStoreError(.conflict) { try await store.append(wrong, in: .standard) }
        #expect(try await store.revisions(of: prompt.id, in: .standard) == [first])
    }

    @Test(arguments: Backend.allCases)
    func `of many who save the same next revision one succeeds`(backend: Backend) async throws {
        let store = try backend.openStore(in: folder)
        var samples = HistorySamples(seed: 7)
        let (prompt, first) = try samples.prompt()
        try await store.create(prompt, first: first)
        let rivals = (0..<20).map { _ in samples.revision(after: first) }
        let winners = await withTaskGroup(of: Revision?.self) { group in
            for rival in rivals {
                group.addTask {
                    do throws(StoreError) {
                        try await store.append(rival, in: .standard)
                        return rival
                    } catch {
                        #expect(error.code == .conflict)
                        return nil
                    }
                }
            }
            return await group.reduce(into: [Revision]()) { if let winner = $1 { $0.append(winner) } }
        }
        #expect(winners.count == 1)
        #expect(try await store.revisions(of: prompt.id, in: .standard) == [first] + winners)
    }

    @Test(arguments: Backend.allCases)
    func `what is not there is not found`(backend: Backend) async throws {
        let store = try backend.openStore(in: folder)
        var samples = HistorySamples(seed: 8)
        let (prompt, first) = try samples.prompt()
        let next = samples.revision(after: first)
        await expectStoreError(.notFound) { _ = try await store.prompt(prompt.id, in: .standard) }
        await expectStoreError(.notFound) { _ = try await store.revisions(of: prompt.id, in: .standard) }
        await expectStoreError(.notFound) { _ = try await store.revision(1, of: prompt.id, in: .standard) }
        await expectStoreError(.notFound) { try await store.append(next, in: .standard) }
        try await store.create(prompt, first: first)
        for number in [0, 2, -1] {
            await expectStoreError(.notFound) {
                _ = try await store.revision(number, of: prompt.id, in: .standard)
            }
        }
    }

    @Test(arguments: Backend.allCases, ["É", "e\u{301}", "é\u{0}", "é ", ""] as [VisibleText])
    func `nothing crosses workspaces`(backend: Backend, name: VisibleText) async throws {
        let store = try backend.openStore(in: folder)
        let (mine, other) = (Workspace(rawValue: "é"), Workspace(rawValue: name.text))
        var samples = HistorySamples(seed: 9)
        let (prompt, first) = try samples.prompt(in: mine)
        try await store.create(prompt, first: first)
        let next = samples.revision(after: first)
        await expectStoreError(.notFound) { _ = try await store.prompt(prompt.id, in: other) }
        await expectStoreError(.notFound) { _ = try await store.revisions(of: prompt.id, in: other) }
        await expectStoreError(.notFound) { _ = try await store.revision(1, of: prompt.id, in: other) }
        await expectStoreError(.notFound) { try await store.append(next, in: other) }
        #expect(try await store.prompts(in: other, before: nil, limit: 10).isEmpty)
        #expect(try await store.prompts(in: mine, before: nil, limit: 10) == [prompt])
    }

    @Test(arguments: Backend.allCases)
    func `health is good while the store works`(backend: Backend) async throws {
        try await backend.openStore(in: folder).checkHealth()
    }
}
