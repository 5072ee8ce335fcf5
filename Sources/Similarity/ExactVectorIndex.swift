package import Domain
import Synchronization

/// Compares with every vector, so its recall is 1.
///
/// Every change is visible to the next search. Searches and changes may run at once.
package final class ExactVectorIndex<Key: Hashable & Sendable>: VectorIndex {
    private let table: Mutex<VectorTable<Key>>

    /// Creates an empty index.
    ///
    /// - Parameter dimension: Length of every vector, at least 1.
    package init(dimension: Int) { table = Mutex(VectorTable(dimension: dimension)) }

    package var count: Int { table.withLock { $0.count } }

    package func insert(_ vector: [Float], for key: Key) throws(EmbeddingError) {
        try table.withLock { table throws(EmbeddingError) in try table.insert(vector, for: key) }
    }

    package func remove(_ key: Key) { table.withLock { $0.remove(key) } }

    package func nearest(
        to vector: [Float], limit: Int
    ) throws(EmbeddingError) -> [(key: Key, cosine: Float)] {
        try table.withLock { table throws(EmbeddingError) in try table.nearest(to: vector, limit: limit) }
    }
}
