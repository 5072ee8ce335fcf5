import Domain
import HTTPServer
import Studio

extension API {
    var reviewTalkEndpoints: [Endpoint] { [commenting, replying, resolving] }

    private var commenting: Endpoint {
        let place = PlaceFields()
        return Endpoint(
            method: .post, pattern: "/v1/reviews/{id}/comments", name: "commentOnReview",
            access: .may(.comment),
            summary: "Comments on a review, or on some words of a revision.",
            fields: [
                PathFields.review.description, CommentFields.text.description,
                ActorFields.author.description,
            ] + place.descriptions,
            replies: [.init(201, "The review.", json: ReviewView.schema)],
            problems: [.notFound, .reviewClosed, .spanGone, .forbidden, .noSpace]
        ) { input in
            let (spot, quote) = try place.place(of: input)
            let review = try await studio.comment(
                CommentFields.text(of: input), at: spot, quoting: quote,
                on: input.required(PathFields.review), in: input.workspace, by: input.actor)
            return try .json(ReviewView(review), status: 201)
        }
    }

    private var replying: Endpoint {
        Endpoint(
            method: .post, pattern: "/v1/reviews/{id}/comments/{comment}/replies", name: "replyToComment",
            access: .may(.comment),
            summary: "Replies to a comment.",
            fields: [
                PathFields.review.description, PathFields.comment.description,
                CommentFields.text.description, ActorFields.author.description,
            ],
            replies: [.init(201, "The review.", json: ReviewView.schema)],
            problems: [.notFound, .reviewClosed, .forbidden, .noSpace]
        ) { input in
            let review = try await studio.reply(
                CommentFields.text(of: input), to: input.required(PathFields.comment),
                of: input.required(PathFields.review), in: input.workspace, by: input.actor)
            return try .json(ReviewView(review), status: 201)
        }
    }

    private var resolving: Endpoint {
        Endpoint(
            method: .post, pattern: "/v1/reviews/{id}/comments/{comment}/resolve", name: "resolveComment",
            access: .may(.comment),
            summary: "Settles a comment.",
            fields: [
                PathFields.review.description, PathFields.comment.description,
                ActorFields.author.description,
            ],
            replies: [.init(200, "The review.", json: ReviewView.schema)],
            problems: [.notFound, .reviewClosed, .forbidden, .noSpace]
        ) { input in
            let review = try await studio.resolve(
                input.required(PathFields.comment), of: input.required(PathFields.review),
                in: input.workspace,
                by: input.actor)
            return try .json(ReviewView(review))
        }
    }
}

/// What a comment or a reply says.
private enum CommentFields {
    private static let maximum = 4000

    static let text = Field.text("text", in: .body, "What you say.", isRequired: true)

    /// - Throws: ``InputError`` naming `text` when it is missing or too long.
    static func text(of input: Input) throws -> String {
        let text = try input.required(text)
        guard text.utf8.count <= maximum * 4 else {
            throw InputError(field: "text", code: .tooLong, expected: "at most \(maximum) characters")
        }
        guard text.contains(where: { !$0.isWhitespace }) else {
            throw InputError(field: "text", code: .empty, expected: "what you say")
        }
        return text
    }
}

/// The fields that say which words a comment is about.
private struct PlaceFields: Sendable {
    private let revision = Field.integer(
        "revision", in: .body, "The revision of the words; the comment is about the whole without it.",
        1...Int.max)
    private let start = Field.integer(
        "start", in: .body, "Where the words start, in bytes of UTF-8.", 0...Int.max)
    private let length = Field.integer("length", in: .body, "How many bytes they have.", 1...Int.max)
    private let quote = Field.text(
        "quote", in: .body, "The words as you see them; refused when they do not stand there.")

    var descriptions: [FieldDescription] {
        [revision.description, start.description, length.description, quote.description]
    }

    /// - Throws: ``InputError`` naming a field; all of `revision`, `start` and `length`, or none.
    func place(of input: Input) throws -> (CommentPlace?, quote: String?) {
        let quote = try input.value(quote)
        let given = try [revision, start, length].contains { try input.value($0) != nil }
        guard given || quote != nil else { return (nil, nil) }
        let place = CommentPlace(
            revision: try input.required(revision), start: try input.required(start),
            length: try input.required(length))
        return (place, quote)
    }
}
