package import Domain

extension MongoStore: ReviewStore {
    package func create(_ review: Review, recording entry: AuditEntry) async throws(StoreError) {
        let document = try BSONEncoder.encode(review)
        try await change(recording: entry) { (connection) throws(StoreError) in
            _ = try connection.requirePrompt(review.prompt, in: review.workspace)
            return [.insert(document, into: Collection.reviews)]
        }
    }

    package func save(_ review: Review, recording entry: AuditEntry) async throws(StoreError) {
        let document = try BSONEncoder.encode(review)
        let mine: BSONDocument = [
            "_id": BSON(review.id), "workspace": BSON(review.workspace), "inTrash": ["$exists": false],
        ]
        try await change(recording: entry) { (connection) throws(StoreError) in
            let previous = mine.with(["version": BSON(review.version - 1)])
            if try connection.findAndModify(Collection.reviews, previous, update: .document(document)) != nil
            {
                return []
            }
            guard let stored = try connection.find(Collection.reviews, mine, limit: 1).first else {
                throw .noReview(review.id)
            }
            throw StoreError(
                .conflict, "Somebody else changed the review meanwhile; read it again",
                detail: "stored version \(stored["version"]?.int ?? 0), given \(review.version)")
        }
    }

    package func review(_ id: Review.ID, in workspace: Workspace) async throws(StoreError) -> Review {
        let filter: BSONDocument = [
            "_id": BSON(id), "workspace": BSON(workspace), "inTrash": ["$exists": false],
        ]
        guard let review = try await values(Review.self, in: Collection.reviews, filter, limit: 1).first
        else { throw .noReview(id) }
        return review
    }

    package func reviews(in workspace: Workspace, of prompt: Prompt.ID?, before: Review.ID?, limit: Int)
        async throws(StoreError) -> [Review]
    {
        try await page(
            Review.self, of: Collection.reviews, in: workspace, before: before, limit: limit,
            where: Records.ofPrompt(prompt).with(["inTrash": ["$exists": false]]))
    }

    package func reviews(ofRevision number: Int, of prompt: Prompt.ID, in workspace: Workspace)
        async throws(StoreError) -> [Review]
    {
        try await values(
            Review.self, in: Collection.reviews,
            [
                "workspace": BSON(workspace), "prompt": BSON(prompt), "last": BSON(number),
                "inTrash": ["$exists": false],
            ], sort: ["_id": 1])
    }
}

extension Records {
    /// The condition that narrows a list to one prompt, when one is given.
    static func ofPrompt(_ prompt: Prompt.ID?) -> BSONDocument {
        if let prompt { ["prompt": BSON(prompt)] } else { [:] }
    }
}

extension StoreError {
    fileprivate static func noReview(_ id: Review.ID) -> Self {
        Self(.notFound, "There is no review \(id)")
    }
}
