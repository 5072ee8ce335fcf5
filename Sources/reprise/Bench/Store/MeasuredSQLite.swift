import BlockingExecutor
import CSQLite
import Domain
import Foundation
import SQLiteStore
import Synchronization

/// The SQLite store in a folder of its own, or in a file that is kept.
final class MeasuredSQLite: MeasuredStore {
    let name = "SQLite"
    private let folder: TemporaryFolder
    private let path: String
    private let store = Mutex<SQLiteStore?>(nil)
    private let recorder = StatementRecorder()
    private let thread = BlockingPool(name: "bare-sqlite", threads: 1)

    /// - Parameter file: Where the store is; nil for a file that goes away.
    init(file: String?) throws {
        folder = try TemporaryFolder()
        path = file ?? "\(folder.path)/\(SQLiteStore.fileName)"
    }

    /// The file as it was before the edits.
    private var copy: String { "\(folder.path)/copy.sqlite" }

    func open() async throws -> any LivingArchive & JobStore {
        if let store = store.withLock({ $0 }) { return store }
        let opened = try SQLiteStore(path: path, recorder: recorder)
        store.withLock { $0 = opened }
        return opened
    }

    func willEdit() async throws {
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: copy + suffix) }
        try await thread.run { [path, copy] () throws(StoreError) in
            _ = try SQLiteStore.backUp(path, to: copy)
        }
        recorder.start()
    }

    func bareEdits(_ records: [[UInt8]], group: Int) async throws -> [BareEdits] {
        let (recording, raw) = (recorder.stop(), "\(folder.path)/raw-\(group).sqlite")
        return [
            try await BareEdits("the same statements") {
                try await thread.run { [copy] () throws(StoreError) in
                    try recording.replay(on: copy, group: group)
                }
            },
            try await BareEdits("the same bytes in one row, no index") {
                try await thread.run { () throws(BenchError) in
                    try RawSQLite(path: raw).write(records, group: group)
                }
            },
        ]
    }

    func bytes() -> Int {
        ["", "-wal"].reduce(0) { sum, suffix in
            let attributes = try? FileManager.default.attributesOfItem(atPath: path + suffix)
            return sum + ((attributes?[.size] as? NSNumber)?.intValue ?? 0)
        }
    }

    func close() async { await store.withLock { $0 }?.close() }
}

/// SQLite without anything of ours: one table, one prepared statement, the same durability.
private struct RawSQLite: ~Copyable {
    private let handle: OpaquePointer
    private let insert: OpaquePointer

    init(path: String) throws(BenchError) {
        var (handle, insert): (OpaquePointer?, OpaquePointer?) = (nil, nil)
        sqlite3_open_v2(path, &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nil)
        let script = """
            PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
            CREATE TABLE IF NOT EXISTS record (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
            """
        guard sqlite3_exec(handle, script, nil, nil, nil) == SQLITE_OK,
            sqlite3_prepare_v2(handle, "INSERT INTO record (bytes) VALUES (?)", -1, &insert, nil)
                == SQLITE_OK,
            let handle, let insert
        else { throw BenchError("raw SQLite cannot open \(path)") }
        (self.handle, self.insert) = (handle, insert)
    }

    deinit {
        sqlite3_finalize(insert)
        sqlite3_close_v2(handle)
    }

    borrowing func write(_ records: [[UInt8]], group: Int) throws(BenchError) -> [Duration] {
        var times: [Duration] = []
        var rest = records[...]
        while !rest.isEmpty {
            let start = ContinuousClock.now
            try run("BEGIN IMMEDIATE")
            for record in rest.prefix(group) {
                record.withUnsafeBytes {
                    _ = sqlite3_bind_blob64(
                        insert, 1, $0.baseAddress, UInt64($0.count), csqlite_transient())
                }
                let code = sqlite3_step(insert)
                sqlite3_reset(insert)
                guard code == SQLITE_DONE else { throw BenchError("raw SQLite cannot write: \(code)") }
            }
            try run("COMMIT")
            times.append(ContinuousClock.now - start)
            rest = rest.dropFirst(group)
        }
        return times
    }

    private borrowing func run(_ sql: String) throws(BenchError) {
        let code = sqlite3_exec(handle, sql, nil, nil, nil)
        guard code == SQLITE_OK else { throw BenchError("raw SQLite cannot \(sql): \(code)") }
    }
}
