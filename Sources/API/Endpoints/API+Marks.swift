import Domain
import HTTPServer
import Studio

extension API {
    var markEndpoints: [Endpoint] { [marking, using] }

    private var marking: Endpoint {
        let fields = MarkFields()
        return Endpoint(
            method: .patch, pattern: "/v1/prompts/{id}/marks", name: "markPrompt",
            access: .may(.edit),
            summary: "Changes tags, favourite and rating of a prompt; what is not named stays.",
            fields: [PathFields.prompt.description] + fields.descriptions,
            replies: [.init(200, "The prompt.", json: PromptView.schema)],
            problems: [.notFound, .preconditionFailed, .forbidden, .noSpace]
        ) { input in
            try await checkPrompt(of: input)
            let prompt = try await studio.mark(
                input.required(PathFields.prompt), with: fields.change(of: input), in: input.workspace,
                by: input.actor)
            return try .json(PromptView(prompt, language: input.language))
        }
    }

    /// Holds `If-Match` against the newest revision of the prompt that the path names.
    func checkPrompt(of input: Input) async throws {
        guard input.request.wantedTags != nil else { return }
        let prompt = try await studio.prompt(input.required(PathFields.prompt), in: input.workspace)
        try input.checkPrecondition(state: "\(prompt.head.number)")
    }

    private var using: Endpoint {
        Endpoint(
            method: .post, pattern: "/v1/prompts/{id}/uses", name: "usePrompt",
            access: .may(.read),
            summary: "Counts that a prompt was taken up again, such as copied.",
            fields: [PathFields.prompt.description, ActorFields.author.description],
            replies: [.init(200, "The prompt.", json: PromptView.schema)],
            problems: [.notFound, .noSpace]
        ) { input in
            let prompt = try await studio.use(
                input.required(PathFields.prompt), in: input.workspace, by: input.actor)
            return try .json(PromptView(prompt, language: input.language))
        }
    }
}

/// The fields that say what people note about a prompt.
private struct MarkFields: Sendable {
    private let added = Field.lines(
        "add-tags", in: .body, "Tags that it gets, separated by commas.", count: 32, maximum: 64)
    private let removed = Field.lines(
        "remove-tags", in: .body, "Tags that it loses, separated by commas.", count: 32, maximum: 64)
    private let favourite = Field.flag("favourite", in: .body, "Whether it is a favourite.")
    private let rating = Field.integer("rating", in: .body, "1 to 5, or 0 for none.", 0...5)

    var descriptions: [FieldDescription] {
        [
            added.description, removed.description, favourite.description, rating.description,
            ActorFields.author.description,
        ]
    }

    func change(of input: Input) throws -> MarksChange {
        var change = MarksChange()
        change.addedTags = try tags(of: input, added)
        change.removedTags = try tags(of: input, removed)
        change.isFavourite = try input.value(favourite)
        change.rating = try input.value(rating)
        return change
    }

    private func tags(of input: Input, _ field: Field<[String]>) throws -> [Tag] {
        try (input.value(field) ?? []).map { text throws(InputError) in
            try Tag(typed: text, field: field.description.name)
        }
    }
}
