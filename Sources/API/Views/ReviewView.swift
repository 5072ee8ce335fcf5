import Domain
import Studio

/// A review as clients see it.
struct ReviewView: Encodable, Identifiable {
    struct Place: Encodable {
        let revision: Int
        /// In bytes of the revision's UTF-8.
        let start: Int
        let length: Int
    }

    struct CommentView: Encodable {
        let id: Comment.ID
        let author: String
        let text: String
        let at: Timestamp
        /// The words it was made on.
        let quote: String?
        let place: Place?
        /// Where the words are in the revision that was asked for; absent when nothing of them is left.
        let current: Place?
        let isOutdated: Bool
        let replies: [Comment.Reply]
        let resolvedBy: String?
    }

    struct Links: Encodable {
        let itself: String
        let prompt: String

        enum CodingKeys: String, CodingKey {
            case itself = "self"
            case prompt
        }
    }

    let id: Review.ID
    let prompt: Prompt.ID
    let from: Int
    let to: Int
    let title: String
    let author: String
    let state: Review.State
    let comments: [CommentView]
    let verdicts: [Verdict]
    /// How many reviewers' last word is an approval.
    let approvals: Int
    let isContested: Bool
    let createdAt: Timestamp
    let updatedAt: Timestamp
    let links: Links

    /// - Parameter anchors: Where the words of the comments are now.
    init(_ review: Review, anchors: [Comment.ID: FollowedAnchor] = [:]) {
        id = review.id
        prompt = review.prompt
        from = review.first
        to = review.last
        title = review.title
        author = review.author
        state = review.state
        comments = review.comments.map { CommentView($0, anchors[$0.id]) }
        verdicts = review.verdicts
        approvals = review.standing.count { $0.kind == .approve }
        isContested = review.isContested
        createdAt = review.createdAt
        updatedAt = review.updatedAt
        links = Links(itself: "/v1/reviews/\(review.id)", prompt: "/v1/prompts/\(review.prompt)")
    }
}

extension ReviewView.CommentView {
    fileprivate init(_ comment: Comment, _ followed: FollowedAnchor?) {
        id = comment.id
        author = comment.author
        text = comment.text
        at = comment.at
        quote = comment.anchor?.quote
        place = comment.anchor.map {
            ReviewView.Place(revision: $0.revision, start: $0.start, length: $0.length)
        }
        current = followed.flatMap { followed in
            followed.range.map {
                ReviewView.Place(revision: followed.revision, start: $0.lowerBound, length: $0.count)
            }
        }
        isOutdated = followed != nil && followed?.range == nil
        replies = comment.replies
        resolvedBy = comment.resolvedBy
    }
}
