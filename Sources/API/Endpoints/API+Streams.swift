import Domain
import HTTPServer
import Studio

extension API {
    var streamEndpoints: [Endpoint] { [streaming, exporting] }

    /// Ideas in, prompts out, as many as there are: the next line is read when the last answer was taken.
    private var streaming: Endpoint {
        var endpoint = Endpoint(
            method: .post, pattern: "/v1/prompts/stream", name: "streamPrompts",
            access: .may(.edit),
            summary:
                "Writes prompts for ideas that come as JSON Lines, without end. Each line is answered by a "
                + "line, as an item of `POST /v1/prompts/batch`; who reads slowly is read slowly.",
            replies: [
                .init(200, "A line for each idea.", type: Representation.lines.rawValue, schema: Schemas.text)
            ],
            problems: [.unsupportedMediaType], bodies: [Representation.lines.rawValue: Schemas.text]
        ) { input in
            let type = input.request.headers["Content-Type"]?.split(separator: ";").first.map(\.trimmed)
            guard let body = input.request.bodyStream, BatchBody.isLines(type) else {
                throw Problem(
                    .unsupportedMediaType, "The body comes as JSON Lines", field: "Content-Type",
                    expected: Representation.lines.rawValue)
            }
            return stream(of: BodyLines(body), for: input)
        }
        endpoint.readsBody = true
        endpoint.streamsBody = true
        return endpoint
    }

    private func stream(of lines: BodyLines, for input: Input) -> HTTPResponse {
        let numbers = LineNumbers()
        let answers = HTTPByteStream {
            guard let line = try await lines.next() else { return nil }
            let item = BatchBody.object(ofLine: line)
            return try await withTaskExecutorPreference(globalConcurrentExecutor) {
                let answer = await answer(to: item, at: await numbers.next(), of: input)
                return try JSONText.bytes(of: answer) + [0x0A]
            }
        }
        return HTTPResponse(
            type: Representation.lines.rawValue, headers: ["Cache-Control": "no-store"],
            body: .stream(answers))
    }

    private var exporting: Endpoint {
        Endpoint(
            method: .get, pattern: "/v1/prompts/stream", name: "exportPrompts",
            access: .may(.read),
            summary: "Every prompt as JSON Lines, the newest first, as fast as they are read.",
            replies: [
                .init(
                    200, "A line for each prompt.", type: Representation.lines.rawValue, schema: Schemas.text)
            ]
        ) { input in
            let pages = PromptPages(studio: studio, workspace: input.workspace)
            let bytes = HTTPByteStream {
                guard let prompts = try await pages.next() else { return nil }
                return try await withTaskExecutorPreference(globalConcurrentExecutor) {
                    try prompts.reduce(into: []) { bytes, prompt in
                        bytes += try JSONText.bytes(of: PromptSummary(prompt)) + [0x0A]
                    }
                }
            }
            return HTTPResponse(
                type: Representation.lines.rawValue, headers: ["Cache-Control": "no-store"],
                body: .stream(bytes))
        }
    }
}

/// Counts lines from 0.
private actor LineNumbers {
    private var last = -1

    func next() -> Int {
        last += 1
        return last
    }
}

/// All prompts, page by page.
private actor PromptPages {
    private static let size = 100

    private let studio: Studio
    private let workspace: Workspace
    private var before: Prompt.ID?
    private var isOver = false

    init(studio: Studio, workspace: Workspace) {
        self.studio = studio
        self.workspace = workspace
    }

    func next() async throws -> [Prompt]? {
        guard !isOver else { return nil }
        let prompts = try await studio.prompts(in: workspace, before: before, limit: Self.size)
        isOver = prompts.count < Self.size
        before = prompts.last?.id
        return prompts.isEmpty ? nil : prompts
    }
}
