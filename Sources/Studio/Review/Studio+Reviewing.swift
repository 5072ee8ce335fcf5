package import Domain
import Telemetry

extension Studio {
    /// Opens a request to review a revision, or a range that ends with it.
    ///
    /// - Parameters:
    ///   - last: The revision that an approval approves.
    ///   - first: Where the range starts; `last` alone without it.
    /// - Throws: ``InputError`` naming `from` when `last` does not come from it, ``PermissionError`` or
    ///   ``StoreError``.
    package func openReview(
        of last: RevisionReference, from first: RevisionReference? = nil, title: String,
        prompt id: Prompt.ID, in workspace: Workspace, by actor: Actor
    ) async throws -> Review {
        try actor.require(.comment, in: workspace)
        let last = try await revision(last, of: id, in: workspace)
        var start = last.number
        if let first {
            start = try await revision(first, of: id, in: workspace).number
            let graph = RevisionGraph(try await parts.history.revisions(of: id, in: workspace))
            guard graph.ancestors(of: last.number).contains(start) else {
                throw InputError(
                    field: "from", code: .unknownValue,
                    expected: "a revision that revision \(last.number) comes from")
            }
        }
        let now = parts.clock.now()
        let review = Review(
            id: Review.ID(at: now, random: parts.random), workspace: workspace, prompt: id, first: start,
            last: last.number, title: title, author: actor.name, createdAt: now)
        try await parts.history.create(
            review,
            recording: entry(
                .openedReview, by: actor, in: workspace, prompt: id, target: "reviews/\(review.id)",
                detail: "revisions/\(start)-\(last.number)", at: now))
        parts.metrics.reviews[AuditEntry.Action.openedReview.rawValue].increment()
        return review
    }

    /// Returns a review as it is now.
    package func review(_ id: Review.ID, in workspace: Workspace) async throws -> Review {
        try await parts.history.review(id, in: workspace)
    }

    /// Returns reviews, the newest first.
    package func reviews(in workspace: Workspace, of prompt: Prompt.ID?, before: Review.ID?, limit: Int)
        async throws -> [Review]
    {
        try await parts.history.reviews(in: workspace, of: prompt, before: before, limit: limit)
    }

    /// Gives a verdict on a review; of one reviewer's, the last counts.
    ///
    /// - Throws: ``ReviewError`` when it is closed, or an author of the range approves (four eyes see
    ///   more than two), ``PermissionError`` or ``StoreError``.
    package func decide(
        _ kind: Verdict.Kind, reason: String, on id: Review.ID, in workspace: Workspace, by actor: Actor
    ) async throws -> Review {
        try actor.require(.decide, in: workspace)
        let review = try await change(
            id, in: workspace, by: actor, action: .decided, detail: kind.rawValue
        ) { review, now in
            if kind == .approve, try await authors(of: review).contains(actor.name) {
                throw ReviewError.approvingOwn(reviewer: actor.name)
            }
            review.verdicts.append(
                Verdict(reviewer: actor.name, kind: kind, reason: reason, at: now))
        }
        try await note(kind == .approve ? .approved : .rejected, of: review.prompt, in: workspace)
        await relearn(review.prompt, in: workspace)
        return review
    }

    /// Closes a review; nothing is added to it any more, and its verdicts stand.
    package func closeReview(_ id: Review.ID, in workspace: Workspace, by actor: Actor) async throws
        -> Review
    {
        try actor.require(.comment, in: workspace)
        return try await change(id, in: workspace, by: actor, action: .closedReview) { review, _ in
            review.state = .closed
        }
    }

    /// Everybody who saved a revision of the range.
    func authors(of review: Review) async throws -> Set<String> {
        let graph = RevisionGraph(
            try await parts.history.revisions(of: review.prompt, in: review.workspace))
        let before = graph.ancestors(of: review.first).subtracting([review.first])
        let range = graph.ancestors(of: review.last).subtracting(before)
        return Set(range.compactMap { graph[$0]?.author })
    }

    /// Changes an open review and records it; once more when somebody else changed it meanwhile.
    func change(
        _ id: Review.ID, in workspace: Workspace, by actor: Actor, action: AuditEntry.Action,
        detail: String? = nil, _ body: (inout Review, Timestamp) async throws -> Void
    ) async throws -> Review {
        let changed = try await retryingWhenBeaten {
            var review = try await parts.history.review(id, in: workspace)
            guard review.state == .open else { throw ReviewError.closed(id) }
            let now = parts.clock.now()
            try await body(&review, now)
            review.updatedAt = now
            review.version += 1
            try await parts.history.save(
                review,
                recording: entry(
                    action, by: actor, in: workspace, prompt: review.prompt, target: "reviews/\(id)",
                    detail: detail, at: now))
            return review
        }
        parts.metrics.reviews[action == .decided ? detail ?? "" : action.rawValue].increment()
        return changed
    }
}
