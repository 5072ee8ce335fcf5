package import Domain

/// Where the vectors of an index come from, and how to read their angles.
///
/// Vectors of different spaces are never compared: another embedder needs another index.
package struct VectorSpace: Sendable, Hashable {
    package let version: Version
    /// Length of every vector.
    package let dimension: Int
    /// The cosine of two texts that have nothing in common.
    package let unrelatedCosine: Float
    /// The cosine from which on two texts say the same.
    package let sameCosine: Float

    package init(version: Version, dimension: Int, unrelatedCosine: Float, sameCosine: Float) {
        self.version = version
        self.dimension = dimension
        self.unrelatedCosine = unrelatedCosine
        self.sameCosine = sameCosine
    }

    /// The space that an embedder's vectors live in.
    package init(of embedder: any Embedder) {
        let isHashed = embedder.version.name == HashedEmbedder.name
        self.init(
            version: embedder.version, dimension: embedder.dimension,
            unrelatedCosine: isHashed ? 0.05 : 0.2, sameCosine: 0.95)
    }

    /// How much a cosine says that two texts mean the same, 0...1.
    func evidence(_ cosine: Float) -> Double {
        Double(min(max((cosine - unrelatedCosine) / (sameCosine - unrelatedCosine), 0), 1))
    }
}
