import Domain
import TestSupport
import Testing

/// What every `HistoryStore` promises about its lists, and about being opened again.
@Suite(.timeLimit(.minutes(5)))
struct HistoryListContractTests {
    private let folder: TemporaryFolder
    private let workspaces = [Workspace(rawValue: "a"), Workspace(rawValue: "b")]

    init() throws { folder = try TemporaryFolder() }

    /// Saves 12 prompts, in two workspaces by turns.
    private func fill(_ store: any HistoryStore) async throws -> [Prompt] {
        var samples = HistorySamples(seed: 10)
        var prompts: [Prompt] = []
        for number in 0..<12 {
            let (prompt, first) = try samples.prompt(in: workspaces[number % 2])
            try await store.create(prompt, first: first)
            prompts.append(prompt)
        }
        return prompts
    }

    @Test(arguments: Backend.allCases, [1, 4, 5, 6, 7, 1000])
    func `pages of a workspace give every prompt once, the newest first`(
        backend: Backend, limit: Int
    ) async throws {
        let store = try backend.openStore(in: folder)
        let prompts = try await fill(store)
        for workspace in workspaces {
            var found: [Prompt] = []
            while true {
                let page = try await store.prompts(in: workspace, before: found.last?.id, limit: limit)
                guard !page.isEmpty else { break }
                #expect(page.count <= limit)
                found += page
            }
            #expect(found == prompts.filter { $0.workspace == workspace }.reversed())
        }
    }

    @Test(arguments: Backend.allCases, [1, 5, 12, 1000])
    func `pages of all prompts give every prompt once, the oldest first`(
        backend: Backend, limit: Int
    ) async throws {
        let store = try backend.openStore(in: folder)
        let prompts = try await fill(store)
        var found: [Prompt] = []
        while true {
            let page = try await store.allPrompts(after: found.last?.id, limit: limit)
            guard !page.isEmpty else { break }
            #expect(page.count <= limit)
            found += page
        }
        #expect(found == prompts)
    }

    @Test(arguments: Backend.allCases)
    func `prompts created at the same time are all saved`(backend: Backend) async throws {
        let store = try backend.openStore(in: folder)
        var samples = HistorySamples(seed: 11)
        let records = try (0..<50).map { _ in try samples.prompt() }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (prompt, first) in records {
                group.addTask { try await store.create(prompt, first: first) }
            }
            try await group.waitForAll()
        }
        #expect(try await store.allPrompts(after: nil, limit: 1000) == records.map(\.prompt))
    }

    @Test(arguments: Backend.allCases)
    func `a store that is opened again has everything`(backend: Backend) async throws {
        let prompts = try await fill(backend.openStore(in: folder))
        #expect(try await backend.openStore(in: folder).allPrompts(after: nil, limit: 1000) == prompts)
    }

    @Test(arguments: Backend.allCases)
    func `what one instance saved another one reads at once`(backend: Backend) async throws {
        let (writer, reader) = (try backend.openStore(in: folder), try backend.openStore(in: folder))
        for prompt in try await fill(writer) {
            #expect(try await reader.prompt(prompt.id, in: prompt.workspace) == prompt)
        }
    }
}
