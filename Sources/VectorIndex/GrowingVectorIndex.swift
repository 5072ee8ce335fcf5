package import Domain
import Synchronization

/// Looks at every vector while that is fast, and follows a graph when there are many.
///
/// ```swift
/// let index = GrowingVectorIndex<Prompt.ID>(dimension: 384)
/// try index.insert(vector, for: prompt.id)
/// let near = try index.nearest(to: query, limit: 10, among: nil)
/// ```
///
/// The way from one to the other has no pause: a graph is built a few rows at each change while the
/// old rows still answer. In the same way a graph with more removed rows than kept ones is made anew.
package final class GrowingVectorIndex<Key: Hashable & Sendable>: VectorIndex {
    /// From this many vectors on, a graph answers faster than a look at all of them.
    package static var usualThreshold: Int { 100_000 }

    let dimension: Int
    let state: Mutex<State>

    /// Creates an empty index.
    ///
    /// - Parameters:
    ///   - dimension: Length of every vector, at least 1.
    ///   - threshold: From how many vectors on a graph is built.
    package init(dimension: Int, threshold: Int = GrowingVectorIndex.usualThreshold) {
        self.dimension = dimension
        state = Mutex(State(dimension: dimension, threshold: threshold))
    }

    /// Creates an index of rows that were saved.
    init(dimension: Int, threshold: Int, graph: consuming GraphRows<Key>) {
        self.dimension = dimension
        state = Mutex(State(dimension: dimension, threshold: threshold, graph: consume graph))
    }

    package var count: Int { state.withLock { $0.count } }

    /// Whether a graph answers.
    package var isGraph: Bool { state.withLock { $0.isGraph } }

    package func insert(_ vector: [Float], for key: Key) throws(EmbeddingError) {
        let row = try HalfRow(vector, dimension: dimension)
        try state.withLock { state throws(EmbeddingError) in try state.insert(row, for: key) }
    }

    package func remove(_ key: Key) { state.withLock { $0.remove(key) } }

    package func removeAll(where isStrange: (Key) -> Bool) {
        let strange = state.withLock { $0.allKeys }.filter(isStrange)
        for key in strange { remove(key) }
    }

    package func nearest(
        to vector: [Float], limit: Int, among allowed: Set<Key>?
    ) throws(EmbeddingError) -> [(key: Key, cosine: Float)] {
        let query = try HalfRow(vector, dimension: dimension)
        return state.withLock { $0.nearest(to: query, limit: limit, among: allowed) }
    }

    package func cosines(of keys: [Key], to vector: [Float]) throws(EmbeddingError) -> [Float?] {
        let query = try HalfRow(vector, dimension: dimension)
        return state.withLock { state in
            keys.map { key in
                state.withRow(of: key) { cosineOfRows($0, query.halves, dimension: dimension) }
            }
        }
    }

    /// Finishes a graph that is being built; for benchmarks and for the time before serving.
    package func finishBuilding() throws(EmbeddingError) {
        while try state.withLock({ state throws(EmbeddingError) in
            try state.carry(rows: 256)
            return state.isBuilding
        }) {}
    }
}
