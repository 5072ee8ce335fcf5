import Domain

/// A kind of store that `reprise bench store` measures.
protocol MeasuredStore: Sendable {
    /// What the table calls it.
    var name: String { get }
    /// Opens an empty store; further calls open the same.
    func open() async throws -> any LivingArchive & JobStore
    /// Is called before edits are measured.
    func willEdit() async throws
    /// Writes as fast as the database itself can what the store has just written, as durably as it did.
    ///
    /// - Parameters:
    ///   - records: The same edits as bytes, one after the other.
    ///   - group: How many share a commit.
    func bareEdits(_ records: [[UInt8]], group: Int) async throws -> [BareEdits]
    /// Bytes on the disk.
    func bytes() async throws -> Int
    /// Closes it, before the folder goes away.
    func close() async
}

/// What the bare database needed for edits.
struct BareEdits: Sendable {
    /// What it wrote.
    let name: String
    /// Milliseconds of each commit.
    let times: [Double]
    /// What this process took of the processor for all of them.
    let processorTime: Duration

    init(_ name: String, _ write: () async throws -> [Duration]) async rethrows {
        let start = ProcessFigures.ownProcessorTime
        self.name = name
        times = try await write().map(\.inMilliseconds)
        processorTime = ProcessFigures.ownProcessorTime - start
    }
}
