package import Domain
import Similarity
import Telemetry

extension Recommender {
    /// Learns what came of the prompts: edits, labels, reviews, feedback and decisions.
    ///
    /// - Throws: ``StoreError`` when they cannot be read.
    package func learnOutcomes(from history: any Archive, learning: any LearningStore)
        async throws(StoreError)
    {
        var workspaces: Set<Workspace> = []
        var failure: StoreError?
        try await forEachPage(of: history) { page in
            for prompt in page {
                workspaces.insert(prompt.workspace)
                do throws(StoreError) {
                    try await learnOutcome(of: prompt, from: history)
                } catch {
                    failure = error
                }
            }
        }
        if let failure { throw failure }
        for workspace in workspaces {
            for decision in try await learning.decisions(in: workspace) {
                edits.follow(decision, in: workspace)
            }
        }
        try await learnFeedback(from: learning)
    }

    /// Learns what came of one prompt, if the history can be read now.
    func relearn(_ prompt: Prompt, from history: any Archive) async {
        do throws(StoreError) {
            try await learnOutcome(of: prompt, from: history)
        } catch {
            log.warning("outcome was not learnt", ["prompt.id": prompt.id.rawValue, "error": error.message])
        }
    }

    /// Learns what came of one prompt.
    func learnOutcome(of prompt: Prompt, from history: any Archive) async throws(StoreError) {
        var query = EditQuery()
        query.prompt = prompt.id
        let made = try await history.edits(matching: query, in: prompt.workspace, before: nil, limit: 1000)
        edits.observe(made.reversed(), of: prompt)
        if prompt.head.number > 1 {
            let revisions = try await history.revisions(of: prompt.id, in: prompt.workspace)
            edits.observe(
                ClauseComparison(scene: prompt.draft.scene).edited(prompt, revisions: revisions), of: prompt)
        }
        let reviews = try await history.reviews(
            ofRevision: prompt.head.number, of: prompt.id, in: prompt.workspace)
        label(prompt, as: try await history.labels(of: prompt.id, in: prompt.workspace))
        let kept = made.filter { $0.revertedBy == nil }
        update(prompt.id, in: prompt.workspace) { outcome in
            outcome.keptEdits = kept.count
            outcome.revertedEdits = made.count - kept.count
            outcome.changes = kept.prefix(3).map { edit in
                [edit.oldText, edit.newText].filter { !$0.isEmpty }.joined(separator: " → ")
            }
            outcome.isApproved = reviews.contains {
                !$0.isContested && $0.standing.contains { $0.kind == .approve }
            }
        }
    }

    private func learnFeedback(from learning: any LearningStore) async throws(StoreError) {
        var last: RecommendationFeedback.ID?
        while !Task.isCancelled {
            let page = try await learning.feedback(after: last, limit: 500)
            guard let newest = page.last else { break }
            for feedback in page { hear(feedback) }
            last = newest.id
        }
        followFeedback()
    }
}
