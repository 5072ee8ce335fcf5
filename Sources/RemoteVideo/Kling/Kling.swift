package import Domain

/// Kling's own API, its classic family (`/v1/videos/…`): text and image to video.
///
/// An answer has a code in its body, whatever its status; a task can be asked for by the name that we gave
/// it (`external_task_id`), so that a submission whose answer was lost can be found. It cannot be cancelled.
package struct Kling: RemoteService {
    package let pollPlan = PollPlan(
        first: .seconds(20), least: .seconds(10), most: .seconds(30), patience: .seconds(1800))
    private let pictures: any PictureSource

    static let errors = ErrorDialect(
        codePaths: ["code"], messagePaths: ["message"], successCodes: ["0"],
        meanings: [
            ("1000", .authentication), ("1001", .authentication), ("1002", .authentication),
            ("1003", .authentication), ("1004", .authentication), ("1101", .balance), ("1102", .balance),
            ("1100", .authentication), ("1103", .authentication), ("1301", .contentPolicy),
            ("1302", .throttled), ("1303", .throttled), ("1304", .authentication), ("12", .invalidRequest),
            ("5", .transient),
        ])

    /// - Parameter pictures: Where the pictures are kept that videos start from.
    package init(pictures: any PictureSource) { self.pictures = pictures }

    package func submit(_ order: RemoteOrder, over connection: ServiceConnection)
        async throws(ProviderError) -> RemoteHandle
    {
        let kind = order.request.pictures.start == nil ? "text2video" : "image2video"
        let answer = try await connection.send(.submit("/v1/videos/\(kind)", try await body(of: order)))
        return try handle(in: answer.json[path: "data"], kind: kind, connection)
    }

    /// Both kinds are looked through: what was asked for is not known any more.
    package func lookUp(_ name: SubmissionName, over connection: ServiceConnection)
        async throws(ProviderError) -> RemoteLookup
    {
        for kind in ["text2video", "image2video"] {
            guard let task = try await task(name.description, kind: kind, connection) else { continue }
            return .found(try handle(in: task, kind: kind, connection))
        }
        return .absent
    }

    package func state(of handle: RemoteHandle, over connection: ServiceConnection)
        async throws(ProviderError) -> RemoteState
    {
        let kind = handle.facts["kind"] ?? "text2video"
        guard let task = try await task(handle.job, kind: kind, connection) else { return .notFound }
        switch task[path: "task_status"]?.string {
        case "submitted": return .queued
        case "succeed", "succeeded":
            guard let url = task[path: "task_result.videos.0.url"]?.string else {
                return .failed(ProviderError(.lost, "Kling says that it succeeded, and shows no video"))
            }
            return .succeeded(RemoteResult(.url(url)))
        case "failed":
            let reason = task[path: "task_status_msg"]?.string ?? "no reason is given"
            let isPolicy = Self.policyWords.contains { reason.lowercased().contains($0) }
            return .failed(ProviderError(isPolicy ? .contentPolicy : .transient, "Kling: \(reason)"))
        default: return .running(progress: nil)
        }
    }

    package func check(over connection: ServiceConnection) async throws(ProviderError) -> String? {
        _ = try await connection.send(.get("/v1/videos/text2video?pageNum=1&pageSize=1"))
        return "Kling at \(connection.server) takes the key"
    }

    /// A task by Kling's name or ours; nil when there is none.
    private func task(_ name: String, kind: String, _ connection: ServiceConnection)
        async throws(ProviderError) -> JSONValue?
    {
        do throws(ProviderError) {
            let answer = try await connection.find(.get("/v1/videos/\(kind)/\(name.pathPart)"))
            guard let task = answer?.json[path: "data"], task[path: "task_id"] != nil else { return nil }
            return task
        } catch {
            // A name that it does not know is a wrong parameter to Kling (codes 1200 to 1203).
            guard error.code == .invalidRequest else { throw error }
            return nil
        }
    }

    private func handle(in task: JSONValue?, kind: String, _ connection: ServiceConnection)
        throws(ProviderError) -> RemoteHandle
    {
        guard let id = task?[path: "task_id"]?.word, !id.isEmpty else {
            throw ProviderError(.outcomeUnknown, "Kling took the job and gave it no name")
        }
        return RemoteHandle(
            job: id, server: connection.server, facts: ["kind": kind], acceptedAt: connection.clock.now())
    }

    private func body(of order: RemoteOrder) async throws(ProviderError) -> JSONValue {
        let (request, offer) = (order.request, order.offer)
        let start = try await picture(request.pictures.start)
        let end = try await picture(request.pictures.end)
        return .members([
            "model_name": .string(offer.id), "prompt": .string(request.text),
            "negative_prompt": request.negative.map(JSONValue.string),
            "mode": offer.resolution(for: request.format).map { .string($0.name) },
            // With a picture the shape is the picture's.
            "aspect_ratio": start == nil ? .string(request.format.aspect) : nil,
            "duration": .string("\(request.format.durationSeconds)"), "image": start, "image_tail": end,
            "external_task_id": .string(order.name.description),
            "callback_url": order.callback.map(JSONValue.string),
        ])
    }

    /// Base 64 as it is: Kling refuses the head of a data URI.
    private func picture(_ name: VideoPictures.Name?) async throws(ProviderError) -> JSONValue? {
        guard let name else { return nil }
        return .string(try await pictures.picture(name).base64)
    }

    /// A failed task gives its reason in words only.
    private static let policyWords = ["risk control", "sensitive", "policy", "violat", "moderation"]
}
