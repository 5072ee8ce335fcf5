package import Domain

extension Studio {
    /// Takes over what other instances write to a history that they share, as long as the task runs.
    ///
    /// Recommendations learn every prompt, what came of it and what was said of it; a cached prompt follows
    /// its edits.
    ///
    /// - Parameters:
    ///   - feed: What happens in the history.
    ///   - clock: Whose time the pause after a failure takes.
    package func follow(_ feed: any HistoryFeed, clock: some Clock<Duration> = ContinuousClock()) async {
        while !Task.isCancelled {
            do {
                for change in try await feed.next() { try await take(change) }
            } catch {
                // Away: the feed goes on where it was.
                try? await clock.sleep(for: .seconds(1))
            }
        }
    }

    private func take(_ change: HistoryChange) async throws {
        switch change {
        case .saved(let prompt):
            await learn(prompt)
            await refresh(prompt)
        case .removed(let id, let workspace): await forget(id, in: workspace)
        case .said(let feedback): parts.recommender.hear(feedback)
        case .decided(let decision, let workspace):
            parts.recommender.edits.follow(decision, in: workspace)
        case .missed:
            try await parts.recommender.learn(from: parts.history)
            try await parts.recommender.learnOutcomes(from: parts.history, learning: parts.learning)
        }
    }

    /// Takes a prompt in, unless this instance saved it itself: embedding costs more than all the rest.
    private func learn(_ prompt: Prompt) async {
        guard !parts.recommender.knows(prompt) else { return }
        await parts.recommender.learn(prompt)
        await parts.recommender.relearn(prompt, from: parts.history)
    }
}
