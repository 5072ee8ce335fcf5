import Domain
import HTTPServer
import Prompting
import Studio

extension API {
    /// The pages that people walk through; the API's own endpoints do what their forms ask.
    var roomEndpoints: [Endpoint] {
        [historyRoom, promptRoom, reviewInbox, reviewRoom, insightsRoom, settingsRoom, choosingLanguage]
    }

    private var historyRoom: Endpoint {
        let search = PromptSearchFields()
        let limit = Field.integer("limit", in: .query, "At most how many; 20 without it.", 1...100)
        return Self.room(
            "/history", name: "getHistoryRoom", "Everything ever made, as a page that is searched.",
            fields: search.descriptions + [Cursor.field.description, limit.description]
        ) { input in
            let wanted = try search.search(of: input) ?? PromptSearch()
            let page = try await studio.find(
                wanted, in: input.workspace, after: try input.findPosition,
                limit: input.value(limit) ?? 20)
            var cards: [HistoryRoom.Card] = []
            for found in page.prompts {
                let jobs = try await studio.jobs(
                    in: input.workspace, of: found.prompt.id, before: nil, limit: 10)
                cards.append(HistoryRoom.Card(found: found, jobs: jobs))
            }
            return HistoryRoom(
                cards: cards, next: page.next, models: studio.models.map(\.name), input: input
            ).page.response
        }
    }

    private var promptRoom: Endpoint {
        let from = Field.reference("from", in: .query, "The older side of a comparison.")
        let to = Field.reference("to", in: .query, "The newer side of a comparison.")
        let layout = Field<DifferenceView.Layout>.choice("layout", in: .query, "How it is laid out.")
        let left = Field<VideoJob.ID>.identifier("left", in: .query, "A video to compare.")
        let right = Field<VideoJob.ID>.identifier("right", in: .query, "What it is compared with.")
        return Self.room(
            "/history/{id}", name: "getPromptRoom", "A prompt with its revisions, comparisons and videos.",
            fields: [
                PathFields.prompt.description, from.description, to.description, layout.description,
                left.description, right.description,
            ], problems: [.notFound]
        ) { input in
            let (id, workspace) = (try input.required(PathFields.prompt), input.workspace)
            var room = PromptRoom(
                prompt: try await studio.prompt(id, in: workspace),
                revisions: try await studio.revisions(of: id, in: workspace),
                labels: try await studio.labels(of: id, in: workspace),
                jobs: try await studio.jobs(in: workspace, of: id, before: nil, limit: 50), input: input)
            room.layout = try input.value(layout) ?? .unified
            if let from = try input.value(from) {
                room.comparison = try await studio.compare(
                    from, with: input.value(to) ?? .name(.main), of: id, in: workspace)
            }
            if let left = try input.value(left), let right = try input.value(right) {
                room.videos = try await pair(left, right, of: id, in: workspace)
            }
            return try room.page.response
        }
    }

    /// Two videos with the difference of the texts they were made of.
    private func pair(
        _ left: VideoJob.ID, _ right: VideoJob.ID, of id: Prompt.ID, in workspace: Workspace
    ) async throws -> PromptRoom.VideoPair {
        let (left, right) = (
            try await studio.job(left, in: workspace), try await studio.job(right, in: workspace)
        )
        let comparison = try await studio.compare(
            .number(left.revision), with: .number(right.revision), of: id, in: workspace)
        return PromptRoom.VideoPair(left: left, right: right, comparison: comparison)
    }

    private var reviewInbox: Endpoint {
        Self.room("/review", name: "getReviewInbox", "What waits for a review, and what was reviewed.") {
            input in
            let reviews = try await studio.reviews(
                in: input.workspace, of: nil, before: nil, limit: 100)
            return ReviewInbox(reviews: reviews, input: input).page.response
        }
    }

    private var reviewRoom: Endpoint {
        let layout = Field<DifferenceView.Layout>.choice("layout", in: .query, "How it is laid out.")
        return Self.room(
            "/review/{id}", name: "getReviewRoom", "A review: the difference, the talk and the verdicts.",
            fields: [PathFields.review.description, layout.description], problems: [.notFound]
        ) { input in
            let workspace = input.workspace
            let review = try await studio.review(input.required(PathFields.review), in: workspace)
            let graph = try await studio.revisions(of: review.prompt, in: workspace)
            let base = graph.first { $0.number == review.first }?.parent ?? review.first
            let comparison = try await studio.compare(
                .number(base), with: .number(review.last), of: review.prompt, in: workspace)
            let anchors = try await studio.anchors(of: review, in: .number(review.last))
            return try ReviewRoom(
                review: review, comparison: comparison, anchors: anchors,
                layout: input.value(layout) ?? .unified, input: input
            ).page.response
        }
    }

    private var insightsRoom: Endpoint {
        Self.room(
            "/insights", name: "getInsightsRoom", "What recurs, what came of it, and how fast it went."
        ) { input in
            let workspace = input.workspace
            let figures = TeamFigures(
                prompts: try await studio.prompts(in: workspace, before: nil, limit: TeamFigures.window),
                jobs: try await studio.jobs(
                    in: workspace, of: nil, before: nil, limit: TeamFigures.window),
                rules: studio.preferences(of: nil, in: workspace), cache: await studio.cacheReport())
            return InsightsRoom(figures: figures, input: input).page.response
        }
    }

    private var settingsRoom: Endpoint {
        Self.room("/settings", name: "getSettingsRoom", "How the parts are doing, and what was learnt.") {
            input in
            let workspace = input.workspace
            return SettingsRoom(
                parts: await studio.readiness(),
                rules: studio.preferences(of: try input.actor.name, in: workspace),
                labelRules: try await studio.labelRules(in: workspace), input: input
            ).page.response
        }
    }

    private var choosingLanguage: Endpoint {
        let language = Field<AnswerLanguage>.choice("language", in: .path, "The language of the pages.")
        let next = Field.line("next", in: .query, "Where to go on: a path of this service.", maximum: 2000)
        return Endpoint(
            method: .get, pattern: "/language/{language}", name: "chooseLanguage", access: .visitors,
            summary: "Keeps the language of the pages in a cookie, and goes on.",
            fields: [language.description, next.description],
            replies: [.init(303, "It is kept.")], isNegotiated: false
        ) { input in
            let chosen = try input.required(language)
            return HTTPResponse(
                status: 303,
                headers: [
                    "Location": OwnPath(try input.value(next) ?? "/")?.text ?? "/",
                    "Cache-Control": "no-store",
                    "Set-Cookie": "\(AnswerLanguage.cookie)=\(chosen.rawValue); Path=/; Max-Age=31536000; "
                        + "SameSite=Lax",
                ])
        }
    }

    /// An endpoint that answers with a page and changes nothing.
    private static func room(
        _ pattern: String, name: String, _ summary: String, fields: [FieldDescription] = [],
        problems: [ProblemKind] = [], answer: @escaping @Sendable (Input) async throws -> HTTPResponse
    ) -> Endpoint {
        Endpoint(
            method: .get, pattern: pattern, name: name, access: .may(.read), summary: summary, fields: fields,
            replies: [.init(200, "The page.", type: "text/html")], problems: problems, isNegotiated: false,
            computes: true
        ) { input in
            // Pages are Korean until somebody chooses, whatever their browser speaks.
            var input = input
            input.language = AnswerLanguage(chosenIn: input.request) ?? .korean
            return try await answer(input)
        }
    }
}
