import Domain
import Glibc
import HTTPServer
import Studio

extension API {
    var videoFileEndpoints: [Endpoint] { [content, thumbnail, contactSheet] }

    private var content: Endpoint {
        Endpoint(
            method: .get, pattern: "/v1/videos/{id}/content", name: "getVideoContent",
            summary: "The video itself; `Range` and `If-None-Match` are understood.",
            fields: [PathFields.video.description],
            replies: [
                .init(200, "The whole video; a service may have made it as `video/mp4`.", type: "video/webm"),
                .init(206, "A part of it.", type: "video/webm"),
                .init(304, "The client has it already."),
            ], problems: [.notFound, .notReady, .noVideo, .videoExpired, .rangeNotSatisfiable]
        ) { input in
            let (job, file) = try await finishedVideo(of: input)
            let kind = file.name.hasSuffix(".mp4") ? "mp4" : "webm"
            let whole = HTTPResponse(
                type: "video/\(kind)",
                headers: Self.fileHeaders(tag: file.digest, name: "reprise-\(job.id).\(kind)", of: file),
                body: .file(path: studio.path(of: file.name), bytes: file.bytes))
            return whole.unlessKnown(to: input.request)
        }
    }

    private var thumbnail: Endpoint {
        let format = Field<ThumbnailFormat>.choice(
            "format", in: .query, "jpeg, or webp for a small one; jpeg without it.")
        return Endpoint(
            method: .get, pattern: "/v1/videos/{id}/thumbnail", name: "getVideoThumbnail",
            summary: "A picture of the video.", fields: [PathFields.video.description, format.description],
            replies: [
                .init(200, "The picture.", type: "image/jpeg"), .init(304, "The client has it already."),
            ], problems: [.notFound, .notReady, .noVideo, .videoExpired]
        ) { input in
            let isSmall = try input.value(format) == .webp
            return try await picture(of: input, type: isSmall ? "image/webp" : "image/jpeg") { file in
                isSmall ? file.smallThumbnailName : file.thumbnailName
            }
        }
    }

    private var contactSheet: Endpoint {
        Endpoint(
            method: .get, pattern: "/v1/videos/{id}/contact-sheet", name: "getVideoContactSheet",
            summary: "Nine pictures from the whole length of the video, as one JPEG.",
            fields: [PathFields.video.description],
            replies: [
                .init(200, "The sheet.", type: "image/jpeg"), .init(304, "The client has it already."),
            ], problems: [.notFound, .notReady, .noVideo]
        ) { input in try await picture(of: input, type: "image/jpeg") { $0.contactSheetName } }
    }

    /// Answers with a still picture of the video.
    ///
    /// - Throws: ``Problem`` when its provider made none.
    private func picture(
        of input: Input, type: String, _ name: (VideoFile) -> String?
    ) async throws -> HTTPResponse {
        let (_, file) = try await finishedVideo(of: input)
        guard let name = name(file) else {
            throw Problem(.noVideo, "The video's provider made no such picture")
        }
        let path = studio.path(of: name)
        let whole = HTTPResponse(
            type: type,
            headers: Self.fileHeaders(tag: "\(file.digest)-\(name)", name: "reprise-\(name)", of: file),
            body: .file(path: path, bytes: try Self.size(ofFileAt: path)))
        return whole.unlessKnown(to: input.request)
    }

    /// - Throws: ``Problem`` when there is no file, with why.
    private func finishedVideo(of input: Input) async throws -> (job: VideoJob, file: VideoFile) {
        let job = try await studio.job(input.required(PathFields.video), in: .standard)
        if let file = job.result { return (job, file) }
        guard job.state.isFinal else {
            throw Problem(
                .notReady, "The job is \(job.state.rawValue), \(Int(job.progress * 100)) % done",
                retryAfter: .seconds(1))
        }
        if let expired = job.expiredAt {
            throw Problem(.videoExpired, "It was removed at \(expired) to make room; its record stays")
        }
        let reason = job.failure.map { ": \($0.message)" } ?? ""
        throw Problem(.noVideo, "The job is \(job.state.rawValue)\(reason)")
    }

    private static func fileHeaders(tag: String, name: String, of file: VideoFile) -> HTTPHeaders {
        var headers: HTTPHeaders = [
            "ETag": "\"\(tag)\"", "Cache-Control": "private, no-cache",
            "Content-Disposition": "inline; filename=\"\(name)\"",
        ]
        if file.isSubstitute { headers.set("X-Reprise-Substitute", "true") }
        return headers
    }

    /// The record of a video does not say how large its thumbnail is.
    private static func size(ofFileAt path: String) throws -> Int {
        var status = Glibc.stat()
        guard stat(path, &status) == 0 else {
            throw Problem(.fileUnavailable, "The picture is not where it was kept")
        }
        return Int(status.st_size)
    }
}

/// How a thumbnail is encoded.
enum ThumbnailFormat: String, Sendable, CaseIterable {
    case jpeg, webp
}

extension HTTPResponse {
    /// Answers 304 when the client says that it has what it asks for (RFC 9110, section 13.1.2).
    func unlessKnown(to request: HTTPRequest) -> HTTPResponse {
        guard let tag = headers["ETag"] else { return self }
        let known = request.headers.values("If-None-Match").flatMap { $0.split(separator: ",") }.map(
            \.trimmed)
        guard known.contains(where: { $0 == "*" || $0 == tag || $0 == "W/" + tag }) else { return self }
        var unchanged = HTTPResponse(status: 304, headers: headers)
        unchanged.headers["Content-Type"] = nil
        return unchanged
    }
}
