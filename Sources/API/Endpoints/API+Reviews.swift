import Domain
import HTTPServer
import Studio

extension API {
    var reviewEndpoints: [Endpoint] { [openingReview, reviewList, review, deciding, closingReview] }

    private var openingReview: Endpoint {
        let title = Field.line("title", in: .body, "What is to be looked at, and why.", maximum: 200)
        let from = Field.reference(
            "from", in: .body, "The first revision of the range; `to` alone without it.")
        let to = Field.reference(
            "to", in: .body, "The revision to approve: a number, a branch or a label; `main` without it.")
        return Endpoint(
            method: .post, pattern: "/v1/prompts/{id}/reviews", name: "openReview",
            access: .may(.comment),
            summary: "Asks for a review of a revision or a range.",
            fields: [
                PathFields.prompt.description, title.description, from.description, to.description,
                ActorFields.author.description,
            ],
            replies: [.init(201, "The review.", json: ReviewView.schema)],
            problems: [.notFound, .forbidden, .noSpace]
        ) { input in
            let review = try await studio.openReview(
                of: input.value(to) ?? .name(.main), from: input.value(from),
                title: input.value(title) ?? "", prompt: input.required(PathFields.prompt),
                in: input.workspace,
                by: input.actor)
            let view = ReviewView(review)
            return try .json(view, status: 201, headers: ["Location": view.links.itself])
        }
    }

    private var reviewList: Endpoint {
        let prompt = Field<Prompt.ID>.identifier("prompt", in: .query, "Only reviews of this prompt.")
        let limit = Field.integer("limit", in: .query, "At most how many; 20 without it.", 1...100)
        return Endpoint(
            method: .get, pattern: "/v1/reviews", name: "listReviews",
            access: .may(.read), summary: "Reviews, the newest first.",
            fields: [prompt.description, Cursor.field.description, limit.description],
            replies: [.init(200, "A page.", json: Page<ReviewView>.schema("reviews", of: ReviewView.schema))]
        ) { input in
            let (prompt, limit) = (try input.value(prompt), try input.value(limit) ?? 20)
            let reviews = try await studio.reviews(
                in: input.workspace, of: prompt, before: try input.position(Review.ID.self), limit: limit + 1)
            return try Page(reviews, limit: limit, list: "reviews", of: input) { ReviewView($0) }.response
        }
    }

    private var review: Endpoint {
        let revision = Field.reference(
            "revision", in: .query, "Where to look for the words of the comments; `main` without it.")
        return Endpoint(
            method: .get, pattern: "/v1/reviews/{id}", name: "getReview",
            access: .may(.read),
            summary: "A review, with the words of its comments followed into a revision.",
            fields: [PathFields.review.description, revision.description],
            replies: [.init(200, "The review.", json: ReviewView.schema)], problems: [.notFound],
            computes: true
        ) { input in
            let review = try await studio.review(input.required(PathFields.review), in: input.workspace)
            let anchors = try await studio.anchors(of: review, in: input.value(revision))
            return try .json(ReviewView(review, anchors: anchors))
        }
    }

    private var deciding: Endpoint {
        let verdict = Field<Verdict.Kind>.choice("verdict", in: .body, "What you say of it.")
        let reason = Field.line("reason", in: .body, "Why.", maximum: 1000)
        return Endpoint(
            method: .post, pattern: "/v1/reviews/{id}/verdicts", name: "decideReview",
            access: .may(.decide),
            summary: "Approves, asks for changes or rejects; of one reviewer's verdicts the last counts.",
            fields: [
                PathFields.review.description, verdict.description, reason.description,
                ActorFields.author.description,
            ],
            replies: [.init(201, "The review.", json: ReviewView.schema)],
            problems: [.notFound, .reviewClosed, .ownApproval, .noSpace]
        ) { input in
            let review = try await studio.decide(
                input.required(verdict), reason: input.required(reason),
                on: input.required(PathFields.review), in: input.workspace, by: input.actor)
            return try .json(ReviewView(review), status: 201)
        }
    }

    private var closingReview: Endpoint {
        Endpoint(
            method: .post, pattern: "/v1/reviews/{id}/close", name: "closeReview",
            access: .may(.comment),
            summary: "Ends a review; its verdicts stand, and nothing is added any more.",
            fields: [PathFields.review.description, ActorFields.author.description],
            replies: [.init(200, "The review.", json: ReviewView.schema)],
            problems: [.notFound, .reviewClosed, .forbidden, .noSpace]
        ) { input in
            let review = try await studio.closeReview(
                input.required(PathFields.review), in: input.workspace, by: input.actor)
            return try .json(ReviewView(review))
        }
    }
}
