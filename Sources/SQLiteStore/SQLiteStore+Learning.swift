package import Domain

extension SQLiteStore: LearningStore {
    package func record(_ feedback: RecommendationFeedback) async throws(StoreError) {
        let document = try StoredDocument.encode(feedback)
        try await writer.write { (connection) throws(StoreError) in
            try connection.requirePrompt(feedback.prompt, in: feedback.workspace)
            try connection.run(
                "INSERT INTO feedback (id, workspace, prompt, document) VALUES (?, ?, ?, ?)",
                [
                    SQLiteValue(feedback.id), SQLiteValue(feedback.workspace), SQLiteValue(feedback.prompt),
                    .text(document),
                ])
        }
    }

    package func feedback(after: RecommendationFeedback.ID?, limit: Int) async throws(StoreError)
        -> [RecommendationFeedback]
    {
        try await documents(
            RecommendationFeedback.self,
            "SELECT document FROM feedback WHERE id > ?1 ORDER BY id LIMIT ?2",
            [.text(after?.rawValue ?? ""), .page(limit)])
    }

    package func decide(_ decision: RuleDecision, in workspace: Workspace) async throws(StoreError) {
        let document = try StoredDocument.encode(decision)
        try await writer.write { (connection) throws(StoreError) in
            try connection.run(
                "INSERT OR REPLACE INTO rule_decision (workspace, rule, document) VALUES (?, ?, ?)",
                [SQLiteValue(workspace), .text(decision.rule), .text(document)])
        }
    }

    package func decisions(in workspace: Workspace) async throws(StoreError) -> [RuleDecision] {
        try await documents(
            RuleDecision.self, "SELECT document FROM rule_decision WHERE workspace = ?1 ORDER BY rule",
            [SQLiteValue(workspace)])
    }
}
