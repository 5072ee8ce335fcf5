/// Turns text into vectors whose angle tells how near their meanings are.
package protocol Embedder: Sendable {
    /// Length of every vector.
    var dimension: Int { get }

    /// Name and version of the model; vectors of different versions are never compared.
    var version: Version { get }

    /// What it knows of single words; nil when it reads whole texts only.
    var wordPieces: (any WordPieces)? { get }

    /// Embeds English texts, in order; each vector has length one.
    func embed(_ texts: [String]) async throws(EmbeddingError) -> [[Float]]
}

extension Embedder {
    package var wordPieces: (any WordPieces)? { nil }
}

/// What a model knows of the pieces that words are made of, without reading a text.
package protocol WordPieces: Sendable {
    /// The pieces of a text by their numbers, each once, in the order of the numbers.
    func pieces(of text: String) -> [UInt16]

    /// How near pieces are to each other, -1...1: a row for each of `pieces`, a column for each of `others`.
    func likeness(of pieces: [UInt16], to others: [UInt16]) -> [[Float]]
}

/// Why there is no vector.
package struct EmbeddingError: Error, Sendable, Hashable {
    package let message: String

    package init(_ message: String) { self.message = message }
}

/// Finds the nearest of many vectors.
///
/// Every change is visible to the next search. Searches and changes may run at once.
package protocol VectorIndex<Key>: Sendable {
    associatedtype Key: Hashable & Sendable

    var count: Int { get }

    /// Adds a vector, or replaces the one of the same key.
    ///
    /// - Throws: ``EmbeddingError`` when the vector has another dimension or a component is not finite.
    func insert(_ vector: [Float], for key: Key) throws(EmbeddingError)

    func remove(_ key: Key)

    /// Forgets all keys that fit.
    func removeAll(where isStrange: (Key) -> Bool)

    /// Returns the nearest keys with their cosine, the nearest first; equal ones in order of insertion.
    ///
    /// - Parameters:
    ///   - limit: At most how many.
    ///   - allowed: Only these keys, when given; the answer is as good as among them alone.
    /// - Throws: ``EmbeddingError`` when `vector` does not fit.
    func nearest(to vector: [Float], limit: Int, among allowed: Set<Key>?) throws(EmbeddingError)
        -> [(key: Key, cosine: Float)]

    /// The cosines of stored vectors, nil where a key has none.
    ///
    /// - Throws: ``EmbeddingError`` when `vector` does not fit.
    func cosines(of keys: [Key], to vector: [Float]) throws(EmbeddingError) -> [Float?]
}

extension VectorIndex {
    /// The nearest of all keys.
    package func nearest(to vector: [Float], limit: Int) throws(EmbeddingError)
        -> [(key: Key, cosine: Float)]
    {
        try nearest(to: vector, limit: limit, among: nil)
    }
}
