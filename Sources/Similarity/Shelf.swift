import Domain
import Synchronization

/// The past prompts of one workspace.
final class Shelf: Sendable {
    private let contents: Mutex<ShelfContents>

    init(meanings: Meanings?) { contents = Mutex(ShelfContents(meanings: meanings)) }

    var count: Int { contents.withLock { $0.count } }

    func insert(_ entry: RecommendationEntry) throws(EmbeddingError) {
        try contents.withLock { contents throws(EmbeddingError) in try contents.insert(entry) }
    }

    func revision(of prompt: Prompt.ID) -> Int? { contents.withLock { $0.revision(of: prompt) } }

    func removeStrangeVectors() { contents.withLock { $0.removeStrangeVectors() } }

    func remove(_ prompt: Prompt.ID) { contents.withLock { $0.remove(prompt) } }

    func recommend(
        for query: RecommendationQuery, limit: Int, excluding excluded: Set<Prompt.ID>
    ) throws(EmbeddingError) -> RecommendationAnswer {
        try contents.withLock { contents throws(EmbeddingError) in
            try contents.recommend(for: query, limit: limit, excluding: excluded)
        }
    }

    func ranking(for query: RecommendationQuery, limit: Int) throws(EmbeddingError)
        -> [(prompt: Prompt.ID, score: Double)]
    {
        try contents.withLock { contents throws(EmbeddingError) in
            try contents.ranking(for: query, limit: limit)
        }
    }

    func update(_ prompt: Prompt.ID, _ change: (inout Outcome) -> Void) {
        contents.withLock { $0.update(prompt, change) }
    }

    func label(_ prompt: Prompt.ID, as labels: Set<ReferenceName>) {
        contents.withLock { $0.label(prompt, as: labels) }
    }

    func bar(_ prompt: Prompt.ID, for idea: String) { contents.withLock { $0.bar(prompt, for: idea) } }

    func count(holding words: String, with facet: Facet) -> Int {
        contents.withLock { $0.count(holding: words, with: facet) }
    }
}
