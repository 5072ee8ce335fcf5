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
        try checkOurs(connection)
        let found = try connection.number("PRAGMA user_version")
        guard found <= version else {
            throw StoreError(
                .internalFailure,
                "The history was written by a newer version of Reprise (schema \(found), this one knows "
                    + "\(version)); start that version, or choose another data folder")
        }
    }

    /// - Throws: ``StoreError`` when the file belongs to another program.
    static func checkOurs(_ connection: borrowing SQLiteConnection) throws(StoreError) {
        let application = try connection.number("PRAGMA application_id")
        let tables = try connection.number("SELECT count(*) FROM sqlite_schema")
        guard application == applicationID || (application == 0 && tables == 0) else {
            throw StoreError(
                .internalFailure,
                "The history's file belongs to another program; it was left as it is. Choose another data "
                    + "folder", detail: "application_id \(application), \(tables) tables and indexes")
        }
    }

    private static let steps = [
        historyAndJobs, branchesAndReview, jobEngine, learning, splits, findAndLife, access,
    ]
}
