import Domain

/// Makers of models that offer these themselves.
extension RestTable {
    /// Runway, and the models of others that it offers.
    package static let runway = Self(
        pollPlan: PollPlan(least: .seconds(6), most: .seconds(15), patience: .seconds(1200)),
        errors: ErrorDialect(
            codePaths: ["failureCode", "code"], messagePaths: ["error", "message"],
            meanings: [
                ("SAFETY", .contentPolicy), ("INPUT_PREPROCESSING.SAFETY", .contentPolicy),
                ("INTERNAL", .transient), ("ASSET.INVALID", .invalidRequest),
            ]),
        submission: { order in
            .submit(
                order.start == nil ? "/v1/text_to_video" : "/v1/image_to_video",
                .members([
                    "model": .string(order.offer.id), "promptText": order.text,
                    "promptImage": order.start.map { .string($0.dataURL) }, "ratio": order.size(":"),
                    "duration": .integer(order.seconds), "seed": order.seed,
                ]))
        },
        idPaths: ["id"], question: { .get("/v1/tasks/\($0.job.pathPart)") }, statePaths: ["status"],
        words: [
            "PENDING": .queued, "THROTTLED": .queued, "RUNNING": .running, "SUCCEEDED": .succeeded,
            "FAILED": .failed, "CANCELLED": .cancelled,
        ],
        progressPath: "progress", wholeProgress: 1, videoPaths: ["output.0"],
        failureCodePaths: ["failureCode"], failureMessagePaths: ["failure"],
        cancellation: { .change(.delete, "/v1/tasks/\($0.job.pathPart)") }, checkPath: "/v1/organization",
        headers: ["X-Runway-Version": "2024-11-06"])

    /// Seedance at BytePlus ModelArk; links hold for a day.
    package static let seedance = Self(
        pollPlan: PollPlan(
            first: .seconds(15), least: .seconds(8), most: .seconds(20), patience: .seconds(1800)),
        errors: ErrorDialect(
            codePaths: ["error.code"], messagePaths: ["error.message"],
            meanings: [
                ("InputTextSensitive", .contentPolicy), ("InputImageSensitive", .contentPolicy),
                ("OutputVideoSensitive", .contentPolicy), ("AccountOverdue", .balance),
                ("AuthenticationError", .authentication), ("RateLimitExceeded", .throttled),
                ("QuotaExceeded", .throttled), ("InvalidParameter", .invalidRequest),
                ("InternalServiceError", .transient),
            ]),
        submission: { order in
            let pictures = [("first_frame", order.start), ("last_frame", order.end)]
            let frames = pictures.compactMap { role, picture in
                picture.map { picture -> JSONValue in
                    [
                        "type": "image_url", "image_url": ["url": .string(picture.dataURL)],
                        "role": .string(role),
                    ]
                }
            }
            return .submit(
                "/api/v3/contents/generations/tasks",
                .members([
                    "model": .string(order.offer.id),
                    "content": .array([["type": "text", "text": order.text]] + frames),
                    "resolution": order.resolution, "ratio": order.start == nil ? order.aspect : "adaptive",
                    "duration": .integer(order.seconds), "watermark": false,
                    "callback_url": order.callback,
                ]))
        },
        idPaths: ["id"], question: { .get("/api/v3/contents/generations/tasks/\($0.job.pathPart)") },
        statePaths: ["status"],
        words: [
            "queued": .queued, "running": .running, "succeeded": .succeeded, "failed": .failed,
            "cancelled": .cancelled, "expired": .gone,
        ],
        videoPaths: ["content.video_url"], failureCodePaths: ["error.code"],
        failureMessagePaths: ["error.message"],
        cancellation: { .change(.delete, "/api/v3/contents/generations/tasks/\($0.job.pathPart)") },
        checkPath: "/api/v3/contents/generations/tasks?page_num=1&page_size=1")
}
