import Diffing
package import Domain

/// Where somebody wants to comment: some words of a revision, in bytes of its UTF-8.
package struct CommentPlace: Sendable, Hashable {
    package let revision: Int
    package let start: Int
    package let length: Int

    package init(revision: Int, start: Int, length: Int) {
        self.revision = revision
        self.start = start
        self.length = length
    }
}

/// Where the words of a comment are in another revision.
package struct FollowedAnchor: Sendable, Hashable {
    package let anchor: Anchor
    /// The revision that was looked at.
    package let revision: Int
    /// Where they are there, in bytes of UTF-8; nil when nothing of them is left.
    package let range: Range<Int>?
}

extension Studio {
    /// The most comments of a review, and replies to a comment.
    package static let maximumComments = 1000

    /// Comments on a review, or on some words of a revision.
    ///
    /// - Parameters:
    ///   - place: Which words; the comment is about the whole without it.
    ///   - quote: The words as the author saw them; when given, they must be there.
    /// - Throws: ``InputError`` naming `revision`, `start` or `length` when there is no such place,
    ///   ``ReviewError``, ``PermissionError`` or ``StoreError``.
    package func comment(
        _ text: String, at place: CommentPlace?, quoting quote: String? = nil, on id: Review.ID,
        in workspace: Workspace, by actor: Actor
    ) async throws -> Review {
        try actor.require(.comment, in: workspace)
        return try await change(id, in: workspace, by: actor, action: .commented) { review, now in
            guard review.comments.count < Self.maximumComments else {
                throw InputError(
                    field: "text", code: .tooLong,
                    expected: "at most \(Self.maximumComments) comments in a review")
            }
            var anchor: Anchor?
            if let place { anchor = try await self.anchor(at: place, quoting: quote, in: review) }
            review.comments.append(
                Comment(
                    id: Comment.ID(at: now, random: parts.random), author: actor.name, text: text, at: now,
                    anchor: anchor))
        }
    }

    /// Replies to a comment.
    package func reply(
        _ text: String, to comment: Comment.ID, of id: Review.ID, in workspace: Workspace, by actor: Actor
    ) async throws -> Review {
        try actor.require(.comment, in: workspace)
        return try await change(id, in: workspace, by: actor, action: .replied, detail: "\(comment)") {
            review, now in
            let index = try review.index(of: comment)
            guard review.comments[index].replies.count < Self.maximumComments else {
                throw InputError(
                    field: "text", code: .tooLong,
                    expected: "at most \(Self.maximumComments) replies to a comment")
            }
            review.comments[index].replies.append(
                Comment.Reply(author: actor.name, text: text, at: now))
        }
    }

    /// Settles a comment.
    package func resolve(
        _ comment: Comment.ID, of id: Review.ID, in workspace: Workspace, by actor: Actor
    ) async throws -> Review {
        try actor.require(.comment, in: workspace)
        return try await change(id, in: workspace, by: actor, action: .resolved, detail: "\(comment)") {
            review, _ in review.comments[try review.index(of: comment)].resolvedBy = actor.name
        }
    }

    /// Follows the words of a review's comments into a revision.
    ///
    /// - Parameter reference: Which revision; the head of `main` when nil.
    package func anchors(
        of review: Review, in reference: RevisionReference? = nil
    ) async throws -> [Comment.ID: FollowedAnchor] {
        guard review.comments.contains(where: { $0.anchor != nil }) else { return [:] }
        let target = try await revision(
            reference ?? .name(.main), of: review.prompt, in: review.workspace)
        let graph = RevisionGraph(
            try await parts.history.revisions(of: review.prompt, in: review.workspace))
        return review.comments.reduce(into: [:]) { anchors, comment in
            guard let anchor = comment.anchor else { return }
            anchors[comment.id] = FollowedAnchor(
                anchor: anchor, revision: target.number, range: graph.follow(anchor, to: target))
        }
    }

    private func anchor(at place: CommentPlace, quoting quote: String?, in review: Review) async throws
        -> Anchor
    {
        let revision: Revision
        do {
            revision = try await parts.history.revision(
                place.revision, of: review.prompt, in: review.workspace)
        } catch  where error.code == .notFound {
            throw InputError(
                field: "revision", code: .unknownValue, expected: "a revision of the reviewed prompt")
        }
        let anchor = try Anchor(
            start: place.start, length: place.length, of: revision.text, revision: revision.number)
        if let quote, !quote.utf8.elementsEqual(anchor.quote.utf8) {
            throw ReviewError.spanGone(quote: quote)
        }
        return anchor
    }
}

extension Review {
    fileprivate func index(of comment: Comment.ID) throws(StoreError) -> Int {
        guard let index = comments.firstIndex(where: { $0.id == comment }) else {
            throw StoreError(.notFound, "There is no comment \(comment) in review \(id)")
        }
        return index
    }
}

extension RevisionGraph {
    /// Where an anchor's words are in a revision: by the diffs on the way, or by one diff across when the
    /// revision does not come from the anchor's.
    func follow(_ anchor: Anchor, to target: Revision) -> Range<Int>? {
        let range = anchor.start..<anchor.start + anchor.length
        if let line = line(from: anchor.revision, to: target.number) {
            return line.reduce(range as Range<Int>?) { range, revision in
                range.flatMap { revision.diff?.follow($0) ?? nil }
            }
        }
        guard let source = self[anchor.revision] else { return nil }
        return Differ().diff(source.text, target.text).follow(range)
    }
}
