import Domain
import HTTPServer
import Studio

extension API {
    var promptEndpoints: [Endpoint] { [writing, promptList, promptHead] }

    private var writing: Endpoint {
        let idea = Field.text(
            "idea", in: .body, "What the video should show, in Korean or English.", isRequired: true)
        let wishes = IdeaWishes()
        return Endpoint(
            method: .post, pattern: "/v1/prompts", name: "writePrompt",
            access: .may(.edit),
            summary: "Writes the prompt for an idea and keeps it as revision 1. "
                + "`Cache-Control: no-cache` writes it anew, `no-store` keeps nothing of it in the cache.",
            fields: [idea.description] + wishes.descriptions,
            replies: [
                .init(201, "The prompt.", json: PromptView.schema),
                .init(
                    200, "The prompt that was written for this idea, or another wording of it, before.",
                    json: PromptView.schema),
            ],
            problems: [.nothingToShow, .unsupportedLanguage, .unavailable, .noSpace]
        ) { input in
            let idea = try Idea(typed: input.required(idea), hints: wishes.hints(of: input))
            let policy = CachePolicy(cacheControl: input.request.headers["Cache-Control"])
            if policy == .use, let known = await studio.remembered(idea, in: input.workspace) {
                let bytes = try repeatedAnswers.bytes(for: known, in: input.language)
                return HTTPResponse.json(bytes, headers: headers(of: known))
            }
            // Only what is new takes long enough to leave the server's loop.
            return try await withTaskExecutorPreference(globalConcurrentExecutor) {
                let written = try await studio.write(
                    idea, in: input.workspace, by: input.actor, policy: policy)
                return try HTTPResponse.json(
                    JSONText.bytes(of: PromptView(written, language: input.language)),
                    status: written.cache.isFound ? 200 : 201, headers: headers(of: written))
            }
        }
    }

    private func headers(of written: WrittenPrompt) -> HTTPHeaders {
        [
            "Location": "/v1/prompts/\(written.prompt.id)", "X-Cache": written.cache.rawValue,
            "Cache-Control": "no-store",
        ]
    }

    private var promptList: Endpoint {
        let fields = PromptSearchFields()
        let limit = Field.integer("limit", in: .query, "At most how many; 20 without it.", 1...100)
        return Endpoint(
            method: .get, pattern: "/v1/prompts", name: "listPrompts",
            access: .may(.read),
            summary: "Prompts, the newest first; with words or filters, those that fit, the best first.",
            fields: fields.descriptions + [Cursor.field.description, limit.description],
            replies: [
                .init(
                    200, "A page; `rank` and `highlight` say where words were found.",
                    json: Page<PromptSummary>.schema("prompts", of: FoundView.listSchema))
            ], computes: true
        ) { input in
            let limit = try input.value(limit) ?? 20
            guard let search = try fields.search(of: input) else {
                let prompts = try await studio.prompts(
                    in: input.workspace, before: try input.position(Prompt.ID.self), limit: limit + 1)
                return try Page(
                    prompts, limit: limit, list: "prompts", of: input, item: PromptSummary.init
                ).response
            }
            let page = try await studio.find(
                search, in: input.workspace, after: try input.findPosition, limit: limit)
            return try FoundPageView(page, of: input, limit: limit).response
        }
    }

    private var promptHead: Endpoint {
        Endpoint(
            method: .get, pattern: "/v1/prompts/{id}", name: "getPrompt",
            access: .may(.read),
            summary: "A prompt with its newest text.", fields: [PathFields.prompt.description],
            replies: [.init(200, "The prompt.", json: PromptView.schema)], problems: [.notFound]
        ) { input in
            let prompt = try await studio.prompt(input.required(PathFields.prompt), in: input.workspace)
            return try .json(
                PromptView(prompt, language: input.language), headers: ["ETag": "\"\(prompt.head.number)\""])
        }
    }
}

/// The parts of a path that several routes have.
enum PathFields {
    static let prompt = Field<Prompt.ID>.identifier("id", in: .path, "Identifier of the prompt.")
    static let video = Field<VideoJob.ID>.identifier("id", in: .path, "Identifier of the video job.")
    static let review = Field<Review.ID>.identifier("id", in: .path, "Identifier of the review.")
    static let key = Field<AccessKey.ID>.identifier("id", in: .path, "Identifier of the key.")
    static let comment = Field<Comment.ID>.identifier("comment", in: .path, "Identifier of the comment.")
    static let label = Field.name("label", in: .path, "Name of the label.")
    static let rule = Field.line("rule", in: .path, "Identifier of the rule.", maximum: 32)
    static let revision = Field.integer("n", in: .path, "Number of the revision.", 1...Int.max)
}

/// The fields that say how somebody wants an idea shown.
struct IdeaWishes: Sendable {
    private let model = Field.line("model", in: .body, "Target model of the catalogue.", maximum: 64)
    private let style = Field.lines(
        "style", in: .body, "Style words, the most important first, separated by commas.", count: 8,
        maximum: 60)
    private let mood = Field.line("mood", in: .body, "The mood in a word or two.", maximum: 60)
    private let aspect = Field<AspectRatio>.choice("aspect", in: .body, "The shape of the picture.")
    private let duration = Field.integer("duration", in: .body, "Length of the video in seconds.", 1...60)
    private let seed = Field.seed("seed", in: .body, "The same seed gives the same prompt.")
    private let enrich = Field.flag(
        "enrich", in: .body, "Whether quality, a default shot and light are added; true without it.")
    private let image = Field.flag(
        "image-to-video", in: .body, "Whether the video starts from a picture, which shows looks and place.")
    private let variation = Field.integer(
        "variation", in: .body, "Which variation of the prompt is meant.", Hints.variations)

    var descriptions: [FieldDescription] {
        [
            model.description, style.description, mood.description, aspect.description,
            duration.description, seed.description, enrich.description, image.description,
            variation.description,
        ]
    }

    func hints(of input: Input) throws -> Hints {
        var hints = Hints()
        hints.model = try input.value(model).map(ModelName.init)
        hints.styles = try input.value(style) ?? []
        hints.mood = try input.value(mood)
        hints.aspect = try input.value(aspect)
        hints.durationSeconds = try input.value(duration)
        hints.seed = try input.value(seed) ?? 0
        hints.enriches = try input.value(enrich) ?? true
        hints.isFromImage = try input.value(image) ?? false
        hints.variation = try input.value(variation)
        return hints
    }
}
