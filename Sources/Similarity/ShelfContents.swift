import Domain

/// What a ``Shelf`` keeps under its lock.
struct ShelfContents: Sendable {
    private let space: VectorSpace?
    private var entries: [Prompt.ID: RecommendationEntry] = [:]

    init(space: VectorSpace?) { self.space = space }

    var count: Int { entries.count }

    mutating func insert(_ entry: RecommendationEntry) throws(EmbeddingError) {
        entries[entry.prompt] = entry
    }

    mutating func remove(_ prompt: Prompt.ID) { entries[prompt] = nil }

    func recommend(
        for query: RecommendationQuery, limit: Int, excluding excluded: Set<Prompt.ID>
    ) throws(EmbeddingError) -> RecommendationAnswer {
        RecommendationAnswer(abstaining: .noHistory)
    }
}
