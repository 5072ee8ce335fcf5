import CSQLite
import Domain

/// What can be bound to a statement.
enum SQLiteValue: Sendable {
    case null
    case integer(Int64)
    case text(String)

    init(_ text: String?) { self = text.map { .text($0) } ?? .null }
    init(_ number: Int?) { self = number.map { .integer(Int64($0)) } ?? .null }
    init(_ time: Timestamp?) { self = time.map { .integer($0.milliseconds) } ?? .null }
    init<Kind>(_ identifier: Identifier<Kind>) { self = .text(identifier.rawValue) }
    init(_ workspace: Workspace) { self = .text(workspace.rawValue) }
}

/// A view of the current result row, valid only inside the closure that gets it.
struct SQLiteRow: ~Copyable {
    private let statement: OpaquePointer

    init(of statement: OpaquePointer) { self.statement = statement }

    /// Returns a number; 0 for NULL.
    borrowing func integer(_ column: Int32) -> Int { Int(sqlite3_column_int64(statement, column)) }

    /// Returns a number, or nil for NULL.
    borrowing func optionalInteger(_ column: Int32) -> Int? {
        isNull(column) ? nil : integer(column)
    }

    /// Returns text byte for byte.
    ///
    /// - Throws: ``StoreError`` when the column holds no UTF-8.
    borrowing func text(_ column: Int32) throws(StoreError) -> String {
        // column_text first: it may change what column_bytes counts.
        let start = sqlite3_column_text(statement, column)
        let count = Int(sqlite3_column_bytes(statement, column))
        let bytes = UnsafeBufferPointer(start: start, count: count)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .damaged("column \(column) of \(String(cString: sqlite3_sql(statement))) is not UTF-8")
        }
        return text
    }

    /// Returns text byte for byte, or nil for NULL.
    borrowing func optionalText(_ column: Int32) throws(StoreError) -> String? {
        isNull(column) ? nil : try text(column)
    }

    borrowing func timestamp(_ column: Int32) -> Timestamp {
        Timestamp(milliseconds: sqlite3_column_int64(statement, column))
    }

    /// Returns a moment, or nil for NULL.
    borrowing func optionalTimestamp(_ column: Int32) -> Timestamp? {
        isNull(column) ? nil : timestamp(column)
    }

    borrowing func identifier<Kind>(_ column: Int32) throws(StoreError) -> Identifier<Kind> {
        let text = try text(column)
        guard let identifier = Identifier<Kind>(text) else { throw .damaged("\(text) is no identifier") }
        return identifier
    }

    borrowing func name(_ column: Int32) throws(StoreError) -> ReferenceName {
        do {
            return try ReferenceName(try text(column), field: "name")
        } catch {
            throw .damaged("column \(column) is no name: \(error)")
        }
    }

    private borrowing func isNull(_ column: Int32) -> Bool {
        sqlite3_column_type(statement, column) == SQLITE_NULL
    }
}
