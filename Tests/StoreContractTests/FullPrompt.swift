import Domain
import TestSupport

/// A prompt with everything that can be kept about one.
struct FullPrompt {
    let prompt: Prompt
    let words = PromptWords(version: "1", idea: ["강아지"], text: ["dog"])
    /// What could follow its head.
    let next: Revision
    private let review: Review.ID

    var id: Prompt.ID { prompt.id }

    init(in workspace: Workspace, samples: inout HistorySamples, store: any LivingArchive) async throws {
        let (prompt, first) = try samples.prompt(in: workspace)
        self.prompt = prompt
        try await store.create(
            prompt, first: first, words: words,
            recording: .sample(of: first, action: .wrote, in: workspace))
        let second = samples.revision(after: first)
        let edit = Edit(
            id: Edit.ID(at: samples.now(), random: SystemRandomSource()), prompt: prompt.id, revision: 2,
            slot: "text", kind: .replaced, author: second.author, savedAt: second.savedAt,
            oldText: "a dog", newText: "a wolf", oldTerms: ["dog"], newTerms: ["wolf"])
        try await store.append(
            second, words: words, edits: [edit], reverting: [],
            recording: .sample(of: second, action: .saved, in: workspace), in: workspace)
        let name = try ReferenceName("night", field: "branch")
        let branch = Branch(name: name, at: 1, author: "a", createdAt: samples.now())
        try await store.create(
            branch, of: prompt.id, recording: .sample(of: first, action: .branched, in: workspace),
            in: workspace)
        let numbered = samples.revision(after: first, number: 3, on: name)
        try await store.append(numbered, in: workspace)
        let label = Label(
            prompt: prompt.id, name: try ReferenceName("production", field: "label"), revision: 2,
            movedBy: "a", movedAt: samples.now())
        try await store.move(
            label, recording: .sample(of: second, action: .movedLabel, in: workspace), in: workspace)
        let review = Review(
            id: Review.ID(at: samples.now(), random: SystemRandomSource()), workspace: workspace,
            prompt: prompt.id, first: 2, last: 2, title: "t", author: "a", createdAt: samples.now())
        self.review = review.id
        try await store.create(
            review, recording: .sample(of: second, action: .openedReview, in: workspace))
        next = samples.revision(after: second, number: 4)
    }

    /// What every way of reading gives about it, as text; empty where it is not found.
    func everything(in store: any LivingArchive) async throws -> [String] {
        let workspace = prompt.workspace
        var found = PromptQuery()
        found.words = ["강아지"]
        var edits = EditQuery()
        edits.newTerms = [["wolf"]]
        return [
            await read { try await store.prompt(id, in: workspace) },
            await read { try await store.revision(2, of: id, in: workspace) },
            await read { try await store.revisions(of: id, in: workspace) },
            await read { try await store.branches(of: id, in: workspace) },
            await read { try await store.labels(of: id, in: workspace) },
            await read { try await store.review(review, in: workspace) },
            try await store.prompts(in: workspace, before: nil, limit: 100)
                .filter { $0.id == id }.map { "\($0)" }.joined(),
            try await store.allPrompts(after: nil, limit: 100)
                .filter { $0.id == id }.map { "\($0)" }.joined(),
            try await store.find(found, in: workspace, after: nil, limit: 100)
                .filter { $0.prompt.id == id }.map { "\($0)" }.joined(),
            try await store.edits(matching: edits, in: workspace, before: nil, limit: 100)
                .filter { $0.prompt == id }.map { "\($0)" }.joined(),
        ]
    }

    private func read(_ body: () async throws -> some Any) async -> String {
        do {
            return "\(try await body())"
        } catch {
            return ""
        }
    }
}
