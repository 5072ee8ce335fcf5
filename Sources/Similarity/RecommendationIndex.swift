package import Domain
import Synchronization

/// Finds the past prompts that help with an idea, and says why.
///
/// ```swift
/// let index = RecommendationIndex(space: VectorSpace(of: embedder), vectors: maker)
/// try index.insert(entry)
/// let answer = try index.recommend(for: query, limit: 3)
/// ```
///
/// A change is visible to the next call. Calls may come from any thread; those of different
/// workspaces do not wait for each other.
package final class RecommendationIndex: Sendable {
    private let space: VectorSpace?
    private let vectors: VectorIndexMaker?
    private let shelves = Mutex<[Workspace: Shelf]>([:])

    /// Creates an empty index that compares words and scenes only.
    package init() { (space, vectors) = (nil, nil) }

    /// Creates an empty index.
    ///
    /// - Parameters:
    ///   - space: Where the vectors come from.
    ///   - vectors: Makes what finds the nearest of them, for each workspace.
    package init(space: VectorSpace, vectors: VectorIndexMaker) {
        self.space = space
        self.vectors = vectors
    }

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

    /// Forgets vectors that an earlier run kept of prompts that nobody inserted since.
    package func removeStrangeVectors() {
        for shelf in shelves.withLock({ Array($0.values) }) { shelf.removeStrangeVectors() }
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

    /// Ranks past prompts of the query's workspace, however thin the evidence is, near-duplicates included.
    ///
    /// - Throws: ``EmbeddingError`` when the query's vector does not fit the space.
    package func ranking(for query: RecommendationQuery, limit: Int) throws(EmbeddingError)
        -> [(prompt: Prompt.ID, score: Double)]
    {
        try shelf(query.workspace).ranking(for: query, limit: limit)
    }

    /// Changes what is known to have come of a prompt; the next answer follows.
    package func update(_ prompt: Prompt.ID, in workspace: Workspace, _ change: (inout Outcome) -> Void) {
        shelves.withLock { $0[workspace] }?.update(prompt, change)
    }

    /// Sets the labels that a prompt is found by.
    package func label(_ prompt: Prompt.ID, as labels: Set<ReferenceName>, in workspace: Workspace) {
        shelves.withLock { $0[workspace] }?.label(prompt, as: labels)
    }

    /// Never offers a prompt for an idea of these words again.
    package func bar(_ prompt: Prompt.ID, for idea: String, in workspace: Workspace) {
        shelf(workspace).bar(prompt, for: idea)
    }

    /// Which revision of a prompt the index has; nil when it has none.
    package func revision(of prompt: Prompt.ID, in workspace: Workspace) -> Int? {
        shelves.withLock { $0[workspace] }?.revision(of: prompt)
    }

    /// In how many prompts of a workspace with this facet these words stand.
    package func count(holding words: String, with facet: Facet, in workspace: Workspace) -> Int {
        shelves.withLock { $0[workspace] }?.count(holding: words, with: facet) ?? 0
    }

    /// How many prompts a workspace has.
    package func count(in workspace: Workspace) -> Int {
        shelves.withLock { $0[workspace] }?.count ?? 0
    }

    private func shelf(_ workspace: Workspace) -> Shelf {
        shelves.withLock { shelves in
            if let shelf = shelves[workspace] { return shelf }
            let meanings = space.flatMap { space in
                vectors.map { Meanings(space: space, maker: $0, workspace: workspace) }
            }
            let shelf = Shelf(meanings: meanings)
            shelves[workspace] = shelf
            return shelf
        }
    }
}
