import Domain

/// The row that a prompt is found by: its words, and its facets as words of their own.
///
/// The words lie in `find_entry`, and the full-text index `find` (FTS5, https://sqlite.org/fts5.html) over
/// them. That index has no update: what was there is taken out word by word.
enum FindEntry {
    private struct Row: Equatable {
        let document: Int64
        var version: String
        var idea: String
        var text: String
        var facets: String

        /// What came with a migration is in the index only after its first update.
        var isIndexed: Bool { !version.isEmpty || !facets.isEmpty }

        func with(_ lines: FindLines?) -> Self {
            guard let lines else { return self }
            var row = self
            (row.version, row.idea, row.text) = (lines.version, lines.idea, lines.text)
            return row
        }

        /// Words that do not stand in the same columns of another row; they are the same only when their
        /// bytes are.
        func words(differingFrom other: Self) -> Set<ArraySlice<UInt8>> {
            var words: Set<ArraySlice<UInt8>> = []
            for (line, others) in [(idea, other.idea), (text, other.text), (facets, other.facets)]
            where !line.utf8.elementsEqual(others.utf8) {
                words.formUnion(Set(Self.words(line)).symmetricDifference(Self.words(others)))
            }
            return words
        }

        /// The row with no other words than these.
        func only(_ words: Set<ArraySlice<UInt8>>) -> Self {
            func rest(_ line: String) -> String {
                let rest = Self.words(line).filter(words.contains)
                return String(decoding: Array(rest.joined(separator: [0x20])), as: UTF8.self)
            }
            return Self(
                document: document, version: version, idea: rest(idea), text: rest(text),
                facets: rest(facets))
        }

        private static func words(_ line: String) -> [ArraySlice<UInt8>] {
            Array(line.utf8).split(separator: 0x20)
        }

        var words: [SQLiteValue] { [.integer(document), .text(idea), .text(text), .text(facets)] }
    }

    /// Adds the entry of a new prompt, which is in its tables already.
    static func insert(
        _ lines: FindLines, of prompt: Prompt.ID, into connection: borrowing SQLiteConnection
    ) throws(StoreError) {
        let row = Row(
            document: try freeDocument(for: prompt, on: connection), version: lines.version,
            idea: lines.idea, text: lines.text,
            facets: try FindFacets.line(of: prompt, on: connection))
        try connection.run(
            "INSERT INTO find_entry (document, prompt, version, idea, text, facets) VALUES (?, ?, ?, ?, ?, ?)",
            [
                .integer(row.document), SQLiteValue(prompt), .text(row.version), .text(row.idea),
                .text(row.text), .text(row.facets),
            ])
        try add(row, to: connection)
    }

    /// Brings the entry of a prompt in line with its tables.
    ///
    /// - Parameter lines: nil for those that it has.
    static func update(
        of prompt: Prompt.ID, lines: FindLines? = nil, on connection: borrowing SQLiteConnection
    ) throws(StoreError) {
        guard let old = try row(of: prompt, on: connection) else { return }
        var new = old.with(lines)
        new.facets = try FindFacets.line(of: prompt, on: connection)
        try replace(old, by: new, on: connection)
    }

    /// Brings the entry of a prompt in line with a revision that was just saved; nothing else is read.
    ///
    /// - Parameter lines: nil for those that it has.
    static func update(
        after revision: Revision, lines: FindLines?, on connection: borrowing SQLiteConnection
    ) throws(StoreError) {
        guard let old = try row(of: revision.prompt, on: connection) else { return }
        var new = old.with(lines)
        // Without any, it came with a migration.
        new.facets =
            old.facets.isEmpty
            ? try FindFacets.line(of: revision.prompt, on: connection)
            : FindFacets.line(old.facets, after: revision)
        try replace(old, by: new, on: connection)
    }

    /// Takes out of the index what is no longer there, and puts in what is new.
    ///
    /// A word stands in the index with all the columns that it is in, so only words whose columns differ
    /// are touched.
    private static func replace(_ old: Row, by new: Row, on connection: borrowing SQLiteConnection)
        throws(StoreError)
    {
        guard new != old else { return }
        let words = new.words(differingFrom: old)
        if old.isIndexed { try remove(old.only(words), from: connection) }
        if new.version != old.version {
            // Only then, since an index stands on it.
            try connection.run(
                "UPDATE find_entry SET version = ?2 WHERE document = ?1",
                [.integer(new.document), .text(new.version)])
        }
        try connection.run(
            "UPDATE find_entry SET idea = ?2, text = ?3, facets = ?4 WHERE document = ?1", new.words)
        try add(old.isIndexed ? new.only(words) : new, to: connection)
    }

    /// Forgets the words of a prompt.
    static func remove(of prompt: Prompt.ID, from connection: borrowing SQLiteConnection) throws(StoreError) {
        guard let old = try row(of: prompt, on: connection) else { return }
        try remove(old, from: connection)
        try connection.run("DELETE FROM find_entry WHERE document = ?1", [.integer(old.document)])
    }

    /// The number of a prompt's entry.
    ///
    /// Numbers sort as identifiers do, so that the index gives the newest first and a time is a range.
    static func document(of prompt: Prompt.ID, on connection: borrowing SQLiteConnection) throws(StoreError)
        -> Int64
    {
        try row(of: prompt, on: connection)?.document ?? prompt.documentNumber
    }

    private static func freeDocument(for prompt: Prompt.ID, on connection: borrowing SQLiteConnection)
        throws(StoreError) -> Int64
    {
        var number = prompt.documentNumber
        while true {
            var isTaken = false
            try connection.run("SELECT 1 FROM find_entry WHERE document = ?1", [.integer(number)]) {
                (_) throws(StoreError) in isTaken = true
            }
            guard isTaken else { return number }
            number += 1
        }
    }

    private static func row(of prompt: Prompt.ID, on connection: borrowing SQLiteConnection)
        throws(StoreError) -> Row?
    {
        var found: Row?
        try connection.run(
            "SELECT document, version, idea, text, facets FROM find_entry WHERE prompt = ?1",
            [SQLiteValue(prompt)]
        ) { (row) throws(StoreError) in
            found = Row(
                document: Int64(row.integer(0)), version: try row.text(1), idea: try row.text(2),
                text: try row.text(3), facets: try row.text(4))
        }
        return found
    }

    private static func add(_ row: Row, to connection: borrowing SQLiteConnection) throws(StoreError) {
        try connection.run(
            "INSERT INTO find (rowid, idea, text, facets) VALUES (?, ?, ?, ?)", row.words)
    }

    private static func remove(_ row: Row, from connection: borrowing SQLiteConnection) throws(StoreError) {
        guard row.isIndexed else { return }
        try connection.run(
            "INSERT INTO find (find, rowid, idea, text, facets) VALUES ('delete', ?, ?, ?, ?)", row.words)
    }
}

extension Identifier {
    /// A number that sorts as the identifier: 48 bits of time and 15 random ones.
    var documentNumber: Int64 { number(ofFirst: 13) }
}
