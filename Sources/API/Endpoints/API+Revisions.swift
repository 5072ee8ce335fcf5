import Diffing
import Domain
import HTTPServer
import Studio

extension API {
    var revisionEndpoints: [Endpoint] {
        [chain, saving, revision, restoring, replaying, comparing, comparingTexts]
    }

    private var chain: Endpoint {
        Endpoint(
            method: .get, pattern: "/v1/prompts/{id}/revisions", name: "listRevisions",
            access: .may(.read),
            summary: "Every revision of a prompt with its diff, the first first, all branches together.",
            fields: [PathFields.prompt.description],
            replies: [.init(200, "The revisions.", json: Schemas.list("revisions", of: RevisionView.schema))],
            problems: [.notFound]
        ) { input in
            let revisions = try await studio.revisions(
                of: input.required(PathFields.prompt), in: input.workspace)
            return try .json(["revisions": revisions.map { RevisionView($0) }])
        }
    }

    private var saving: Endpoint {
        let edit = EditFields()
        return Endpoint(
            method: .post, pattern: "/v1/prompts/{id}/revisions", name: "saveRevision",
            access: .may(.edit),
            summary: "Saves an edit as the next revision of a branch, with its diff.",
            fields: [PathFields.prompt.description] + edit.descriptions + SaveFields.descriptions
                + [SaveFields.base.description],
            replies: Self.savedReplies, problems: [.notFound, .staleBase, .forbidden, .noSpace],
            computes: true
        ) { input in
            let saved = try await studio.save(
                edit.edit(of: input), to: input.required(PathFields.prompt), in: input.workspace,
                by: input.actor, note: input.value(SaveFields.note),
                basedOn: input.base(SaveFields.base), on: input.value(SaveFields.branch) ?? .main)
            return try response(to: saved)
        }
    }

    private var revision: Endpoint {
        let replay = Field.flag(
            "replay", in: .query, "Whether to rebuild it from revision 1 by the diffs.")
        return Endpoint(
            method: .get, pattern: "/v1/prompts/{id}/revisions/{n}", name: "getRevision",
            access: .may(.read),
            summary: "One revision, as it was saved or rebuilt.",
            fields: [PathFields.prompt.description, PathFields.revision.description, replay.description],
            replies: [.init(200, "The revision.", json: RevisionView.schema)], problems: [.notFound],
            computes: true
        ) { input in
            let (id, number) = (
                try input.required(PathFields.prompt), try input.required(PathFields.revision)
            )
            let revision = try await studio.revision(number, of: id, in: input.workspace)
            guard try input.value(replay) ?? false else { return try .json(RevisionView(revision)) }
            let rebuilt = try await studio.rebuild(number, of: id, in: input.workspace)
            return try .json(RevisionView(revision, rebuilt: rebuilt))
        }
    }

    private var restoring: Endpoint {
        Endpoint(
            method: .post, pattern: "/v1/prompts/{id}/revisions/{n}/restore", name: "restoreRevision",
            access: .may(.edit),
            summary: "Brings an earlier state back as a new revision.",
            fields: [PathFields.prompt.description, PathFields.revision.description]
                + SaveFields.descriptions,
            replies: Self.savedReplies, problems: [.notFound, .forbidden, .noSpace], computes: true
        ) { input in
            let saved = try await studio.restore(
                input.required(PathFields.revision), of: input.required(PathFields.prompt),
                in: input.workspace,
                by: input.actor, note: input.value(SaveFields.note),
                on: input.value(SaveFields.branch) ?? .main)
            return try response(to: saved)
        }
    }

    private var replaying: Endpoint {
        let prompt = Field<Prompt.ID>.identifier(
            "prompt", in: .body, "The prompt whose edit is made here.", isRequired: true)
        let number = Field.integer("revision", in: .body, "Which revision made the edit.", 2...Int.max)
        let partial = Field.flag("partial", in: .body, "Whether to make what fits and leave the rest out.")
        return Endpoint(
            method: .post, pattern: "/v1/prompts/{id}/replays", name: "replayEdit",
            access: .may(.edit),
            summary: "Makes the edit of another prompt's revision on this one.",
            fields: [
                PathFields.prompt.description, prompt.description, number.description, partial.description,
            ] + SaveFields.descriptions,
            replies: Self.savedReplies, problems: [.notFound, .replayRefused, .forbidden, .noSpace],
            computes: true
        ) { input in
            let source = ReplaySource(
                prompt: try input.required(prompt), revision: try input.required(number))
            let saved = try await studio.replay(
                source, on: input.required(PathFields.prompt), in: input.workspace, by: input.actor,
                note: input.value(SaveFields.note), takingWhatFits: input.value(partial) ?? false,
                to: input.value(SaveFields.branch) ?? .main)
            return try response(to: saved)
        }
    }

    private var comparing: Endpoint {
        let from = Field.reference("from", in: .query, "A revision's number, a branch or a label.")
        let to = Field.reference("to", in: .query, "What it is compared with; `main` without it.")
        return Endpoint(
            method: .get, pattern: "/v1/prompts/{id}/compare", name: "compareRevisions",
            access: .may(.read),
            summary: "The difference of any two revisions of a prompt.",
            fields: [PathFields.prompt.description, from.description, to.description],
            replies: [.init(200, "The difference.", json: ComparisonView.schema)], problems: [.notFound],
            computes: true
        ) { input in
            let comparison = try await studio.compare(
                input.required(from), with: input.value(to) ?? .name(.main),
                of: input.required(PathFields.prompt), in: input.workspace)
            return try .json(ComparisonView(comparison, language: input.language))
        }
    }

    private var comparingTexts: Endpoint {
        let old = Field.text("old", in: .body, "The text before.")
        let new = Field.text("new", in: .body, "The text after.")
        let summary = Field.flag(
            "summary", in: .body, "Whether to say beside the diff what it did to the scene.")
        return Endpoint(
            method: .post, pattern: "/v1/diffs", name: "compareTexts",
            access: .may(.read),
            summary: "The diff between any two texts; nothing is kept.",
            fields: [old.description, new.description, summary.description],
            replies: [
                .init(
                    200, "The diff, or with `summary` the diff and what it did.",
                    json: ["anyOf": [RevisionView.diffSchema, SummarisedDiffView.schema]])
            ], computes: true
        ) { input in
            let old = try input.value(old) ?? ""
            let diff = try studio.compare(old, with: input.value(new) ?? "")
            guard try input.value(summary) ?? false else { return try .json(diff) }
            return try .json(
                SummarisedDiffView(diff, SlotSummary(diff, of: old), language: input.language))
        }
    }
}

extension API {
    static var savedReplies: [Endpoint.Reply] {
        [
            .init(201, "The revision.", json: RevisionView.schema),
            .init(200, "Everything is the newest already; nothing was saved.", json: RevisionView.schema),
        ]
    }

    /// What came of saving; the tag is what the next `If-Match` says.
    func response(to saved: SavedRevision) throws -> HTTPResponse {
        let view = RevisionView(saved)
        return try .json(
            view, status: saved.isUnchanged ? 200 : 201,
            headers: ["Location": view.links.itself, "ETag": "\"\(saved.revision.number)\""])
    }
}
