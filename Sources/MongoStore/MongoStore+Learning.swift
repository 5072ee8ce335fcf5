package import Domain

extension MongoStore: LearningStore {
    package func record(_ feedback: RecommendationFeedback) async throws(StoreError) {
        let document = try BSONEncoder.encode(feedback)
        try await run { (connection) throws(StoreError) in
            try connection.transaction { () throws(StoreError) in
                _ = try connection.requirePrompt(feedback.prompt, in: feedback.workspace)
                try connection.write([.insert(document)], to: Collection.feedback)
            }
        }
    }

    package func feedback(after: RecommendationFeedback.ID?, limit: Int) async throws(StoreError)
        -> [RecommendationFeedback]
    {
        let filter: BSONDocument = if let after { ["_id": ["$gt": BSON(after)]] } else { [:] }
        return try await values(
            RecommendationFeedback.self, in: Collection.feedback, filter, sort: ["_id": 1], limit: limit)
    }

    package func decide(_ decision: RuleDecision, in workspace: Workspace) async throws(StoreError) {
        let id: BSON = ["workspace": BSON(workspace), "rule": .string(decision.rule)]
        let document = try BSONEncoder.encode(decision).with(["_id": id, "workspace": BSON(workspace)])
        try await run { (connection) throws(StoreError) in
            // In two steps, since words that are no longer said must go.
            try connection.transaction { () throws(StoreError) in
                try connection.write([.delete(["_id": id])], to: Collection.decisions)
                try connection.write([.insert(document)], to: Collection.decisions)
            }
        }
    }

    package func decisions(in workspace: Workspace) async throws(StoreError) -> [RuleDecision] {
        try await values(
            RuleDecision.self, in: Collection.decisions, ["workspace": BSON(workspace)], sort: ["_id": 1])
    }
}
