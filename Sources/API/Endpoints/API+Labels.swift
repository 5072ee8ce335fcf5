import Domain
import HTTPServer
import Studio

extension API {
    var labelEndpoints: [Endpoint] { [labelList, label, moving, ruleList, ruling] }

    private var labelList: Endpoint {
        Endpoint(
            method: .get, pattern: "/v1/prompts/{id}/labels", name: "listLabels",
            access: .may(.read),
            summary: "The labels of a prompt, by name.", fields: [PathFields.prompt.description],
            replies: [.init(200, "The labels.", json: Schemas.list("labels", of: LabelView.schema))],
            problems: [.notFound]
        ) { input in
            let labels = try await studio.labels(of: input.required(PathFields.prompt), in: input.workspace)
            return try .json(["labels": labels.map { LabelView($0) }])
        }
    }

    private var label: Endpoint {
        Endpoint(
            method: .get, pattern: "/v1/prompts/{id}/labels/{label}", name: "getLabel",
            access: .may(.read),
            summary: "A label with the revision that it points to now.",
            fields: [PathFields.prompt.description, PathFields.label.description],
            replies: [.init(200, "The label.", json: LabelView.schema)], problems: [.notFound]
        ) { input in
            let found = try await studio.label(
                input.required(PathFields.label), of: input.required(PathFields.prompt), in: input.workspace)
            return try .json(
                LabelView(found.label, at: found.revision),
                headers: ["ETag": "\"\(found.label.revision)\""])
        }
    }

    private var moving: Endpoint {
        let revision = Field.reference(
            "revision", in: .body, "Where to: a revision's number, a branch or another label.")
        let seen = Field.integer(
            "seen", in: .body, "The revision that it points to now, for forms: they cannot send `If-Match`.",
            1...Int.max)
        return Endpoint(
            method: .post, pattern: "/v1/prompts/{id}/labels/{label}", name: "moveLabel",
            access: .may(.moveLabels),
            summary: "Points a label to a revision, as far as the workspace's rule for it allows. Moving a "
                + "protected one takes its `ETag` as `If-Match`, or `seen`.",
            fields: [
                PathFields.prompt.description, PathFields.label.description, revision.description,
                seen.description, ActorFields.author.description,
            ],
            replies: [.init(200, "The label.", json: LabelView.schema)],
            problems: [
                .notFound, .forbidden, .notApproved, .preconditionFailed, .preconditionRequired, .noSpace,
            ]
        ) { input in
            try await checkMove(of: input, seen: input.value(seen))
            let label = try await studio.move(
                input.required(PathFields.label), to: input.required(revision),
                of: input.required(PathFields.prompt), in: input.workspace, by: input.actor)
            return try .json(LabelView(label), headers: ["ETag": "\"\(label.revision)\""])
        }
    }

    /// Lets nobody move a protected label who has not seen where it points to.
    private func checkMove(of input: Input, seen: Int?) async throws {
        let (prompt, name) = (try input.required(PathFields.prompt), try input.required(PathFields.label))
        let present = try await studio.labels(of: prompt, in: input.workspace).first { $0.name == name }
        let rules = try await studio.labelRules(in: input.workspace)
        let state = present.map { "\($0.revision)" }
        if let seen {
            guard present?.revision == seen else {
                throw Problem(
                    .preconditionFailed, "The label does not point to revision \(seen)", field: "seen",
                    expected: state ?? "nothing, since the label is new")
            }
            return
        }
        let isProtected = rules.contains { $0.label == name && $0.isProtected }
        try input.checkPrecondition(state: state, isRequired: isProtected)
    }

    private var ruleList: Endpoint {
        Endpoint(
            method: .get, pattern: "/v1/label-rules", name: "listLabelRules",
            access: .may(.read),
            summary: "What the workspace asks of its labels, by name.",
            replies: [.init(200, "The rules.", json: Schemas.list("rules", of: Schemas.labelRule))]
        ) { input in try await .json(["rules": studio.labelRules(in: input.workspace)]) }
    }

    private var ruling: Endpoint {
        let isProtected = Field.flag(
            "protected", in: .body, "Whether moving it takes the right to move protected labels.")
        let approvals = Field.integer(
            "approvals", in: .body, "How many reviewers must have approved the revision.", 0...10)
        return Endpoint(
            method: .post, pattern: "/v1/label-rules/{label}", name: "setLabelRule",
            access: .may(.manageRules),
            summary: "Sets what the workspace asks of a label.",
            fields: [
                PathFields.label.description, isProtected.description, approvals.description,
                ActorFields.author.description,
            ],
            replies: [.init(200, "The rule.", json: Schemas.labelRule)],
            problems: [.forbidden, .noSpace]
        ) { input in
            let rule = LabelRule(
                label: try input.required(PathFields.label),
                isProtected: try input.value(isProtected) ?? false,
                requiredApprovals: try input.value(approvals) ?? 0)
            try await studio.set(rule, in: input.workspace, by: input.actor)
            return try .json(rule)
        }
    }
}
