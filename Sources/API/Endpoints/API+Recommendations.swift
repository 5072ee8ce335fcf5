import Domain
import HTTPServer
import Studio

extension API {
    var recommendationEndpoints: [Endpoint] { [recommending, feedback, preferences, deciding, applying] }

    private var recommending: Endpoint {
        let idea = Field.text("idea", in: .query, "What the video should show; this or `draft`.")
        let draft = Field<Prompt.ID>.identifier(
            "draft", in: .query, "A prompt instead: past prompts for its idea, and edits that fit its text.")
        let limit = Field.integer("limit", in: .query, "At most how many; 3 without it.", 1...20)
        let filters = RecommendationFilters()
        return Endpoint(
            method: .get, pattern: "/v1/recommendations", name: "recommend",
            access: .may(.read),
            summary: "Past prompts that may help with an idea, the best first, with their reasons.",
            fields: [idea.description, draft.description, limit.description] + filters.descriptions,
            replies: [.init(200, "What is offered, or why nothing is.", json: RecommendationsView.schema)],
            problems: [.notFound, .unsupportedLanguage, .unavailable], computes: true
        ) { input in
            let prompt: Prompt? =
                if let id = try input.value(draft) { try await studio.prompt(id, in: input.workspace) } else {
                    nil
                }
            let wanted = try prompt?.head.configuration.idea ?? Idea(typed: input.required(idea))
            let answer = try await studio.recommendations(
                for: wanted, in: input.workspace, limit: input.value(limit) ?? 3,
                facets: filters.facets(of: input), excluding: prompt.map { [$0.id] } ?? [])
            let edits = try prompt.map {
                studio.suggestions(
                    for: $0.draft, text: $0.head.text, in: input.workspace, by: try input.actor.name)
            }
            return try .json(RecommendationsView(answer, edits: edits, language: input.language))
        }
    }

    private var feedback: Endpoint {
        let verdict = Field<RecommendationFeedback.Verdict>.choice(
            "verdict", in: .body, "What came of the prompt that was offered.", isRequired: true)
        let idea = Field.text("idea", in: .body, "The idea it was offered for.", isRequired: true)
        return Endpoint(
            method: .post, pattern: "/v1/recommendations/{id}/feedback", name: "giveFeedback",
            access: .may(.edit),
            summary: "Says what came of an offered prompt; the next answer follows.",
            fields: [
                PathFields.prompt.description, verdict.description, idea.description,
                ActorFields.author.description,
            ],
            replies: [.init(201, "The feedback as it was kept.", json: FeedbackView.schema)],
            problems: [.notFound, .forbidden, .noSpace]
        ) { input in
            let feedback = try await studio.give(
                input.required(verdict), on: input.required(PathFields.prompt),
                for: Idea(typed: input.required(idea)), in: input.workspace, by: input.actor)
            return try .json(FeedbackView(feedback), status: 201)
        }
    }

    private var preferences: Endpoint {
        let person = Field.line(
            "person", in: .query, "Whose rules; the workspace's alone without it.", maximum: 100)
        return Endpoint(
            method: .get, pattern: "/v1/preferences", name: "listPreferences",
            access: .may(.read),
            summary: "Rules inferred from edits: a person's own first, then the workspace's.",
            fields: [person.description],
            replies: [.init(200, "The rules.", json: Schemas.list("preferences", of: RuleView.schema))]
        ) { input in
            let rules = try studio.preferences(of: input.value(person), in: input.workspace)
            return try .json(["preferences": rules.map { RuleView($0, language: input.language) }])
        }
    }

    private var deciding: Endpoint {
        let isOn = Field.flag("on", in: .body, "Whether the rule is followed; true without it.")
        let words = Field.line("to", in: .body, "Other words than the inferred ones.", maximum: 200)
        return Endpoint(
            method: .post, pattern: "/v1/preferences/{rule}", name: "decidePreference",
            access: .may(.edit),
            summary: "Switches a rule on or off, or words it anew.",
            fields: [
                PathFields.rule.description, isOn.description, words.description,
                ActorFields.author.description,
            ],
            replies: [.init(200, "The rule as it holds now.", json: RuleView.schema)],
            problems: [.notFound, .forbidden, .noSpace]
        ) { input in
            let rule = try await studio.decide(
                rule: input.required(PathFields.rule), isOn: input.value(isOn) ?? true,
                to: input.value(words), in: input.workspace, by: input.actor)
            return try .json(RuleView(rule, language: input.language))
        }
    }

    private var applying: Endpoint {
        Endpoint(
            method: .post, pattern: "/v1/prompts/{id}/suggestions/{rule}", name: "applySuggestion",
            access: .may(.edit),
            summary: "Makes a suggested edit as a new revision; restoring the one before undoes it.",
            fields: [
                PathFields.prompt.description, PathFields.rule.description, ActorFields.author.description,
            ],
            replies: Self.savedReplies, problems: [.notFound, .staleBase, .forbidden, .noSpace],
            computes: true
        ) { input in
            let saved = try await studio.apply(
                rule: input.required(PathFields.rule), to: input.required(PathFields.prompt),
                in: input.workspace,
                by: input.actor)
            return try response(to: saved)
        }
    }
}
