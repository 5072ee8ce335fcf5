package import Domain

/// Reads a table of somebody else's SQLite file, and changes nothing of it.
package enum ForeignTable {
    /// Returns all rows in the order of their rowid, as text by name; NULL is left out.
    ///
    /// - Parameters:
    ///   - table: Its name, of letters and underscores.
    ///   - columns: Those that are wanted; what the table lacks is left out.
    ///   - path: The file.
    /// - Throws: ``StoreError`` when there is no such file or table.
    package static func rows(of table: String, columns: [String], at path: String) throws(StoreError)
        -> [[String: String]]
    {
        let connection = try SQLiteConnection(path: path, busyTimeout: .seconds(5), isReadOnly: true)
        var known: Set<String> = []
        try connection.run("SELECT name FROM pragma_table_info('\(table)')") { (row) throws(StoreError) in
            known.insert(try row.text(0))
        }
        let wanted = columns.filter(known.contains)
        guard !wanted.isEmpty else {
            throw StoreError(.notFound, "There is no table \(table) in the file")
        }
        var rows: [[String: String]] = []
        try connection.run("SELECT \(wanted.joined(separator: ", ")) FROM \(table) ORDER BY rowid") {
            (row) throws(StoreError) in
            var values: [String: String] = [:]
            for (index, column) in wanted.enumerated() {
                values[column] = try row.optionalText(Int32(index))
            }
            rows.append(values)
        }
        return rows
    }
}
