import Domain
import HTTPServer
import Studio

extension API {
    var videoEndpoints: [Endpoint] {
        [rendering, videoList, video, videoEvents, cancelling, retrying] + videoFileEndpoints
    }

    private var rendering: Endpoint {
        let order = VideoOrder()
        return Endpoint(
            method: .post, pattern: "/v1/videos", name: "renderVideo",
            summary: "Asks for the video of a prompt's revision; the same `Idempotency-Key` again gets the "
                + "same job.", fields: order.descriptions,
            replies: [
                .init(200, "With `dry-run`: what would be done.", json: VideoPlanView.schema),
                .init(202, "The job; ask again, or follow its events.", json: VideoView.schema),
            ],
            problems: [.notFound, .noSpace, .keyReused, .tooManyVideos, .budgetExceeded]
        ) { input in
            if let plan = try await order.plan(of: input, at: studio) {
                return try .json(VideoPlanView(plan))
            }
            let view = VideoView(try await order.placed(by: input, at: studio))
            return try .json(view, status: 202, headers: ["Location": view.links.itself, "Retry-After": "1"])
        }
    }

    private var videoList: Endpoint {
        let prompt = Field<Prompt.ID>.identifier("prompt", in: .query, "Only videos of this prompt.")
        let before = Field<VideoJob.ID>.identifier("before", in: .query, "Only videos older than this one.")
        let limit = Field.integer("limit", in: .query, "At most how many; 20 without it.", 1...100)
        return Endpoint(
            method: .get, pattern: "/v1/videos", name: "listVideos", summary: "Video jobs, the newest first.",
            fields: [prompt.description, before.description, limit.description],
            replies: [.init(200, "A page.", json: Page<VideoView>.schema("videos", of: VideoView.schema))]
        ) { input in
            let (prompt, limit) = (try input.value(prompt), try input.value(limit) ?? 20)
            let jobs = try await studio.jobs(
                in: .standard, of: prompt, before: try input.value(before), limit: limit + 1)
            let path = "/v1/videos" + (prompt.map { "?prompt=\($0)" } ?? "")
            return try Page(jobs, limit: limit, list: "videos", path: path, item: VideoView.init).response
        }
    }

    private var video: Endpoint {
        Endpoint(
            method: .get, pattern: "/v1/videos/{id}", name: "getVideo", summary: "A video job as it is now.",
            fields: [PathFields.video.description],
            replies: [.init(200, "The job.", json: VideoView.schema)], problems: [.notFound]
        ) { input in
            let job = try await studio.job(input.required(PathFields.video), in: .standard)
            let view = VideoView(job, remaining: await studio.remaining(of: job))
            return try .json(view, headers: job.state.isFinal ? [:] : ["Retry-After": "1"])
        }
    }

    private var videoEvents: Endpoint {
        Endpoint(
            method: .get, pattern: "/v1/videos/{id}/events", name: "followVideo",
            summary:
                "Events named `progress` with the job as JSON, the present state first, until it is final; "
                + "with `Last-Event-ID` those after that event come first.",
            fields: [PathFields.video.description],
            replies: [
                .init(200, "The events.", type: "text/event-stream"),
                .init(204, "The client has had the last event already."),
            ], problems: [.notFound]
        ) { input in
            let id = try input.required(PathFields.video)
            let job = try await studio.job(id, in: .standard)
            // A browser connects again when a stream ends; 204 tells it not to (WHATWG HTML, 9.2.2).
            if let last = input.lastEvent, job.state.isFinal, last >= job.eventNumber {
                return HTTPResponse(status: 204)
            }
            let changes = try await studio.events(of: id, in: .standard, after: input.lastEvent)
            return .events(JobEvents.stream(of: changes))
        }
    }

    private var retrying: Endpoint {
        Endpoint(
            method: .post, pattern: "/v1/videos/{id}/retry", name: "retryVideo",
            summary: "Tries again to make a video that a job ended without; a substitute stays until then. "
                + "A job that is under way or has its video stays as it is.",
            fields: [PathFields.video.description],
            replies: [.init(202, "The job as it is now.", json: VideoView.schema)], problems: [.notFound]
        ) { input in
            let view = VideoView(try await studio.retry(input.required(PathFields.video), in: .standard))
            return try .json(view, status: 202, headers: ["Location": view.links.itself])
        }
    }

    private var cancelling: Endpoint {
        Endpoint(
            method: .post, pattern: "/v1/videos/{id}/cancel", name: "cancelVideo",
            summary: "Stops a job; one that is final stays as it is.", fields: [PathFields.video.description],
            replies: [.init(200, "The job as it is now.", json: VideoView.schema)], problems: [.notFound]
        ) { input in
            let job = try await studio.cancel(input.required(PathFields.video), in: .standard)
            return try .json(VideoView(job))
        }
    }
}
