import Domain
import HTTPServer
import Studio

extension API {
    var cacheEndpoints: [Endpoint] {
        [
            cacheReport, cacheExplanation, cacheClearing, ideaForgetting, promptForgetting, partForgetting,
            splitting,
        ]
    }

    private var cacheReport: Endpoint {
        Endpoint(
            method: .get, pattern: "/v1/cache", name: "getCache",
            access: .may(.operate),
            summary: "What the cache did since the start, and what it holds.",
            replies: [.init(200, "Its figures, level by level.", json: CacheReportView.schema)]
        ) { _ in
            let parts = await studio.readiness().filter { ["cache", "redis"].contains($0.name) }
            return try await .json(CacheReportView(studio.cacheReport(), parts: parts))
        }
    }

    private var cacheExplanation: Endpoint {
        let idea = Field.text("idea", in: .query, "The idea to look at.", isRequired: true)
        return Endpoint(
            method: .get, pattern: "/v1/cache/explanation", name: "explainCache",
            access: .may(.read),
            summary: "How the cache sees an idea: its key, its meaning, and what the guards say of the "
                + "nearest ideas.",
            fields: [idea.description],
            replies: [.init(200, "The explanation.", json: CacheExplanationView.schema)], computes: true
        ) { input in
            let idea = try Idea(typed: input.required(idea))
            return try await .json(
                CacheExplanationView(studio.cacheExplanation(of: idea, in: input.workspace)))
        }
    }

    private var cacheClearing: Endpoint {
        Endpoint(
            method: .delete, pattern: "/v1/cache", name: "clearCache",
            access: .may(.operate),
            summary: "Forgets everything that is cached of the workspace, on every instance.",
            replies: [.init(204, "It is forgotten.")]
        ) { input in
            await studio.forget(.workspace(input.workspace))
            return .empty
        }
    }

    private var ideaForgetting: Endpoint {
        let idea = Field.text("idea", in: .query, "The idea.", isRequired: true)
        return Endpoint(
            method: .delete, pattern: "/v1/cache/ideas", name: "forgetIdea",
            access: .may(.operate),
            summary: "Forgets what is cached for an idea without wishes, by its words and by its meaning.",
            fields: [idea.description], replies: [.init(204, "It is forgotten.")], computes: true
        ) { input in
            await studio.forget(try Idea(typed: input.required(idea)), in: input.workspace)
            return .empty
        }
    }

    private var promptForgetting: Endpoint {
        Endpoint(
            method: .delete, pattern: "/v1/cache/prompts/{id}", name: "forgetPrompt",
            access: .may(.operate),
            summary: "Forgets what is cached of a prompt; the prompt itself stays.",
            fields: [PathFields.prompt.description], replies: [.init(204, "It is forgotten.")],
            problems: [.notFound]
        ) { input in
            try await studio.forgetCached(input.required(PathFields.prompt), in: input.workspace)
            return .empty
        }
    }

    private var partForgetting: Endpoint {
        let name = Field.name("part", in: .path, "Name of the writer, template or lexicon.")
        return Endpoint(
            method: .delete, pattern: "/v1/cache/parts/{part}", name: "forgetPart",
            access: .may(.operate),
            summary: "Forgets everything that was written with a writer, template or lexicon of this name.",
            fields: [name.description], replies: [.init(204, "It is forgotten.")]
        ) { input in
            await studio.forget(.part(name: try input.required(name).rawValue))
            return .empty
        }
    }

    private var splitting: Endpoint {
        let idea = Field.text(
            "idea", in: .body, "The idea that got a prompt of another one.", isRequired: true)
        let prompt = Field<Prompt.ID>.identifier("prompt", in: .body, "That prompt.", isRequired: true)
        return Endpoint(
            method: .post, pattern: "/v1/cache/splits", name: "splitIdeas",
            access: .may(.edit),
            summary: "Says that an idea is not the same as the one a prompt was written for: the two never "
                + "share an answer again.",
            fields: [idea.description, prompt.description],
            replies: [.init(204, "They are split for good.")], problems: [.notFound, .noSpace]
        ) { input in
            try await studio.split(
                Idea(typed: input.required(idea)), from: input.required(prompt), in: input.workspace)
            return .empty
        }
    }
}

extension HTTPResponse {
    /// Done, and there is nothing to say.
    fileprivate static var empty: Self { HTTPResponse(status: 204, headers: ["Cache-Control": "no-store"]) }
}
