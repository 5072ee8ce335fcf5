package import Domain

/// Wan at Alibaba's Model Studio (DashScope): text, first and last picture to video.
///
/// The provider's own rewriting of prompts is off, so that the video shows what was written; what it made of
/// the prompt all the same is reported. A task and its video live for 24 hours.
package struct DashScope: RemoteService {
    package let pollPlan = PollPlan(
        first: .seconds(15), least: .seconds(10), most: .seconds(20), patience: .seconds(1200))
    private let pictures: any PictureSource
    private let rewrites: Bool

    static let errors = ErrorDialect(
        codePaths: ["code"], messagePaths: ["message"],
        meanings: [
            ("DataInspectionFailed", .contentPolicy), ("Arrearage", .balance), ("Throttling", .throttled),
            ("InvalidApiKey", .authentication), ("AccessDenied", .authentication),
            ("Model.AccessDenied", .authentication), ("ModelNotFound", .invalidRequest),
            ("InvalidParameter", .invalidRequest), ("InternalError", .transient),
        ])

    /// - Parameters:
    ///   - pictures: Where the pictures are kept that videos start from.
    ///   - rewrites: Whether the service may rewrite prompts (`prompt_extend`).
    package init(pictures: any PictureSource, rewrites: Bool = false) {
        (self.pictures, self.rewrites) = (pictures, rewrites)
    }

    package func submit(_ order: RemoteOrder, over connection: ServiceConnection)
        async throws(ProviderError) -> RemoteHandle
    {
        let hasEnd = order.request.pictures.end != nil
        let isOldKeyframes = hasEnd && !DashScopeShape(order.offer.id).takesMedia
        let kind = isOldKeyframes ? "image2video" : "video-generation"
        var call = ServiceCall.submit(
            "/api/v1/services/aigc/\(kind)/video-synthesis", try await body(of: order))
        call.headers["X-DashScope-Async"] = "enable"
        let answer = try await connection.send(call)
        guard let id = answer.json[path: "output.task_id"]?.word, !id.isEmpty else {
            throw ProviderError(.outcomeUnknown, "DashScope took the job and gave it no name")
        }
        return RemoteHandle(job: id, server: connection.server, acceptedAt: connection.clock.now())
    }

    package func state(of handle: RemoteHandle, over connection: ServiceConnection)
        async throws(ProviderError) -> RemoteState
    {
        guard let answer = try await connection.find(.get("/api/v1/tasks/\(handle.job.pathPart)")),
            let output = answer.json[path: "output"]
        else { return .notFound }
        switch output[path: "task_status"]?.string {
        case "PENDING", "SUSPENDED": return .queued
        case "UNKNOWN": return .notFound
        case "CANCELED": return .failed(ProviderError(.cancelled, "The job was cancelled at DashScope"))
        case "FAILED":
            let error = Self.errors.error(
                code: output[path: "code"]?.word, message: output[path: "message"]?.string,
                standard: .transient)
            return .failed(ProviderError(error.code, "DashScope: \(error.message)"))
        case "SUCCEEDED":
            let places = ["video_url", "results.video_url", "results.0.url"]
            guard let url = places.lazy.compactMap({ output[path: $0]?.string }).first else {
                return .failed(ProviderError(.lost, "DashScope says that it succeeded, and shows no video"))
            }
            return .succeeded(RemoteResult(.url(url), actualPrompt: output[path: "actual_prompt"]?.string))
        default: return .running(progress: nil)
        }
    }

    /// Only what has not begun can be cancelled; anything else is paid for and goes on.
    package func cancel(_ handle: RemoteHandle, over connection: ServiceConnection)
        async throws(ProviderError)
    {
        _ = try await connection.send(.change(.post, "/api/v1/tasks/\(handle.job.pathPart)/cancel"))
    }

    package func check(over connection: ServiceConnection) async throws(ProviderError) -> String? {
        _ = try await connection.send(.get("/api/v1/tasks?page_no=1&page_size=1"))
        return "DashScope at \(connection.server) takes the key"
    }

    private func body(of order: RemoteOrder) async throws(ProviderError) -> JSONValue {
        let shape = DashScopeShape(order.offer.id)
        let start = try await picture(order.request.pictures.start)
        let end = try await picture(order.request.pictures.end)
        return [
            "model": .string(shape.model(hasStart: start != nil, hasEnd: end != nil)),
            "input": shape.input(order.request, start: start, end: end),
            "parameters": shape.parameters(order, hasPicture: start != nil, rewrites: rewrites),
        ]
    }

    private func picture(_ name: VideoPictures.Name?) async throws(ProviderError) -> String? {
        guard let name else { return nil }
        return try await pictures.picture(name).dataURL
    }
}
