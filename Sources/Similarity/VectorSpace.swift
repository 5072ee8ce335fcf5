package import Domain

/// Where the vectors of an index come from, and how to read their angles.
///
/// Vectors of different spaces are never compared: another embedder needs another index.
package struct VectorSpace: Sendable {
    package let version: Version
    /// Length of every vector.
    package let dimension: Int
    /// What the embedder knows of single words.
    let wordPieces: (any WordPieces)?
    /// The cosine of two texts that have nothing in common.
    private let unrelatedCosine: Float
    /// The cosine from which on two texts say the same.
    private let sameCosine: Float
    let calibration: Calibration

    /// The space that an embedder's vectors live in.
    package init(of embedder: any Embedder) {
        self.init(
            version: embedder.version, dimension: embedder.dimension, wordPieces: embedder.wordPieces)
    }

    /// The space of an embedder that is named and not at hand.
    package init(version: Version, dimension: Int, wordPieces: (any WordPieces)? = nil) {
        self.version = version
        self.dimension = dimension
        self.wordPieces = wordPieces
        unrelatedCosine = version.name == HashedEmbedder.name ? 0.05 : 0.2
        sameCosine = 0.95
        calibration = Calibration.of(version.name)
    }

    /// How the kinds of evidence are weighed for a question and a prompt.
    ///
    /// - Parameter isInOwnWords: Whether both have words in dictionary form, as Korean has; they say more than the
    ///   English of the two, which is a translation.
    func channels(isInOwnWords: Bool) -> Evidence.Channels {
        var channels = Evidence.Channels()
        if version.name == HashedEmbedder.name {
            // Hashed words see much the same as the lexical index, so they count less beside it.
            channels.meaning = .init(even: 0.52, weight: 0.8)
        } else if wordPieces == nil {
            channels.meaning = .init(even: 0.61, weight: 1.1)
        } else if isInOwnWords {
            channels.meaning = .init(even: 0.61, weight: 0.8)
            channels.nearWords = .init(even: 0.65, weight: 0.3)
            channels.words = .init(even: 0.45, weight: 2.5)
        } else {
            channels.meaning = .init(even: 0.61, weight: 1.9)
            channels.nearWords = .init(even: 0.65, weight: 2)
            channels.words = .init(even: 0.45, weight: 0.3)
        }
        return channels
    }

    /// How much weight the nearest sentence of a longer text has beside the whole.
    private static let sentenceShare: Float = 0.6

    /// How much cosines say that two texts mean the same, 0...1.
    ///
    /// - Parameters:
    ///   - cosine: Of the whole texts.
    ///   - sentence: Of the nearest sentence; that of the whole when there is but one.
    func evidence(_ cosine: Float, sentence: Float) -> Double {
        let mixed = cosine + Self.sentenceShare * (sentence - cosine)
        return Double(min(max((mixed - unrelatedCosine) / (sameCosine - unrelatedCosine), 0), 1))
    }
}
