import Domain

/// Gateways to the models of many others.
extension RestTable {
    private static let openAIErrors = ErrorDialect(
        codePaths: ["error.code", "error.type", "code"], messagePaths: ["error.message", "message"],
        meanings: [
            ("insufficient_quota", .balance), ("insufficient_user_quota", .balance),
            ("rate_limit", .throttled), ("moderation_blocked", .contentPolicy),
            ("content_policy", .contentPolicy), ("content_filter", .contentPolicy),
            ("invalid_api_key", .authentication), ("model_not_found", .invalidRequest),
        ])

    /// What once was OpenAI's Videos API, as gateways keep it (`/v1/videos`).
    package static let openAIVideos = Self(
        pollPlan: PollPlan(
            first: .seconds(10), least: .seconds(5), most: .seconds(20), patience: .seconds(1800)),
        errors: openAIErrors,
        submission: { order in
            .submit(
                "/v1/videos",
                .members([
                    "model": .string(order.offer.id), "prompt": order.text,
                    "seconds": .string("\(order.seconds)"), "size": order.size("x"),
                    "input_reference": order.start.map { ["image_url": .string($0.dataURL)] },
                ]))
        },
        idPaths: ["id", "task_id"], question: { .get("/v1/videos/\($0.job.pathPart)") },
        statePaths: ["status"],
        words: [
            "queued": .queued, "in_progress": .running, "completed": .succeeded, "failed": .failed,
            "cancelled": .cancelled,
        ],
        progressPath: "progress",
        contentPath: { "/v1/videos/\($0.job.pathPart)/content" },
        failureCodePaths: ["error.code"], failureMessagePaths: ["error.message"], checkPath: "/v1/models")

    /// NewAPI's older way (`/v1/video/generations`), for models that it does not offer in the newer one.
    package static let newAPI = Self(
        pollPlan: PollPlan(
            first: .seconds(15), least: .seconds(8), most: .seconds(20), patience: .seconds(1800)),
        errors: openAIErrors,
        submission: { order in
            .submit(
                "/v1/video/generations",
                .members([
                    "model": .string(order.offer.id), "prompt": order.text,
                    "image": order.start.map { .string($0.dataURL) }, "duration": .integer(order.seconds),
                    "width": .integer(order.request.format.width),
                    "height": .integer(order.request.format.height), "seed": order.seed, "n": 1,
                    "metadata": order.negative.map { ["negative_prompt": $0] },
                ]))
        },
        idPaths: ["task_id", "id", "data.task_id"],
        question: { .get("/v1/video/generations/\($0.job.pathPart)") },
        statePaths: ["status", "data.status"],
        words: [
            "queued": .queued, "in_progress": .running, "processing": .running, "completed": .succeeded,
            "succeeded": .succeeded, "failed": .failed,
        ],
        videoPaths: ["url", "data.url", "metadata.url"], failureCodePaths: ["error.code"],
        failureMessagePaths: ["error.message"], checkPath: "/v1/models")

    /// Sora.hk; what stands behind it is gone, so it is kept for accounts that still have something there.
    package static let soraHK = Self(
        pollPlan: PollPlan(
            first: .seconds(20), least: .seconds(10), most: .seconds(30), patience: .seconds(2100)),
        errors: ErrorDialect(
            codePaths: ["code"], messagePaths: ["message", "data.error_msg"], successCodes: ["200"],
            meanings: [
                ("401", .authentication), ("1001", .invalidRequest), ("1012", .balance), ("500", .transient),
            ]),
        submission: { order in
            .submit(
                "/create",
                .members([
                    "prompt": order.text, "is_pro": .boolean(order.offer.id == "pro"),
                    "duration": .integer(order.seconds),
                    "resolution": order.request.format.width >= order.request.format.height
                        ? "horizontal" : "vertical",
                    "remove_watermark": true,
                ]))
        },
        idPaths: ["data.task_id"], question: { .get("/tasks/\($0.job.pathPart)") },
        statePaths: ["data.status"],
        words: [
            "pending": .queued, "processing": .running, "completed": .succeeded, "failed": .failed,
        ],
        progressPath: "data.progress", videoPaths: ["data.video_url"],
        failureMessagePaths: ["data.error_msg"], checkPath: "/balance")

    /// fal's queue, which is also the way to Pika.
    package static let fal = Self(
        pollPlan: PollPlan(least: .seconds(3), most: .seconds(10), patience: .seconds(1800)),
        errors: ErrorDialect(
            codePaths: ["error_type", "detail.0.type"], messagePaths: ["detail.0.msg", "detail", "error"],
            meanings: [("content_policy", .contentPolicy), ("exhausted_balance", .balance)]),
        submission: { order in
            let kind = order.start == nil ? "text-to-video" : "image-to-video"
            return .submit(
                "/\(order.offer.id)/\(kind)"
                    + (order.order.callback.map { "?fal_webhook=\($0.pathPart)" } ?? ""),
                .members([
                    "prompt": order.text, "negative_prompt": order.negative,
                    "image_url": order.start.map { .string($0.dataURL) },
                    "aspect_ratio": order.start == nil ? order.aspect : nil,
                    "duration": .integer(order.seconds), "resolution": order.resolution, "seed": order.seed,
                ]))
        },
        idPaths: ["request_id"],
        // Questions leave out what stands behind the owner and the name of an app.
        facts: { ["app": $0.id.split(separator: "/").prefix(2).joined(separator: "/")] },
        question: { .get("/\($0.facts["app"] ?? "")/requests/\($0.job.pathPart)/status") },
        statePaths: ["status"],
        words: ["IN_QUEUE": .queued, "IN_PROGRESS": .running, "COMPLETED": .succeeded],
        videoPaths: ["video.url", "videos.0.url"],
        resultQuestion: { .get("/\($0.facts["app"] ?? "")/requests/\($0.job.pathPart)") },
        cancellation: {
            .change(.put, "/\($0.facts["app"] ?? "")/requests/\($0.job.pathPart)/cancel")
        })

    /// Replicate; what it made is gone an hour later.
    package static let replicate = Self(
        pollPlan: PollPlan(least: .seconds(3), most: .seconds(10), patience: .seconds(1800)),
        errors: ErrorDialect(
            codePaths: ["title"], messagePaths: ["detail", "title"],
            meanings: [("Insufficient credit", .balance)]),
        submission: { order in
            .submit(
                "/v1/models/\(order.offer.id)/predictions",
                .members([
                    "webhook": order.callback,
                    "webhook_events_filter": order.callback.map { _ in ["completed"] },
                    "input": .members([
                        "prompt": order.text, "negative_prompt": order.negative,
                        "image": order.start.map { .string($0.dataURL) }, "aspect_ratio": order.aspect,
                        "duration": .integer(order.seconds), "resolution": order.resolution,
                        "seed": order.seed,
                    ]),
                ]))
        },
        idPaths: ["id"], question: { .get("/v1/predictions/\($0.job.pathPart)") }, statePaths: ["status"],
        words: [
            "starting": .queued, "processing": .running, "succeeded": .succeeded, "failed": .failed,
            "canceled": .cancelled, "aborted": .cancelled,
        ],
        videoPaths: ["output", "output.0", "output.video"], failureMessagePaths: ["error"],
        cancellation: { .change(.post, "/v1/predictions/\($0.job.pathPart)/cancel") },
        checkPath: "/v1/account")
}
