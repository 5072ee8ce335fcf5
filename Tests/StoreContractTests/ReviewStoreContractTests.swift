import Domain
import TestSupport
import Testing

/// What every store promises about branches, reviews, labels, the audit trail and the search for edits.
@Suite(.timeLimit(.minutes(5)))
struct ReviewStoreContractTests {
    private let folder: TemporaryFolder
    private let other = Workspace(rawValue: "other")

    init() throws { folder = try TemporaryFolder() }

    private func name(_ text: String) throws -> ReferenceName { try ReferenceName(text, field: "name") }

    private func entry(_ prompt: Prompt, _ action: AuditEntry.Action) -> AuditEntry { .of(prompt, action) }

    @Test(arguments: Backend.allCases)
    func `branches grow on their own, and numbers count over all of them`(backend: Backend) async throws {
        let store = try backend.openStore(in: folder)
        var samples = HistorySamples(seed: 20)
        let (prompt, first) = try samples.prompt()
        try await store.create(prompt, first: first)
        let branch = Branch(name: try name("밤"), at: 1, author: "a", createdAt: samples.now())
        try await store.create(branch, of: prompt.id, recording: entry(prompt, .branched), in: .standard)
        let second = samples.revision(after: first, on: branch.name)
        try await store.append(second, in: .standard)
        await expectStoreError(.conflict) {
            try await store.append(samples.revision(after: first, number: 2), in: .standard)
        }
        let third = samples.revision(after: first, number: 3)
        try await store.append(third, in: .standard)
        #expect(try await store.prompt(prompt.id, in: .standard).head == Prompt.Head(of: third))
        #expect(try await store.revisions(of: prompt.id, in: .standard) == [first, second, third])
        #expect(try await store.branches(of: prompt.id, in: .standard).map(\.head) == [3, 2])
        await expectStoreError(.conflict) {
            try await store.create(branch, of: prompt.id, recording: entry(prompt, .branched), in: .standard)
        }
        let lost = Branch(name: try name("x"), at: 9, author: "a", createdAt: samples.now())
        await expectStoreError(.notFound) {
            try await store.create(lost, of: prompt.id, recording: entry(prompt, .branched), in: .standard)
        }
        await expectStoreError(.notFound) { _ = try await store.branches(of: prompt.id, in: other) }
        await expectStoreError(.notFound) {
            try await store.append(
                samples.revision(after: third, on: try name("none")), in: .standard)
        }
    }

    @Test(arguments: Backend.allCases)
    func `a review is replaced by its next version only, with its entry or not at all`(backend: Backend)
        async throws
    {
        let store = try backend.openStore(in: folder)
        var samples = HistorySamples(seed: 21)
        let (prompt, first) = try samples.prompt()
        try await store.create(prompt, first: first)
        var review = Review(
            id: Review.ID(at: samples.now(), random: SystemRandomSource()), workspace: .standard,
            prompt: prompt.id, first: 1, last: 1, title: "빛", author: "a", createdAt: samples.now())
        try await store.create(review, recording: entry(prompt, .openedReview))
        await expectStoreError(.conflict) { try await store.save(review, recording: entry(prompt, .decided)) }
        review.version = 2
        review.verdicts = [Verdict(reviewer: "b", kind: .approve, reason: "", at: samples.now())]
        try await store.save(review, recording: entry(prompt, .decided))
        #expect(try await store.review(review.id, in: .standard) == review)
        #expect(try await store.reviews(ofRevision: 1, of: prompt.id, in: .standard) == [review])
        #expect(try await store.reviews(ofRevision: 2, of: prompt.id, in: .standard).isEmpty)
        #expect(try await store.reviews(in: .standard, of: nil, before: nil, limit: 9) == [review])
        await expectStoreError(.notFound) { _ = try await store.review(review.id, in: other) }
        let trail = try await store.auditEntries(in: .standard, of: prompt.id, before: nil, limit: 9)
        #expect(Set(trail.map(\.action)) == [.wrote, .openedReview, .decided] && trail.count == 3)
        #expect(try await store.auditEntries(in: other, of: nil, before: nil, limit: 9).isEmpty)
    }

