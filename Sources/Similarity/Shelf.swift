import Domain
import Synchronization

/// The past prompts of one workspace.
final class Shelf: Sendable {
    private let contents: Mutex<ShelfContents>

    init(space: VectorSpace?) { contents = Mutex(ShelfContents(space: space)) }

    var count: Int { contents.withLock { $0.count } }

    func insert(_ entry: RecommendationEntry) throws(EmbeddingError) {
        try contents.withLock { contents throws(EmbeddingError) in try contents.insert(entry) }
    }

    func remove(_ prompt: Prompt.ID) { contents.withLock { $0.remove(prompt) } }

    func recommend(
        for query: RecommendationQuery, limit: Int, excluding excluded: Set<Prompt.ID>
    ) throws(EmbeddingError) -> RecommendationAnswer {
        try contents.withLock { contents throws(EmbeddingError) in
            try contents.recommend(for: query, limit: limit, excluding: excluded)
        }
    }
}
