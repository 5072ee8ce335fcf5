package import Domain

/// Vectors from hashed words, stems and character trigrams, for when no model is there.
///
/// Texts that share words or parts of words get near vectors, in any language. It knows no
/// synonyms. Signed feature hashing after Weinberger et al., "Feature Hashing for Large Scale
/// Multitask Learning", 2009.
package struct HashedEmbedder: Embedder {
    static let name = "hashed"

    package let dimension: Int

    package var version: Version { Version(name: Self.name, version: "1-\(dimension)") }

    /// Creates an embedder; it needs no files.
    ///
    /// - Parameter dimension: Length of the vectors; fewer than 64 would only collide.
    package init(dimension: Int = 384) {
        precondition(dimension >= 64, "A hashed vector needs at least 64 components")
        self.dimension = dimension
    }

    package func embed(_ texts: [String]) async throws(EmbeddingError) -> [[Float]] {
        texts.map(vector)
    }

    private func vector(_ text: String) -> [Float] {
        var vector = [Float](repeating: 0, count: dimension)
        for (feature, weight) in Self.features(of: text) {
            let hash = feature.stableHash
            let sign: Float = hash >> 63 == 0 ? 1 : -1
            vector[Int(hash % UInt64(dimension))] += sign * weight
        }
        let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
        // A text without any feature is as far from everything: one fixed direction of its own.
        guard length > 0 else { return [1] + [Float](repeating: 0, count: dimension - 1) }
        return vector.map { $0 / length }
    }

    private static func features(of text: String) -> [String: Float] {
        var features: [String: Float] = [:]
        for word in Words(of: text) where !word.isCommon {
            features["w " + word.stem, default: 0] += word.isHangul ? 0.4 : 1
            for part in word.parts { features["p " + part, default: 0] += word.isHangul ? 1 : 0.4 }
        }
        return features.mapValues { $0.squareRoot() }
    }
}

extension String {
    /// The 64-bit FNV-1a hash of the UTF-8, mixed; the same in every process, unlike `hashValue`.
    var stableHash: UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        hash = (hash ^ (hash >> 33)) &* 0xFF51_AFD7_ED55_8CCD
        return hash ^ (hash >> 33)
    }
}
