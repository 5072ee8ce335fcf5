import Domain

/// A label as it stands in its table.
enum LabelRecord {
    /// Adds the label, or points it elsewhere.
    static func write(_ label: Label, to connection: borrowing SQLiteConnection) throws(StoreError) {
        try connection.run(
            "INSERT OR REPLACE INTO label (prompt, name, revision, moved_by, moved_at) VALUES (?, ?, ?, ?, ?)",
            [
                SQLiteValue(label.prompt), .text(label.name.rawValue), SQLiteValue(label.revision),
                .text(label.movedBy), SQLiteValue(label.movedAt),
            ])
    }
}
