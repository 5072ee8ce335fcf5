import Domain
import HTTPServer
import Studio

extension API {
    var revisionEndpoints: [Endpoint] { [chain, saving, revision, comparing] }

    private var chain: Endpoint {
        Endpoint(
            method: .get, pattern: "/v1/prompts/{id}/revisions", name: "listRevisions",
            summary: "Every revision of a prompt with its diff, the first first.",
            fields: [PathFields.prompt.description],
            replies: [
                .init(
                    200, "The chain.",
                    json: [
                        "type": "object",
                        "properties": ["revisions": ["type": "array", "items": RevisionView.schema]],
                    ])
            ], problems: [.notFound]
        ) { input in
            let revisions = try await studio.revisions(of: input.required(PathFields.prompt), in: .standard)
            return try .json(["revisions": revisions.map { RevisionView($0) }])
        }
    }

    private var saving: Endpoint {
        let text = Field.text("text", in: .body, "The edited prompt, kept byte for byte.", isRequired: true)
        let note = Field.line("note", in: .body, "Why it was edited.", maximum: 500)
        let author = Field.line("author", in: .body, "Who edited it; `anonymous` without it.", maximum: 100)
        let base = Field.integer(
            "base", in: .body, "The revision that was edited; refused when it is no longer the newest.",
            1...Int.max)
        return Endpoint(
            method: .post, pattern: "/v1/prompts/{id}/revisions", name: "saveRevision",
            summary: "Saves an edited text as the next revision, with its diff.",
            fields: [
                PathFields.prompt.description, text.description, note.description, author.description,
                base.description,
            ],
            replies: [
                .init(201, "The revision.", json: RevisionView.schema),
                .init(
                    200, "The text is the newest one already; nothing was saved.", json: RevisionView.schema),
            ], problems: [.notFound, .conflict, .noSpace], computes: true
        ) { input in
            let saved = try await studio.save(
                input.required(text), to: input.required(PathFields.prompt), in: .standard,
                author: input.value(author) ?? "anonymous", note: input.value(note),
                basedOn: input.value(base))
            let view = RevisionView(saved.revision, isUnchanged: saved.isUnchanged)
            return try .json(
                view, status: saved.isUnchanged ? 200 : 201, headers: ["Location": view.links.itself])
        }
    }

    private var revision: Endpoint {
        let replay = Field.flag(
            "replay", in: .query, "Whether to rebuild the text from revision 1 by its diffs.")
        return Endpoint(
            method: .get, pattern: "/v1/prompts/{id}/revisions/{n}", name: "getRevision",
            summary: "One revision, as it was saved or rebuilt.",
            fields: [PathFields.prompt.description, PathFields.revision.description, replay.description],
            replies: [.init(200, "The revision.", json: RevisionView.schema)], problems: [.notFound],
            computes: true
        ) { input in
            let (id, number) = (
                try input.required(PathFields.prompt), try input.required(PathFields.revision)
            )
            let revision = try await studio.revision(number, of: id, in: .standard)
            guard try input.value(replay) ?? false else { return try .json(RevisionView(revision)) }
            let text = try await studio.replay(number, of: id, in: .standard)
            return try .json(RevisionView(revision, replayed: text))
        }
    }

    private var comparing: Endpoint {
        let old = Field.text("old", in: .body, "The text before.")
        let new = Field.text("new", in: .body, "The text after.")
        return Endpoint(
            method: .post, pattern: "/v1/diffs", name: "compareTexts",
            summary: "The diff between any two texts; nothing is kept.",
            fields: [old.description, new.description],
            replies: [.init(200, "The diff.", json: RevisionView.diffSchema)], computes: true
        ) { input in
            try .json(studio.compare(input.value(old) ?? "", with: input.value(new) ?? ""))
        }
    }
}
