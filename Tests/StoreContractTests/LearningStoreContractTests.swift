import Domain
import TestSupport
import Testing

/// What every store promises about feedback and decisions.
@Suite(.timeLimit(.minutes(5)))
struct LearningStoreContractTests {
    private let folder: TemporaryFolder
    private let other = Workspace(rawValue: "other")

    init() throws { folder = try TemporaryFolder() }

    private func feedback(
        _ prompt: Prompt, _ verdict: RecommendationFeedback.Verdict, in workspace: Workspace = .standard
    ) -> RecommendationFeedback {
        RecommendationFeedback(
            id: RecommendationFeedback.ID(at: prompt.createdAt, random: SystemRandomSource()),
            workspace: workspace, prompt: prompt.id, idea: "눈 오는 마을", verdict: verdict, author: "영희",
            savedAt: prompt.createdAt)
    }

    @Test(arguments: Backend.allCases)
    func `feedback comes back in order, page by page, also after a restart`(backend: Backend) async throws {
        var samples = HistorySamples(seed: 31)
        var kept: [RecommendationFeedback] = []
        do {
            let store = try backend.openStore(in: folder)
            for verdict in RecommendationFeedback.Verdict.allCases {
                let (prompt, first) = try samples.prompt()
                try await store.create(prompt, first: first)
                kept.append(feedback(prompt, verdict))
                try await store.record(try #require(kept.last))
            }
        }
        let store = try backend.openStore(in: folder)
        kept.sort { $0.id < $1.id }
        #expect(try await store.feedback(after: nil, limit: 3) == Array(kept.prefix(3)))
        #expect(try await store.feedback(after: kept[2].id, limit: 3) == Array(kept.dropFirst(3)))
        await expectStoreError(.conflict) { try await store.record(kept[0]) }
    }

    @Test(arguments: Backend.allCases)
    func `feedback on a prompt of another workspace is refused`(backend: Backend) async throws {
        let store = try backend.openStore(in: folder)
        var samples = HistorySamples(seed: 32)
        let (prompt, first) = try samples.prompt()
        try await store.create(prompt, first: first)
        await expectStoreError(.notFound) { try await store.record(feedback(prompt, .used, in: other)) }
        #expect(try await store.feedback(after: nil, limit: 9).isEmpty)
    }

    @Test(arguments: Backend.living)
    func `feedback on a purged prompt goes with it`(backend: Backend) async throws {
        let store = try #require(
            try backend.openStore(in: folder) as? any LivingArchive & LearningStore)
        var samples = HistorySamples(seed: 33)
        var prompts: [Prompt] = []
        for _ in 0..<2 {
            let (prompt, first) = try samples.prompt()
            try await store.create(prompt, first: first)
            for _ in 0..<3 { try await store.record(feedback(prompt, .used)) }
            prompts.append(prompt)
        }
        try await store.purge(prompts[0].id, recording: .of(prompts[0], .purged), in: .standard)
        let left = try await store.feedback(after: nil, limit: 9)
        #expect(left.map(\.prompt) == Array(repeating: prompts[1].id, count: 3))
    }

    @Test(arguments: Backend.allCases)
    func `the last decision about a rule counts, in its workspace only`(backend: Backend) async throws {
        let store = try backend.openStore(in: folder)
        let now = Timestamp(milliseconds: 5)
        let first = RuleDecision(rule: "r", isOn: false, to: nil, author: "a", savedAt: now)
        let last = RuleDecision(rule: "r", isOn: true, to: "soft light", author: "b", savedAt: now)
        for decision in [first, last] { try await store.decide(decision, in: .standard) }
        #expect(try await store.decisions(in: .standard) == [last])
        #expect(try await store.decisions(in: other).isEmpty)
    }
}
