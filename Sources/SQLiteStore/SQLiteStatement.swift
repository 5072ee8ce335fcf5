import CSQLite
import Domain

/// Owns one `sqlite3_stmt *`, prepared once and run many times.
///
/// A class, since a dictionary of statements cannot hold noncopyable values. Not `Sendable`: it stays
/// with its connection.
final class SQLiteStatement {
    private let raw: OpaquePointer
    private let connection: OpaquePointer

    init(_ sql: String, on connection: OpaquePointer) throws(StoreError) {
        var raw: OpaquePointer?
        let code = sqlite3_prepare_v3(connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &raw, nil)
        guard code == SQLITE_OK, let raw else { throw StoreError(sqlite: code, handle: connection) }
        self.raw = raw
        self.connection = connection
    }

    deinit { sqlite3_finalize(raw) }

    /// Runs the statement from its start to its end, and calls `row` for each result row.
    func run(
        _ arguments: [SQLiteValue], row: (borrowing SQLiteRow) throws(StoreError) -> Void
    ) throws(StoreError) {
        // A statement that is not reset holds its read transaction open. Its error was told by step.
        defer {
            sqlite3_reset(raw)
            sqlite3_clear_bindings(raw)
        }
        try bind(arguments)
        while true {
            switch sqlite3_step(raw) {
            case SQLITE_ROW: try row(SQLiteRow(of: raw))
            case SQLITE_DONE: return
            case let code: throw StoreError(sqlite: code, handle: connection)
            }
        }
    }

    private func bind(_ arguments: [SQLiteValue]) throws(StoreError) {
        for (offset, argument) in arguments.enumerated() {
            let position = Int32(offset + 1)
            let code =
                switch argument {
                case .null: sqlite3_bind_null(raw, position)
                case .integer(let value): sqlite3_bind_int64(raw, position, value)
                case .text(let value):
                    // With its length, so that a NUL does not end it.
                    sqlite3_bind_text64(
                        raw, position, value, UInt64(value.utf8.count), csqlite_transient(),
                        UInt8(SQLITE_UTF8))
                }
            guard code == SQLITE_OK else { throw StoreError(sqlite: code, handle: connection) }
        }
    }
}
