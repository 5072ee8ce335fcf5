package import Domain

/// Where the vectors of an index come from, and how to read their angles.
///
/// Vectors of different spaces are never compared: another embedder needs another index.
package struct VectorSpace: Sendable, Hashable {
    package let version: Version
    /// Length of every vector.
    package let dimension: Int
    /// The cosine of two texts that have nothing in common.
    private let unrelatedCosine: Float
    /// The cosine from which on two texts say the same.
    private let sameCosine: Float
    let channel: Evidence.Channel

    /// The space that an embedder's vectors live in.
    package init(of embedder: any Embedder) {
        self.init(version: embedder.version, dimension: embedder.dimension)
    }

    /// The space of an embedder that is named and not at hand.
    package init(version: Version, dimension: Int) {
        self.version = version
        self.dimension = dimension
        let isHashed = version.name == HashedEmbedder.name
        unrelatedCosine = isHashed ? 0.05 : 0.2
        sameCosine = 0.95
        // Hashed words see much the same as the lexical index, so they count less beside it.
        channel = isHashed ? .init(even: 0.52, weight: 0.8) : .init(even: 0.61, weight: 1.1)
    }

    /// Below this chance nothing is offered.
    let threshold = Self.thresholdWithoutVectors
    static let thresholdWithoutVectors = 0.35

    /// How much a cosine says that two texts mean the same, 0...1.
    func evidence(_ cosine: Float) -> Double {
        Double(min(max((cosine - unrelatedCosine) / (sameCosine - unrelatedCosine), 0), 1))
    }
}
