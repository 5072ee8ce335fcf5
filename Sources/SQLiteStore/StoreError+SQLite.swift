import CSQLite
import Domain
import Glibc

extension StoreError {
    /// Maps the last error of a connection.
    ///
    /// This is the only place that knows both vocabularies.
    ///
    /// - Parameters:
    ///   - code: An extended result code.
    ///   - handle: The connection that failed, if there is one.
    init(sqlite code: Int32, handle: OpaquePointer?) {
        let text = handle.map { String(cString: sqlite3_errmsg($0)) } ?? String(cString: sqlite3_errstr(code))
        let systemError = handle.map { sqlite3_system_errno($0) } ?? 0
        let detail = "SQLite \(code): \(text)" + (systemError == 0 ? "" : ", errno \(systemError)")
        switch code & 0xFF {
        case SQLITE_BUSY, SQLITE_LOCKED:
            self.init(.unavailable, "The history is locked by another process; try again", detail: detail)
        case SQLITE_CONSTRAINT where Self.isTaken(code):
            self.init(.conflict, "A record with this identifier exists already", detail: detail)
        case SQLITE_FULL:
            self = .diskFull(detail)
        case SQLITE_READONLY where code == Self.movedAway:
            self.init(
                .unavailable, "The history's file was moved or deleted while it was in use; restart",
                detail: detail)
        case SQLITE_READONLY:
            self = .readOnly(detail)
        case SQLITE_IOERR:
            self = Self.ioFailure(code, systemError: systemError, detail: detail)
        case SQLITE_CANTOPEN:
            self.init(
                .unavailable,
                "The history's file cannot be opened; its folder must exist and be writable", detail: detail)
        case SQLITE_NOTADB:
            self.init(
                .internalFailure,
                "The history's file is no SQLite database; it was left as it is. Move it away or choose "
                    + "another data folder", detail: detail)
        case SQLITE_CORRUPT:
            self = .damaged(detail)
        default:
            self.init(.internalFailure, "The history failed", detail: detail)
        }
    }

    /// The file cannot be written, whatever one writes.
    static func readOnly(_ detail: String) -> Self {
        Self(.noSpace, "The history's file is read-only; nothing was saved", detail: detail)
    }

    /// What is stored cannot be read.
    static func damaged(_ detail: String) -> Self {
        Self(.internalFailure, "The history's file is damaged; restore it from a backup", detail: detail)
    }

    private static func diskFull(_ detail: String) -> Self {
        Self(.noSpace, "The disk is full; nothing was saved", detail: detail)
    }

    private static func ioFailure(_ code: Int32, systemError: Int32, detail: String) -> Self {
        switch systemError {
        // The shared memory beside the file cannot grow: SQLite leaves no error number of the system.
        case _ where code == shmSizeFailed: diskFull(detail)
        case ENOSPC, EDQUOT: diskFull(detail)
        case EROFS: readOnly(detail)
        default: Self(.unavailable, "The disk failed", detail: detail)
        }
    }

    private static func isTaken(_ code: Int32) -> Bool {
        [SQLITE_CONSTRAINT | 6 << 8, SQLITE_CONSTRAINT | 8 << 8].contains(code)
    }

    // Extended codes are macros with a shift in them, which Swift does not import.
    private static let movedAway = SQLITE_READONLY | 4 << 8
    private static let shmSizeFailed = SQLITE_IOERR | 19 << 8
}
