import Domain
import HTTPServer
import Studio

extension API {
    var branchEndpoints: [Endpoint] { [branchList, branching, merging] }

    private var branchList: Endpoint {
        Endpoint(
            method: .get, pattern: "/v1/prompts/{id}/branches", name: "listBranches",
            access: .may(.read),
            summary: "The branches of a prompt, the oldest first.", fields: [PathFields.prompt.description],
            replies: [.init(200, "The branches.", json: Schemas.list("branches", of: Schemas.branch))],
            problems: [.notFound]
        ) { input in
            try await .json([
                "branches": studio.branches(of: input.required(PathFields.prompt), in: input.workspace)
            ])
        }
    }

    private var branching: Endpoint {
        let name = Field.name("name", in: .body, "What the branch is called.")
        let from = Field.reference(
            "from", in: .body, "The revision it starts at: a number, a branch or a label; `main` without it.")
        return Endpoint(
            method: .post, pattern: "/v1/prompts/{id}/branches", name: "startBranch",
            access: .may(.edit),
            summary: "Starts a branch at any revision.",
            fields: [
                PathFields.prompt.description, name.description, from.description,
                ActorFields.author.description,
            ],
            replies: [.init(201, "The branch.", json: Schemas.branch)],
            problems: [.notFound, .conflict, .forbidden, .noSpace]
        ) { input in
            let branch = try await studio.branch(
                input.required(name), from: input.value(from) ?? .name(.main),
                of: input.required(PathFields.prompt), in: input.workspace, by: input.actor)
            return try .json(branch, status: 201)
        }
    }

    private var merging: Endpoint {
        let from = Field.reference(
            "from", in: .body, "What is merged in: a revision's number, a branch or a label.")
        let choices = Field.sides(
            "choices", in: .body,
            "How conflicts are resolved, one for each, by commas: base, ours, theirs or both.")
        let text = Field.text("text", in: .body, "The whole text as somebody merged it.")
        return Endpoint(
            method: .post, pattern: "/v1/prompts/{id}/merges", name: "mergeRevisions",
            access: .may(.edit),
            summary: "Merges a revision into a branch by what both did since they parted.",
            fields: [
                PathFields.prompt.description, from.description, choices.description, text.description,
            ] + SaveFields.descriptions,
            replies: Self.savedReplies, problems: [.notFound, .mergeConflict, .forbidden, .noSpace],
            computes: true
        ) { input in
            let saved = try await studio.merge(
                input.required(from), into: input.value(SaveFields.branch) ?? .main,
                of: input.required(PathFields.prompt), in: input.workspace, by: input.actor,
                note: input.value(SaveFields.note), choices: input.value(choices) ?? [],
                text: input.value(text))
            return try response(to: saved)
        }
    }
}
