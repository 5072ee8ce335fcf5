import Domain
import Studio

/// The fields of a request for a video.
struct VideoOrder: Sendable {
    private let prompt = Field<Prompt.ID>.identifier(
        "prompt", in: .body, "Identifier of the prompt.", isRequired: true)
    private let revision = Field.integer(
        "revision", in: .body, "Which revision; the newest without it.", 1...Int.max)
    private let duration = Field.integer(
        "duration", in: .body, "Length in seconds; the prompt's without it.", 1...60)
    private let width = Field.integer(
        "width", in: .body, "Width in pixels, even; comes with `height`.", 64...1920)
    private let height = Field.integer(
        "height", in: .body, "Height in pixels, even; comes with `width`.", 64...1920)
    private let aspect = Field<AspectRatio>.choice("aspect", in: .body, "Shape instead of width and height.")
    private let framesPerSecond = Field.integer("fps", in: .body, "Frames a second; 24 without it.", 12...60)
    private let captions = Field.flag(
        "captions", in: .body, "Whether idea and prompt are shown; true without it.")
    private let progress = Field.flag(
        "progress", in: .body, "Whether a progress bar is shown; true without it.")
    private let title = Field.flag(
        "title", in: .body, "Whether words stand for what cannot be drawn; true without it.")
    private let mark = Field.flag(
        "mark", in: .body,
        "Whether the picture says that it is an animatic; true without it. A substitute always says so.")

    private let priority = Field<VideoJob.Priority>.choice(
        "priority", in: .body, "Which jobs come first; `normal` without it.")
    private let provider = Field.line(
        "provider", in: .body, "Who makes it, as `/v1/providers` calls it; the built-in renderer without it.",
        maximum: 64)
    private let webhook = Field.text(
        "webhook", in: .body, "A URL that is told when the job ends, signed as Standard Webhooks has it.")

    private let start = Field.line(
        "start-image", in: .body, "What it starts from: a name that `/v1/pictures` gave.", maximum: 68)
    private let end = Field.line(
        "end-image", in: .body, "What it ends with: a name that `/v1/pictures` gave.", maximum: 68)
    private let dryRun = Field.flag(
        "dry-run", in: .body, "Whether only to say what would be done and what it would cost.")

    var descriptions: [FieldDescription] {
        [
            prompt.description, revision.description, duration.description, width.description,
            height.description, aspect.description, framesPerSecond.description, captions.description,
            progress.description, title.description, mark.description, priority.description,
            provider.description, webhook.description, start.description, end.description,
            dryRun.description,
        ]
    }

    /// Queues the job that the request asks for.
    ///
    /// - Throws: ``Problem`` or `InputError` naming the field that does not fit.
    func placed(by input: Input, at studio: Studio) async throws -> VideoJob {
        let prompt = try await prompt(of: input, in: studio)
        let number = try await revision(of: input, prompt: prompt.id, in: studio)
        let wishes = try wishes(of: input, for: prompt.head.configuration.parameters)
        return try await studio.render(prompt.id, revision: number, in: .standard, wishes: wishes)
    }

    /// What the request would do, if that is all that is asked for.
    ///
    /// - Throws: What ``placed(by:at:)`` would throw.
    func plan(of input: Input, at studio: Studio) async throws -> VideoPlan? {
        guard try input.value(dryRun) == true else { return nil }
        let prompt = try await prompt(of: input, in: studio)
        let number = try await revision(of: input, prompt: prompt.id, in: studio)
        let wishes = try wishes(of: input, for: prompt.head.configuration.parameters)
        return try await studio.renderPlan(prompt.id, revision: number, in: .standard, wishes: wishes)
    }

    private func wishes(of input: Input, for parameters: PromptParameters) throws -> VideoWishes {
        var wishes = VideoWishes(format: try format(of: input, for: parameters))
        wishes.overlay = try overlay(of: input)
        wishes.priority = try input.value(priority) ?? .normal
        wishes.provider = try input.value(provider)
        wishes.webhook = try input.value(webhook)
        wishes.pictures = VideoPictures(start: try input.value(start), end: try input.value(end))
        wishes.idempotencyKey = try input.idempotencyKey
        return wishes
    }

    /// - Throws: ``Problem`` naming the field when there is no such prompt.
    private func prompt(of input: Input, in studio: Studio) async throws -> Prompt {
        do {
            return try await studio.prompt(input.required(prompt), in: .standard)
        } catch let error as StoreError where error.code == .notFound {
            throw Problem(
                .notFound, error.message, field: "prompt", expected: "a prompt that was written here")
        }
    }

    /// - Throws: ``Problem`` naming the field when the prompt has no such revision.
    private func revision(of input: Input, prompt: Prompt.ID, in studio: Studio) async throws -> Int? {
        guard let number = try input.value(revision) else { return nil }
        do {
            return try await studio.revision(number, of: prompt, in: .standard).number
        } catch let error as StoreError where error.code == .notFound {
            throw Problem(
                .notFound, "The prompt has no revision \(number)", field: "revision",
                expected: "the number of one of its revisions")
        }
    }

    private func format(of input: Input, for parameters: PromptParameters) throws -> VideoFormat {
        let size = try size(of: input, for: parameters)
        return try VideoFormat(
            width: size.width, height: size.height, framesPerSecond: input.value(framesPerSecond) ?? 24,
            durationSeconds: input.value(duration) ?? parameters.durationSeconds)
    }

    private func overlay(of input: Input) throws -> Overlay {
        var overlay = Overlay()
        overlay.showsCaptions = try input.value(captions) ?? true
        overlay.showsProgress = try input.value(progress) ?? true
        overlay.showsTitle = try input.value(title) ?? true
        overlay.showsMark = try input.value(mark) ?? true
        return overlay
    }

    private func size(of input: Input, for parameters: PromptParameters) throws -> (width: Int, height: Int) {
        let shape = try input.value(aspect)
        switch (try input.value(width), try input.value(height)) {
        case (let width?, let height?):
            guard shape == nil else {
                throw InputError(
                    field: "aspect", code: .repeated, expected: "either aspect or width and height")
            }
            return (width, height)
        case (nil, nil): return (shape ?? parameters.aspect).size
        case (nil, _): throw InputError(field: "width", code: .missing, expected: "width and height together")
        case (_, nil):
            throw InputError(field: "height", code: .missing, expected: "width and height together")
        }
    }
}
