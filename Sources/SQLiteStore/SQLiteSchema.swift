import Domain

/// The tables, and the way from every earlier form of them to this one.
///
/// A step is never changed once it was released: a new form is a new step at the end.
enum SQLiteSchema {
    /// Marks a file as ours: "RPRS" in ASCII.
    static let applicationID = 0x5250_5253

    /// The version that this program writes, kept in the file as `user_version`.
    static var version: Int { steps.count }

    /// Creates the tables or brings them up to date.
    ///
    /// - Throws: ``StoreError`` when the file belongs to another program or to a newer one of ours; it is
    ///   left as it is.
    static func update(_ connection: borrowing SQLiteConnection) throws(StoreError) {
        try check(connection)
        guard try connection.number("PRAGMA user_version") < version else { return }
        try connection.transaction { (connection) throws(StoreError) in
            // Another process may have been here between the look and the lock.
            let found = try connection.number("PRAGMA user_version")
            for step in steps.dropFirst(found) { try connection.runScript(step) }
            try connection.runScript(
                "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(max(found, version))")
        }
    }

    private static func check(_ connection: borrowing SQLiteConnection) throws(StoreError) {
        let application = try connection.number("PRAGMA application_id")
        let tables = try connection.number("SELECT count(*) FROM sqlite_schema")
        guard application == applicationID || (application == 0 && tables == 0) else {
            throw StoreError(
                .internalFailure,
                "The history's file belongs to another program; it was left as it is. Choose another data "
                    + "folder", detail: "application_id \(application), \(tables) tables and indexes")
        }
        let found = try connection.number("PRAGMA user_version")
        guard found <= version else {
            throw StoreError(
                .internalFailure,
                "The history was written by a newer version of Reprise (schema \(found), this one knows "
                    + "\(version)); start that version, or choose another data folder")
        }
    }

    private static let steps = [
        """
        CREATE TABLE prompt (
            id TEXT PRIMARY KEY NOT NULL,
            workspace TEXT NOT NULL,
            idea TEXT NOT NULL,
            draft TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            head_number INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX prompt_by_workspace ON prompt (workspace, id);

        CREATE TABLE revision (
            prompt TEXT NOT NULL REFERENCES prompt (id),
            number INTEGER NOT NULL CHECK (number >= 1),
            parent INTEGER,
            author TEXT NOT NULL,
            note TEXT,
            saved_at INTEGER NOT NULL,
            text TEXT NOT NULL,
            diff TEXT,
            PRIMARY KEY (prompt, number)
        ) STRICT;

        CREATE TABLE job (
            id TEXT PRIMARY KEY NOT NULL,
            workspace TEXT NOT NULL,
            prompt TEXT NOT NULL,
            state TEXT NOT NULL,
            is_final INTEGER NOT NULL,
            last_token INTEGER NOT NULL,
            lease_token INTEGER,
            lease_expires_at INTEGER,
            document TEXT NOT NULL
        ) STRICT;
        CREATE INDEX job_by_workspace ON job (workspace, id);
        CREATE INDEX job_by_prompt ON job (workspace, prompt, id);
        CREATE INDEX job_by_state ON job (state);
        CREATE INDEX job_open ON job (id) WHERE is_final = 0;
        """
    ]
}
