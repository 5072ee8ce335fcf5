import Domain
import Similarity
import VectorIndex

/// Where the recommender's vector indexes keep their graphs between runs.
package struct RecommenderGraphs: Sendable {
    private let whole: KeptGraphs<Prompt.ID>
    private let passages: KeptGraphs<Passage>

    /// - Parameter folder: Where the files lie, beside the store.
    package init(folder: String) {
        whole = KeptGraphs(folder: "\(folder)/prompts")
        passages = KeptGraphs(folder: "\(folder)/sentences")
    }

    /// Writes all graphs that are in use.
    ///
    /// - Throws: An error whose text names the file that cannot be written.
    package func save() throws {
        try whole.save()
        try passages.save()
    }

    func maker(for embedder: Version, dimension: Int) -> VectorIndexMaker {
        VectorIndexMaker(
            whole: { [whole] in whole.index(named: $0.rawValue, embedder: embedder, dimension: dimension) },
            passages: { [passages] in
                passages.index(named: $0.rawValue, embedder: embedder, dimension: dimension)
            })
    }
}
