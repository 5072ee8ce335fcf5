import CSQLite
package import Domain
import Glibc

extension SQLiteStore {
    /// Copies a store into a new file, as it is at one moment, also while a service writes to it.
    ///
    /// It blocks. The copy is checked page by page before it gets its name, so that a file of that name is
    /// whole; it is one file without a log beside it.
    ///
    /// - Parameters:
    ///   - source: The store's file, which stays as it is.
    ///   - path: The copy; there must be no such file yet.
    /// - Returns: Bytes of the copy.
    /// - Throws: `StoreError.Code.conflict` when the copy exists, and what opening, reading and writing throw.
    package static func backUp(_ source: String, to path: String) throws(StoreError) -> Int {
        guard access(path, F_OK) != 0 else {
            throw StoreError(.conflict, "There is a file \(path) already; nothing was overwritten")
        }
        let partial = path + ".partial"
        unlink(partial)
        do throws(StoreError) {
            try copy(source, to: partial)
        } catch {
            // The connection is closed, and its journal is of no use any more.
            for suffix in ["", "-journal"] { unlink(partial + suffix) }
            throw error
        }
        var facts = stat()
        guard link(partial, path) == 0, unlink(partial) == 0, stat(path, &facts) == 0 else {
            unlink(partial)
            throw StoreError(.noSpace, "\(path) cannot be written", detail: String(cString: strerror(errno)))
        }
        return Int(facts.st_size)
    }

    private static func copy(_ source: String, to path: String) throws(StoreError) {
        let original = try SQLiteConnection(path: source, busyTimeout: .seconds(5), isReadOnly: true)
        try SQLiteSchema.checkOurs(original)
        // Its owner alone may read the copy, as the original.
        let file = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw StoreError(
                .unavailable, "\(path) cannot be written", detail: String(cString: strerror(errno)))
        }
        defer { Glibc.close(file) }
        let copy = try SQLiteConnection(path: path, busyTimeout: .seconds(5))
        try copy.receive(original)
        try copy.runScript("PRAGMA journal_mode = DELETE")
        try copy.checkPages()
        guard fsync(file) == 0 else {
            throw StoreError(.noSpace, "\(path) cannot be written", detail: String(cString: strerror(errno)))
        }
    }
}

extension SQLiteConnection {
    /// Becomes a copy of another database, by SQLite's online backup (https://sqlite.org/backup.html).
    ///
    /// One step takes all pages inside one read transaction: writers are not held up by it, and what they
    /// write meanwhile is not in it.
    fileprivate borrowing func receive(_ original: borrowing SQLiteConnection) throws(StoreError) {
        guard let backup = sqlite3_backup_init(raw, "main", original.raw, "main") else {
            throw StoreError(sqlite: sqlite3_extended_errcode(raw), handle: raw)
        }
        let code = sqlite3_backup_step(backup, -1)
        let ending = sqlite3_backup_finish(backup)
        guard code == SQLITE_DONE, ending == SQLITE_OK else {
            throw StoreError(sqlite: code == SQLITE_DONE ? ending : code, handle: raw)
        }
    }
}
