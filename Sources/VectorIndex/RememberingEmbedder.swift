package import Domain
import Synchronization

/// Embeds each text once, and keeps the vectors in a file between runs.
///
/// The file is beside the store and can be lost without loss: it is made again from the texts.
package final class RememberingEmbedder: Embedder {
    /// Asked for what is not kept; questions go to it straight, since they are not worth keeping.
    package let source: any Embedder
    private let path: String
    private let kept: Mutex<KeptVectors>

    /// - Parameters:
    ///   - embedder: Asked for what is not kept.
    ///   - path: The file; it need not be there.
    package init(_ embedder: any Embedder, path: String) {
        source = embedder
        self.path = path
        kept = Mutex(KeptVectors(path: path, version: embedder.version, dimension: embedder.dimension))
    }

    package var dimension: Int { source.dimension }
    package var version: Version { source.version }
    package var wordPieces: (any WordPieces)? { source.wordPieces }

    /// How many vectors the file and the memory hold.
    package var count: Int { kept.withLock { $0.count + $0.added.count } }

    package func embed(_ texts: [String]) async throws(EmbeddingError) -> [[Float]] {
        let hashes = texts.map(\.textHash)
        var vectors = kept.withLock { kept in hashes.map { kept.vector(ofHash: $0) } }
        let missing = vectors.indices.filter { vectors[$0] == nil }
        guard !missing.isEmpty else { return vectors.compactMap(\.self) }
        let made = try await source.embed(missing.map { texts[$0] })
        for (index, vector) in zip(missing, made) {
            let row = try HalfRow(vector, dimension: dimension)
            // The rounded vector at once, so that it is the same after a restart.
            vectors[index] = kept.withLock { kept in
                kept.add(row.halves, forHash: hashes[index])
                return kept.vector(ofHash: hashes[index])
            }
        }
        return vectors.compactMap(\.self)
    }

    /// Writes what is kept to the file.
    ///
    /// - Throws: An error of the file system; the old file is as it was.
    package func save() throws {
        let state = kept.withLock(\.self)
        guard !state.added.isEmpty else { return }
        try state.save(to: path)
        let whole = KeptVectors(path: path, version: version, dimension: dimension)
        kept.withLock { kept in
            let late = kept.added.filter { state.added[$0.key] == nil }
            kept = whole
            for (hash, halves) in late { kept.add(halves, forHash: hash) }
        }
    }
}

extension String {
    /// The 64-bit FNV-1a hash of the UTF-8, mixed; two of a million texts share one with a chance of 1 in
    /// 40 million.
    var textHash: UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        hash = (hash ^ (hash >> 33)) &* 0xFF51_AFD7_ED55_8CCD
        return hash ^ (hash >> 33)
    }
}
