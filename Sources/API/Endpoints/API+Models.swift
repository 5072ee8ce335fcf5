import Domain
import HTTPServer
import Prompting
import Studio

extension API {
    var modelEndpoints: [Endpoint] { [modelList, providerList, linting, variations] }

    private var modelList: Endpoint {
        Endpoint(
            method: .get, pattern: "/v1/models", name: "listModels",
            summary: "The video models that prompts are written for, with all that is known of them.",
            replies: [.init(200, "The catalogue.", json: ModelsView.schema)]
        ) { _ in try .json(ModelsView(models: studio.models)) }
    }

    private var providerList: Endpoint {
        let ask = Field.flag(
            "ask", in: .query, "Whether those that are on are asked how they are; false without it.")
        return Endpoint(
            method: .get, pattern: "/v1/providers", name: "listProviders",
            summary: "Who makes videos or could: ready, or why not, with the models, lengths, shapes and "
                + "prices of each.", fields: [ask.description],
            replies: [.init(200, "The providers.", json: ProvidersView.schema)]
        ) { input in
            try .json(ProvidersView(await studio.providers(asking: input.value(ask) ?? false)))
        }
    }

    private var linting: Endpoint {
        let text = Field.text("text", in: .body, "The prompt.", isRequired: true)
        let model = Field.line("model", in: .body, "Target model of the catalogue.", maximum: 64)
        let negative = Field.text("negative", in: .body, "What goes into the negative field.")
        let duration = Field.integer("duration", in: .body, "Length of the video in seconds.", 1...60)
        let aspect = Field<AspectRatio>.choice("aspect", in: .body, "The shape of the picture.")
        let image = Field.flag("image-to-video", in: .body, "Whether the video starts from a picture.")
        let edited = Field.flag("edited", in: .body, "Whether a person changed the prompt.")
        let rewriting = Field.flag("rewriting", in: .body, "Whether the service may rewrite it.")
        return Endpoint(
            method: .post, pattern: "/v1/lints", name: "lintPrompt",
            summary: "What makes a model misunderstand a prompt, with fixes; nothing is kept.",
            fields: [
                text.description, model.description, negative.description, duration.description,
                aspect.description, image.description, edited.description, rewriting.description,
            ],
            replies: [.init(200, "The findings.", json: LintView.schema)], computes: true
        ) { input in
            var prompt = LintedPrompt(text: try input.required(text), negative: try input.value(negative))
            guard prompt.text.utf8.count <= Idea.maximumBytes else {
                throw InputError(
                    field: "text", code: .tooLong, expected: "at most \(Idea.maximumBytes) bytes of UTF-8")
            }
            prompt.durationSeconds = try input.value(duration)
            prompt.aspect = try input.value(aspect)
            prompt.isFromImage = try input.value(image) ?? false
            prompt.isEdited = try input.value(edited) ?? false
            prompt.rewriting = try input.value(rewriting)
            let report = try studio.lint(prompt, for: input.value(model).map(ModelName.init))
            return try .json(LintView(report, language: input.language))
        }
    }

    private var variations: Endpoint {
        let idea = Field.text("idea", in: .body, "What the video should show.", isRequired: true)
        let count = Field.integer("count", in: .body, "How many; 3 without it.", Hints.variations)
        let wishes = IdeaWishes()
        return Endpoint(
            method: .post, pattern: "/v1/prompts/variations", name: "writeVariations",
            summary: "Variations of a prompt in camera, light and style. Nothing is kept: write the idea "
                + "with the number as `variation` to keep one.",
            fields: [idea.description, count.description] + wishes.descriptions,
            replies: [.init(200, "The variations.", json: VariationsView.schema)],
            problems: [.nothingToShow, .unsupportedLanguage, .unavailable], computes: true
        ) { input in
            let idea = try Idea(typed: input.required(idea), hints: wishes.hints(of: input))
            let found = try await studio.variations(of: idea, count: input.value(count) ?? 3)
            return try .json(VariationsView(found, idea: idea, language: input.language))
        }
    }
}
