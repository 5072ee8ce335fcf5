import CSQLite
import Domain

/// Owns one `sqlite3 *` and the statements prepared on it.
///
/// Noncopyable, so there is exactly one owner and `deinit` closes exactly once. Not `Sendable`:
/// ``SQLiteSession`` keeps it on one thread.
struct SQLiteConnection: ~Copyable {
    private let handle: OpaquePointer
    private let statements = StatementCache()
    /// Is called before each statement; a test kills its process there.
    var onStatement: (@Sendable (String, [SQLiteValue]) -> Void)?

    /// Opens the file, and creates it when it is not there.
    ///
    /// - Parameters:
    ///   - path: A path of this machine.
    ///   - busyTimeout: How long to wait for another process that writes.
    ///   - isReadOnly: Whether the file must be there, and is not written.
    init(path: String, busyTimeout: Duration, isReadOnly: Bool = false) throws(StoreError) {
        var handle: OpaquePointer?
        let mode = isReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
        let flags = mode | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
        let code = sqlite3_open_v2(path, &handle, flags, nil)
        guard code == SQLITE_OK, let handle else {
            // sqlite3_open_v2 may hand out a handle even when it fails.
            let error = StoreError(sqlite: code, handle: handle)
            sqlite3_close_v2(handle)
            throw error
        }
        sqlite3_busy_timeout(handle, Int32(min(busyTimeout / .milliseconds(1), 3_600_000)))
        self.handle = handle
    }

    deinit {
        // close_v2 waits for the statements, which go with the cache.
        sqlite3_close_v2(handle)
    }

    /// The handle, for a call that needs two connections.
    var raw: OpaquePointer { handle }

    /// Whether SQLite fell back to reading, since the file or its folder cannot be written.
    var isReadOnly: Bool { sqlite3_db_readonly(handle, "main") == 1 }

    /// Whether a transaction is open; an error may have ended it.
    var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

    /// How many rows were changed since the connection was opened.
    var changedRows: Int { Int(sqlite3_total_changes64(handle)) }

    /// Runs one statement and calls `row` for each result row.
    ///
    /// The statement is prepared once and kept: `sql` must come from a closed set.
    borrowing func run(
        _ sql: String, _ arguments: [SQLiteValue] = [],
        row: (borrowing SQLiteRow) throws(StoreError) -> Void = { _ in }
    ) throws(StoreError) {
        onStatement?(sql, arguments)
        try statements.statement(sql, on: handle).run(arguments, row: row)
    }

    /// Runs several statements that return nothing and are needed once.
    borrowing func runScript(_ sql: String) throws(StoreError) {
        let code = sqlite3_exec(handle, sql, nil, nil, nil)
        guard code == SQLITE_OK else { throw StoreError(sqlite: code, handle: handle) }
    }

    /// Returns the number that a statement such as a `PRAGMA` answers with.
    borrowing func number(_ sql: String) throws(StoreError) -> Int {
        var number = 0
        try run(sql) { (row) throws(StoreError) in number = row.integer(0) }
        return number
    }

    /// Runs `body` in one transaction that waits for other writers: all of it, or nothing.
    ///
    /// - Returns: What `body` returns, after the disk has confirmed the commit.
    borrowing func transaction<Value>(
        _ body: (borrowing SQLiteConnection) throws(StoreError) -> Value
    ) throws(StoreError) -> Value {
        try run("BEGIN IMMEDIATE")
        do throws(StoreError) {
            let value = try body(self)
            try run("COMMIT")
            return value
        } catch {
            // Some errors, a full disk among them, have rolled back already.
            if isInTransaction { try? run("ROLLBACK") }
            throw error
        }
    }
}

/// Prepared statements by their text.
private final class StatementCache {
    private var statements: [String: SQLiteStatement] = [:]

    func statement(_ sql: String, on handle: OpaquePointer) throws(StoreError) -> SQLiteStatement {
        if let statement = statements[sql] { return statement }
        let statement = try SQLiteStatement(sql, on: handle)
        statements[sql] = statement
        return statement
    }
}
