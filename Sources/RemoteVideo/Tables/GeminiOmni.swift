package import Domain
import FoundationEssentials

/// Gemini Omni over the Interactions API, which answers only when the video is done.
///
/// The submission is the whole work: when its answer is lost, nobody can find out what came of it. The link
/// is in that answer alone, so it becomes a part of the handle.
package struct GeminiOmni: RemoteService {
    package let pollPlan = PollPlan(least: .seconds(5), most: .seconds(10), patience: .seconds(1200))
    private let pictures: any PictureSource

    static let errors = ErrorDialect(
        codePaths: ["error.status", "error.code"], messagePaths: ["error.message"],
        meanings: [
            ("RESOURCE_EXHAUSTED", .throttled), ("PERMISSION_DENIED", .authentication),
            ("UNAUTHENTICATED", .authentication), ("NOT_FOUND", .invalidRequest),
            ("INVALID_ARGUMENT", .invalidRequest), ("FAILED_PRECONDITION", .balance),
            ("UNAVAILABLE", .transient), ("INTERNAL", .transient),
        ])

    package init(pictures: any PictureSource) { self.pictures = pictures }

    package func submit(_ order: RemoteOrder, over connection: ServiceConnection)
        async throws(ProviderError) -> RemoteHandle
    {
        var call = ServiceCall.submit("/v1beta/interactions", try await body(of: order))
        call.patience = .seconds(900)
        let answer = try await connection.send(call)
        let contents = (answer.json[path: "steps"]?.items ?? []).flatMap { $0[path: "content"]?.items ?? [] }
        guard let video = contents.first(where: { $0[path: "type"]?.string == "video" }),
            let uri = video[path: "uri"]?.string, let file = Self.file(in: uri)
        else {
            throw ProviderError(
                .contentPolicy, "\(connection.title) ended without a video; it may have been filtered")
        }
        return RemoteHandle(
            job: answer.json[path: "id"]?.string ?? file, server: connection.server, facts: ["file": file],
            acceptedAt: connection.clock.now())
    }

    package func state(of handle: RemoteHandle, over connection: ServiceConnection)
        async throws(ProviderError) -> RemoteState
    {
        let path = "/v1beta/files/\((handle.facts["file"] ?? "").pathPart)"
        guard let answer = try await connection.find(.get(path)) else { return .notFound }
        switch answer.json[path: "state"]?.string {
        case "ACTIVE": return .succeeded(RemoteResult(.url(path + ":download?alt=media")))
        case "FAILED":
            return .failed(ProviderError(.transient, "\(connection.title) could not keep the video"))
        default: return .running(progress: nil)
        }
    }

    package func check(over connection: ServiceConnection) async throws(ProviderError) -> String? {
        _ = try await connection.send(.get("/v1beta/models?pageSize=1"))
        return "\(connection.title) takes the key"
    }

    private func body(of order: RemoteOrder) async throws(ProviderError) -> JSONValue {
        let request = order.request
        var input: [JSONValue] = [["type": "text", "text": .string(request.text)]]
        for name in [request.pictures.start, request.pictures.end] {
            guard let name else { continue }
            let picture = try await pictures.picture(name)
            input.append([
                "type": "image", "data": .string(picture.base64), "mime_type": .string(picture.type),
            ])
        }
        let resolution = order.offer.resolution(for: request.format)?.name
        return [
            "model": .string(order.offer.id), "input": .array(input),
            "generation_config": [
                "video_config": ["task": input.count > 1 ? "image_to_video" : "text_to_video"]
            ],
            "response_format": .members([
                "type": "video", "aspect_ratio": .string(request.format.aspect),
                "resolution": resolution.map(JSONValue.string), "delivery": "uri",
            ]),
        ]
    }

    /// The name of a file in its URI, such as `https://…/v1beta/files/abc:download`.
    private static func file(in uri: String) -> String? {
        guard let rest = uri.split(separator: "/files/", maxSplits: 1).last, uri.contains("/files/") else {
            return nil
        }
        let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
        return name.isEmpty ? nil : String(name)
    }
}