    @Test(arguments: Backend.allCases)
    func `a label that was moved is read where it is, also by others`(backend: Backend) async throws {
        let (store, reader) = (try backend.openStore(in: folder), try backend.openStore(in: folder))
        var samples = HistorySamples(seed: 22)
        let (prompt, first) = try samples.prompt()
        try await store.create(prompt, first: first)
        try await store.append(samples.revision(after: first), in: .standard)
        for revision in [1, 2, 1] {
            let label = Label(
                prompt: prompt.id, name: try name("production"), revision: revision, movedBy: "a",
                movedAt: samples.now())
            try await store.move(label, recording: entry(prompt, .movedLabel), in: .standard)
            #expect(try await reader.labels(of: prompt.id, in: .standard) == [label])
        }
        let lost = Label(
            prompt: prompt.id, name: try name("x"), revision: 9, movedBy: "a", movedAt: samples.now())
        await expectStoreError(.notFound) {
            try await store.move(lost, recording: entry(prompt, .movedLabel), in: .standard)
        }
        let rule = LabelRule(label: try name("production"), isProtected: true, requiredApprovals: 2)
        try await store.set(rule, recording: entry(prompt, .changedRule), in: .standard)
        #expect(try await reader.rules(in: .standard) == [rule])
        #expect(try await reader.rules(in: other).isEmpty)
        #expect(try await store.auditEntries(in: .standard, of: nil, before: nil, limit: 99).count == 6)
    }

    @Test(arguments: Backend.allCases)
    func `edits are found by everything a query names`(backend: Backend) async throws {
        let store = try backend.openStore(in: folder)
        var samples = HistorySamples(seed: 23)
        let (prompt, first) = try samples.prompt()
        try await store.create(prompt, first: first)
        let next = samples.revision(after: first)
        let edits = (0..<3).map { index in
            Edit(
                id: Edit.ID(at: next.savedAt, random: SystemRandomSource()), prompt: prompt.id, revision: 2,
                slot: ["light", "camera", "camera"][index], kind: [.replaced, .added, .removed][index],
                author: next.author, savedAt: next.savedAt, oldText: "밝은", newText: "새벽",
                oldTerms: index == 0 ? ["밝은", "빛"] : [], newTerms: index == 0 ? ["새벽"] : ["dolly"])
        }
        try await store.append(
            next, words: nil, edits: edits, reverting: [], recording: entry(prompt, .saved), in: .standard)
        func found(_ change: (inout EditQuery) -> Void, in workspace: Workspace = .standard) async throws
            -> Set<Edit.ID>
        {
            var query = EditQuery()
            change(&query)
            return Set(
                try await store.edits(matching: query, in: workspace, before: nil, limit: 9).map(\.id))
        }
        #expect(try await found { _ in }.count == 3)
        #expect(try await found({ _ in }, in: other).isEmpty)
        #expect(try await found { $0.oldTerms = [["none"], ["밝은", "빛"]] } == [edits[0].id])
        #expect(try await found { $0.newTerms = [["새벽", "dolly"]] }.isEmpty)
        #expect(try await found { ($0.slot, $0.kind) = ("camera", .added) } == [edits[1].id])
        #expect(try await found { $0.since = next.savedAt.advanced(by: .milliseconds(1)) }.isEmpty)
        #expect(try await found { $0.until = next.savedAt }.isEmpty)
        #expect(try await found { $0.since = next.savedAt }.count == 3)
        let third = samples.revision(after: next)
        try await store.append(
            third, words: nil, edits: [], reverting: [edits[2].id], recording: entry(prompt, .saved),
            in: .standard)
        #expect(try await found { $0.isReverted = true } == [edits[2].id])
        #expect(try await found { $0.isReverted = false }.count == 2)
    }
}
