import Domain

/// A kind of store that `reprise bench store` measures.
protocol MeasuredStore: Sendable {
    /// What the table calls it.
    var name: String { get }
    /// Opens an empty store; further calls open the same.
    func open() async throws -> any LivingArchive & JobStore
    /// Writes records of these bytes as fast as the database itself can, as durably as the store does.
    ///
    /// - Parameters:
    ///   - records: One after the other.
    ///   - group: How many share a commit.
    /// - Returns: Milliseconds of each commit.
    func writeRaw(_ records: [[UInt8]], group: Int) async throws -> [Double]
    /// Bytes on the disk.
    func bytes() async throws -> Int
    /// Closes it, before the folder goes away.
    func close() async
}
