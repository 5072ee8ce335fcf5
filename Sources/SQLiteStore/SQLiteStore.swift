package import Domain
package import Telemetry
import Glibc

/// The history and the jobs in one SQLite file.
///
/// One session writes and a few read, each on a thread of its own; readers never wait for the writer
/// (write-ahead log). A call that returned has reached the disk: it survives `kill -9` and a power cut.
/// Several processes may use the same file.
///
/// ```swift
/// let store = try SQLiteStore(path: folder + "/" + SQLiteStore.fileName)
/// try await store.create(prompt, first: revision)
/// await store.close()
/// ```
package final class SQLiteStore: Sendable {
    /// What the file is called in the data folder.
    package static let fileName = "reprise.sqlite"

    let writer: SQLiteWriter
    private let readers: [SQLiteSession]

    /// Opens the file, creates it when it is not there, and brings its tables up to date.
    ///
    /// It blocks for some milliseconds: call it at the start. A new file can be read by its owner only.
    ///
    /// - Parameters:
    ///   - path: The database file; its folder must exist.
    ///   - readers: How many reads run at the same time, at least 1.
    ///   - busyTimeout: How long a call waits for another process that writes.
    ///   - checkedBytes: A file up to this size is checked for damage now; see ``checkIntegrity()``.
    ///   - recorder: Notes the statements that write, for a benchmark.
    ///   - registry: Where its calls are counted; nil counts nothing.
    ///   - onWriterStatement: Is called on the writer's thread before each of its statements; for tests that
    ///     end the process at every step of a write.
    /// - Throws: `StoreError.Code.internalFailure` when the file is damaged, no database, another
    ///   program's or a newer version's, `StoreError.Code.noSpace` when it cannot be written,
    ///   `StoreError.Code.unavailable` when it is locked or cannot be opened. The file is left as it is.
    package init(
        path: String, readers: Int = 2, busyTimeout: Duration = .seconds(5),
        checkedBytes: Int = 64 * 1024 * 1024, recorder: StatementRecorder? = nil,
        registry: MetricsRegistry? = nil,
        onWriterStatement: (@Sendable (String) -> Void)? = nil
    ) throws(StoreError) {
        precondition(readers > 0, "A store needs a reader")
        try Self.prepareFile(path)
        var connection = try SQLiteConnection(path: path, busyTimeout: busyTimeout)
        guard !connection.isReadOnly else { throw .readOnly(path) }
        try SQLiteSchema.update(connection)
        try connection.runScript(Self.settings)
        let bytes = try connection.number("PRAGMA page_count") * connection.number("PRAGMA page_size")
        if bytes <= checkedBytes { try connection.checkPages() }
        if recorder != nil || onWriterStatement != nil {
            connection.onStatement = { sql, arguments in
                recorder?.note(sql, arguments)
                onWriterStatement?(sql)
            }
        }
        let metrics = registry.map(SQLiteMetrics.init)
        writer = SQLiteWriter(SQLiteSession(connection, thread: "sqlite-write"), metrics: metrics)
        var sessions: [SQLiteSession] = []
        for index in 0..<readers {
            let connection = try SQLiteConnection(path: path, busyTimeout: busyTimeout)
            try connection.runScript(Self.settings + "PRAGMA query_only = ON;")
            sessions.append(SQLiteSession(connection, thread: "sqlite-read-\(index)", metrics: metrics))
        }
        self.readers = sessions
    }

    /// Waits for the calls that run, writes the log into the file and closes it; later calls throw.
    package func close() async {
        for reader in readers { await reader.close() }
        // The last connection of all processes empties the write-ahead log when it closes.
        await writer.close()
    }

    /// Reads every page and index, about a second for each gigabyte.
    ///
    /// - Throws: `StoreError.Code.internalFailure` when something is damaged.
    package func checkIntegrity() async throws(StoreError) {
        try await reader.read { (connection) throws(StoreError) in try connection.checkPages() }
    }

    /// The session that the fewest reads wait for.
    var reader: SQLiteSession {
        var best = readers[0]
        for reader in readers where reader.waiting < best.waiting { best = reader }
        return best
    }

    /// What every connection is set to.
    ///
    /// `synchronous = FULL` flushes the log at each commit; with `NORMAL` a power cut may take back what
    /// was acknowledged.
    static let settings = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA foreign_keys = ON;
        PRAGMA trusted_schema = OFF;
        PRAGMA cell_size_check = ON;
        PRAGMA secure_delete = ON;
        PRAGMA temp_store = MEMORY;
        PRAGMA journal_size_limit = 67108864;
        """

    /// Creates the file for its owner only, or sees that what is there is long enough to be a database.
    ///
    /// SQLite gives its other files the rights of this one. It would take a file of one byte for an empty
    /// one. Whatever else is wrong is told by opening.
    private static func prepareFile(_ path: String) throws(StoreError) {
        let file = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
        if file >= 0 { Glibc.close(file) }
        var facts = stat()
        guard stat(path, &facts) == 0, (1..<smallestDatabaseBytes).contains(facts.st_size) else { return }
        throw .noDatabase("\(path) has \(facts.st_size) bytes")
    }

    /// One page of the smallest size.
    private static let smallestDatabaseBytes = 512
}

extension SQLiteConnection {
    /// Looks for damage in every page.
    borrowing func checkPages() throws(StoreError) {
        var finding = "ok"
        try run("PRAGMA quick_check(1)") { (row) throws(StoreError) in finding = try row.text(0) }
        guard finding == "ok" else { throw .damaged(finding) }
    }
}
