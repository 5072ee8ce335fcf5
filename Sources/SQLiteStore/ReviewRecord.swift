import Domain

/// A review as it stands in its table.
struct ReviewRecord: Sendable {
    private let review: Review
    private let document: String

    init(_ review: Review) throws(StoreError) {
        self.review = review
        document = try StoredDocument.encode(review)
    }

    func insert(into connection: borrowing SQLiteConnection) throws(StoreError) {
        try connection.run(
            "INSERT INTO review (id, workspace, prompt, last, version, document) VALUES (?, ?, ?, ?, ?, ?)",
            [
                SQLiteValue(review.id), SQLiteValue(review.workspace), SQLiteValue(review.prompt),
                SQLiteValue(review.last), SQLiteValue(review.version), .text(document),
            ])
    }

    func update(on connection: borrowing SQLiteConnection) throws(StoreError) {
        try connection.run(
            "UPDATE review SET version = ?2, document = ?3 WHERE id = ?1",
            [SQLiteValue(review.id), SQLiteValue(review.version), .text(document)])
    }
}
