import Domain
import HTTPServer
import Studio

extension API {
    var recommendationEndpoints: [Endpoint] { [recommending] }

    private var recommending: Endpoint {
        let idea = Field.text("idea", in: .query, "What the video should show.", isRequired: true)
        let limit = Field.integer("limit", in: .query, "At most how many; 3 without it.", 1...20)
        return Endpoint(
            method: .get, pattern: "/v1/recommendations", name: "recommend",
            summary: "Past prompts that may help with an idea, the best first, with their reasons.",
            fields: [idea.description, limit.description],
            replies: [.init(200, "What is offered, or why nothing is.", json: RecommendationsView.schema)],
            problems: [.unsupportedLanguage, .unavailable], computes: true
        ) { input in
            let answer = try await studio.recommendations(
                for: Idea(typed: input.required(idea)), in: .standard, limit: input.value(limit) ?? 3)
            return try .json(RecommendationsView(answer, language: input.language))
        }
    }
}
