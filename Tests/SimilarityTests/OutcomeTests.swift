import Domain
import Similarity
import TestSupport
import Testing

/// What came of a prompt moves its place, and never makes it fit.
@Suite struct OutcomeTests {
    private let history = History()
    private let index = RecommendationIndex()
    private let query: RecommendationQuery

    init() { query = history.query("puppy in snow", terms: ["puppy", "snow"]) }

    /// Two prompts that fit alike, in the order in which they are offered.
    private func two() throws -> (Prompt.ID, Prompt.ID) {
        for word in ["play", "jump"] {
            try index.insert(history.entry("puppy snow \(word)", terms: ["puppy", "snow", word]))
        }
        let offered = try order()
        return (try #require(offered.first), try #require(offered.last))
    }

    private func order() throws -> [Prompt.ID] { try index.recommend(for: query).items.map(\.prompt) }

    @Test(arguments: [RecommendationFeedback.Verdict.used, .edited, .rejected, .notTheSame])
    func `feedback moves the ranking at once`(verdict: RecommendationFeedback.Verdict) throws {
        let (first, second) = try two()
        let isGood = verdict == .used || verdict == .edited
        index.update(isGood ? second : first, in: .standard) { $0.feedback.count(verdict) }
        #expect(try order() == [second, first])
    }

    @Test func `approval and kept edits lift, failures and reverted edits lower`() throws {
        let (first, second) = try two()
        index.update(second, in: .standard) { $0.isApproved = true }
        #expect(try order() == [second, first])
        index.update(second, in: .standard) { outcome in
            outcome.isApproved = false
            outcome.revertedEdits = 5
            outcome.failed = 5
        }
        #expect(try order() == [first, second])
    }

    @Test func `popularity alone offers nothing that does not fit`() throws {
        let cat = history.entry("cat", terms: ["cat"])
        try index.insert(cat)
        index.update(cat.prompt, in: .standard) { outcome in
            outcome.reuses = 1_000_000
            outcome.feedback.used = 1_000_000
        }
        let answer = try index.recommend(for: query)
        #expect(answer.items.isEmpty && answer.why != nil)
    }

    @Test func `what somebody called not the same is not offered for that idea again`() throws {
        let (first, second) = try two()
        index.bar(first, for: query.idea, in: .standard)
        #expect(try order() == [second])
        let other = history.query("a puppy in the snow today", terms: ["puppy", "snow", "today"])
        let items = try index.recommend(for: other).items
        #expect(items.contains { $0.prompt == first })
    }

    @Test func `near-duplicates are one, with a count`() throws {
        for _ in 0..<4 { try index.insert(history.puppy) }
        let copies = History()
        for number in 0..<3 {
            try index.insert(
                copies.entry("puppy in snow", terms: ["puppy", "snow", "n\(number)"].dropLast()))
        }
        let items = try index.recommend(for: query).items
        #expect(items.count == 1 && items.first.map { $0.alike } == 2)
    }

    @Test func `filters come before ranking`() throws {
        for number in 0..<200 {
            var entry = history.entry("puppy snow \(number)", terms: ["puppy", "snow", "n\(number)"])
            entry.facets = [.category(number == 199 ? .city : .animal)]
            try index.insert(entry)
        }
        var filtered = query
        filtered.facets = [.category(.city)]
        #expect(try index.recommend(for: filtered).items.count == 1)
        filtered.facets = [.category(.food)]
        #expect(try index.recommend(for: filtered).why == .noHistory)
    }
}
