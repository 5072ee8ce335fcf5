import CHNSW
import Domain

/// Owns one graph of hnswlib.
///
/// hnswlib 0.6.2 must not be changed and searched at once; whoever holds this sees to it.
struct Graph: ~Copyable, @unchecked Sendable {
    // @unchecked: there is one owner, and the graph holds to no thread.
    private let handle: OpaquePointer
    let dimension: Int

    /// Links of a row on the lowest level are twice this.
    static let links = 16
    /// Candidates that are kept while a row is added.
    static let breadthOfInsert = 200

    init(dimension: Int, capacity: Int) throws(EmbeddingError) {
        guard let handle = chnsw_create(dimension, max(capacity, 64), Self.links, Self.breadthOfInsert) else {
            throw Self.noMemory
        }
        self.handle = handle
        self.dimension = dimension
    }

    /// Reads a file that ``save(to:)`` wrote; nil when it does not fit.
    init?(path: String, dimension: Int) {
        guard let handle = chnsw_load(path, dimension) else { return nil }
        self.handle = handle
        self.dimension = dimension
    }

    deinit { chnsw_destroy(handle) }

    /// How many rows were ever added.
    var rowCount: Int { chnsw_count(handle) }

    /// Writes all rows and links to a file.
    ///
    /// - Returns: Whether all of it was written.
    borrowing func save(to path: String) -> Bool { chnsw_save(handle, path) }

    /// - Parameter label: One that was never used before.
    mutating func insert(_ row: UnsafePointer<UInt16>, label: UInt32) throws(EmbeddingError) {
        guard chnsw_insert(handle, row, label) else { throw Self.noMemory }
    }

    mutating func remove(_ label: UInt32) { _ = chnsw_remove(handle, label) }

    /// The row of a label, until the next insert.
    borrowing func row(of label: UInt32) -> UnsafePointer<UInt16>? { chnsw_row(handle, label) }

    /// The nearest labels, the nearest first.
    ///
    /// - Parameter breadth: Candidates that are kept on the way; more find more and take longer.
    borrowing func nearest(to query: [UInt16], limit: Int, breadth: Int) -> [(label: UInt32, cosine: Float)] {
        var labels = [UInt32](repeating: 0, count: limit)
        var cosines = [Float](repeating: 0, count: limit)
        let found = chnsw_search(handle, query, limit, max(breadth, limit), &labels, &cosines)
        return (0..<found).map { (labels[$0], min(max(cosines[$0], -1), 1)) }
    }

    private static let noMemory = EmbeddingError("There is no memory for another vector")
}
