import Domain
import HTTPServer
import Studio

extension API {
    var trashEndpoints: [Endpoint] { [deletion, trash, restoring, purging] }

    private var deletion: Endpoint {
        Endpoint(
            method: .delete, pattern: "/v1/prompts/{id}", name: "deletePrompt",
            access: .may(.edit),
            summary: "Puts a prompt into the trash: it is found nowhere but there, and can be taken out.",
            fields: [PathFields.prompt.description, ActorFields.author.description],
            replies: [.init(204, "It is in the trash.")],
            problems: [.notFound, .preconditionFailed, .forbidden, .noSpace]
        ) { input in
            try await checkPrompt(of: input)
            try await studio.delete(input.required(PathFields.prompt), in: input.workspace, by: input.actor)
            repeatedAnswers.removeAll()
            return HTTPResponse(status: 204)
        }
    }

    private var trash: Endpoint {
        let limit = Field.integer("limit", in: .query, "At most how many; 20 without it.", 1...100)
        return Endpoint(
            method: .get, pattern: "/v1/trash", name: "listTrash",
            access: .may(.read),
            summary: "Prompts in the trash, the newest first.",
            fields: [Cursor.field.description, limit.description],
            replies: [
                .init(200, "A page.", json: Page<PromptSummary>.schema("prompts", of: PromptSummary.schema))
            ]
        ) { input in
            let limit = try input.value(limit) ?? 20
            let prompts = try await studio.deletedPrompts(
                in: input.workspace, before: try input.position(Prompt.ID.self), limit: limit + 1)
            return try Page(
                prompts, limit: limit, list: "prompts", of: input, item: PromptSummary.init
            ).response
        }
    }

    private var restoring: Endpoint {
        Endpoint(
            method: .post, pattern: "/v1/trash/{id}/restore", name: "restorePrompt",
            access: .may(.edit),
            summary: "Takes a prompt out of the trash, as it was.",
            fields: [PathFields.prompt.description, ActorFields.author.description],
            replies: [.init(200, "The prompt.", json: PromptView.schema)],
            problems: [.notFound, .forbidden, .noSpace], computes: true
        ) { input in
            let prompt = try await studio.restore(
                input.required(PathFields.prompt), in: input.workspace, by: input.actor)
            return try .json(PromptView(prompt, language: input.language))
        }
    }

    private var purging: Endpoint {
        Endpoint(
            method: .delete, pattern: "/v1/trash/{id}", name: "purgePrompt",
            access: .may(.purge),
            summary: "Forgets a prompt for good, in the trash or not: revisions, reviews, videos, index.",
            fields: [PathFields.prompt.description, ActorFields.author.description],
            replies: [.init(204, "It is gone.")], problems: [.notFound, .forbidden, .noSpace]
        ) { input in
            try await studio.purge(input.required(PathFields.prompt), in: input.workspace, by: input.actor)
            repeatedAnswers.removeAll()
            return HTTPResponse(status: 204)
        }
    }
}
