import Domain
import HTTPServer
import Studio
import Telemetry

extension API {
    var batchEndpoints: [Endpoint] { [batch] }

    private var batch: Endpoint {
        let idea = Field.lines(
            "idea", in: .body, "An idea; several by sending it several times.", count: BatchBody.maximumItems,
            maximum: Idea.maximumBytes)
        let ideas = Field.text(
            "ideas", in: .body, "Ideas as text or as a file of text, one a line.")
        var endpoint = Endpoint(
            method: .post, pattern: "/v1/prompts/batch", name: "writePrompts",
            access: .may(.edit),
            summary: "Writes the prompts for up to \(BatchBody.maximumItems) ideas, in their order. "
                + "An idea that cannot be written gets its problem, and the others go on.",
            fields: [idea.description, ideas.description] + IdeaWishes().descriptions,
            replies: [.init(200, "A prompt or a problem for each idea.", json: BatchView.schema)],
            problems: [.invalidField], computes: true
        ) { input in
            let body = try BatchBody(input.request)
            var view = BatchView()
            for (index, item) in body.items.enumerated() {
                view.add(await answer(to: item, at: index, of: input))
            }
            return try .json(view)
        }
        endpoint.bodies = BatchView.bodies
        endpoint.readsBody = true
        return endpoint
    }

    /// Writes one idea as a request of its own would.
    func answer(to item: [UInt8], at index: Int, of input: Input) async -> BatchView.Item {
        let idea = Field.text("idea", in: .body, "What the video should show.", isRequired: true)
        let wishes = IdeaWishes()
        let fields = [idea.description] + wishes.descriptions
        var request = input.request
        request.body = item
        request.headers.set("Content-Type", "application/json")
        do {
            let part = try Input(request, fields: fields, caller: input.caller)
            let written = try await studio.write(
                Idea(typed: part.required(idea), hints: wishes.hints(of: part)), in: input.workspace,
                by: input.caller.actor)
            return .init(
                index: index, status: written.cache.isFound ? 200 : 201,
                prompt: PromptView(written, language: input.language))
        } catch {
            let problem = Problem(error)
            if problem.kind.status >= 500 {
                log.error("an idea of a batch failed", ["error": String(reflecting: error)])
            }
            return .init(
                index: index, status: problem.kind.status,
                problem: problem.document(in: input.language, requestID: request.id))
        }
    }
}
