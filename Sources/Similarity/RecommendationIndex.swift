package import Domain
import Synchronization

/// Finds the past prompts that help with an idea, and says why.
///
/// ```swift
/// let index = RecommendationIndex(space: VectorSpace(of: embedder))
/// try index.insert(entry)
/// let answer = try index.recommend(for: query, limit: 3)
/// ```
///
/// A change is visible to the next call. Calls may come from any thread; those of different
/// workspaces do not wait for each other.
package final class RecommendationIndex: Sendable {
    private let space: VectorSpace?
    private let shelves = Mutex<[Workspace: Shelf]>([:])

    /// Creates an empty index.
    ///
    /// - Parameter space: Where the vectors come from; nil compares words and scenes only.
    package init(space: VectorSpace?) { self.space = space }

    /// Adds an entry, or replaces the one of the same prompt.
    ///
    /// - Throws: ``EmbeddingError`` when its vector does not fit the space; nothing is changed then.
    package func insert(_ entry: RecommendationEntry) throws(EmbeddingError) {
        try shelf(entry.workspace).insert(entry)
    }

    /// Forgets a prompt.
    package func remove(_ prompt: Prompt.ID, from workspace: Workspace) {
        shelves.withLock { $0[workspace] }?.remove(prompt)
    }

    /// Offers past prompts of the query's workspace.
    ///
    /// - Parameters:
    ///   - limit: The most that are offered.
    ///   - excluded: Prompts that are not offered, such as the one that is being written.
    /// - Throws: ``EmbeddingError`` when the query's vector does not fit the space.
    package func recommend(
        for query: RecommendationQuery, limit: Int = 3, excluding excluded: Set<Prompt.ID> = []
    ) throws(EmbeddingError) -> RecommendationAnswer {
        try shelf(query.workspace).recommend(for: query, limit: limit, excluding: excluded)
    }

    /// How many prompts a workspace has.
    package func count(in workspace: Workspace) -> Int {
        shelves.withLock { $0[workspace] }?.count ?? 0
    }

    private func shelf(_ workspace: Workspace) -> Shelf {
        shelves.withLock { shelves in
            if let shelf = shelves[workspace] { return shelf }
            let shelf = Shelf(space: space)
            shelves[workspace] = shelf
            return shelf
        }
    }
}
