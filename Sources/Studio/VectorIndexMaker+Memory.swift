package import Similarity
import VectorIndex

extension VectorIndexMaker {
    /// Indexes in memory alone.
    package static func inMemory(dimension: Int) -> VectorIndexMaker {
        VectorIndexMaker(
            whole: { _ in GrowingVectorIndex(dimension: dimension) },
            passages: { _ in GrowingVectorIndex(dimension: dimension) })
    }
}
