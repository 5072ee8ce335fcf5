import BlockingExecutor
import Domain
import FoundationEssentials

/// The writes that wait for the store, in order, each on the disk before it is acknowledged.
///
/// File calls block, so the actor has a thread of its own.
actor WriteJournal {
    private let executor = DedicatedThreadExecutor(name: "journal")
    private var file: JournalFile
    private(set) var waiting: [JournaledWrite] = []
    private let largest: Int
    private let step: @Sendable (JournalStep) -> Void
    private let connection: BridgeConnection
    private let standby: Standby

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// Opens the file and reads what waits in it.
    init(_ settings: BridgeSettings, connection: BridgeConnection, standby: Standby) throws(StoreError) {
        var writes: [JournaledWrite] = []
        file = try JournalFile(path: settings.path) { (record) throws(StoreError) in
            writes.append(try Self.decode(record))
        }
        for write in writes { standby.take(write) }
        waiting = writes
        (largest, step) = (settings.largestBytes, settings.step)
        (self.connection, self.standby) = (connection, standby)
        if !writes.isEmpty {
            connection.lost(writes: writes.count, bytes: file.size, oldest: writes.first?.time)
        }
    }

    // Closes the file on the thread that used it.
    isolated deinit {}

    /// Keeps a write, unless the store has come back meanwhile.
    ///
    /// - Returns: Whether it is kept; false asks to try the store again.
    /// - Throws: What the standby says of a write that does not follow; `StoreError.Code.unavailable`
    ///   when the journal is full.
    func keep(_ write: JournaledWrite) throws(StoreError) -> Bool {
        guard connection.isAway else { return false }
        try standby.check(write)
        let payload = try Self.encode(write)
        guard file.size + payload.count <= largest else {
            throw StoreError(
                .unavailable, "MongoDB cannot be reached and the journal is full; nothing was saved")
        }
        try file.append(payload, step: step)
        waiting.append(write)
        standby.take(write)
        tell()
        return true
    }

    /// The store has taken the oldest writes.
    func replayed(_ count: Int) {
        step(.replayed)
        waiting.removeFirst(count)
        tell()
    }

    /// Empties the file and calls the store back, unless something came in meanwhile.
    ///
    /// - Returns: Whether the store is back.
    func finish() throws(StoreError) -> Bool {
        guard waiting.isEmpty else { return false }
        step(.willClear)
        try file.clear()
        connection.isBack()
        return true
    }

    private func tell() {
        connection.lost(writes: waiting.count, bytes: file.size, oldest: waiting.first?.time)
    }

    private static func encode(_ write: JournaledWrite) throws(StoreError) -> [UInt8] {
        do {
            return Array(try JSONEncoder().encode(write))
        } catch {
            throw StoreError(.internalFailure, "The record cannot be written", detail: "\(error)")
        }
    }

    private static func decode(_ record: [UInt8]) throws(StoreError) -> JournaledWrite {
        do {
            return try JSONDecoder().decode(JournaledWrite.self, from: Data(record))
        } catch {
            throw StoreError(
                .internalFailure,
                "The journal was written by another version of Reprise; start that version once",
                detail: "\(error)")
        }
    }
}

extension JournaledWrite {
    /// About when it was made.
    var time: Timestamp {
        switch self {
        case .enqueue(let job), .saveJob(let job): job.updatedAt
        case .cancelJob(_, _, let time), .retryJob(_, _, let time): time
        default: entry?.at ?? Timestamp(milliseconds: 0)
        }
    }
}
