import Domain

/// A video job as clients see it.
struct VideoView: Encodable, Identifiable {
    struct Format: Encodable {
        let width: Int
        let height: Int
        let framesPerSecond: Int
        let durationSeconds: Int
    }

    /// Why it failed, with the status that HTTP has for that.
    struct Failure: Encodable {
        let reason: ProviderError.Code
        let message: String
        let status: Int

        init(_ failure: VideoJob.Failure) {
            reason = failure.reason
            message = failure.message
            status = failure.reason.httpStatus
        }
    }

    struct Webhook: Encodable {
        let url: String
        let state: VideoJob.Webhook.State
        let attempts: Int
        let failure: String?
    }

    struct Links: Encodable {
        let itself: String
        let events: String
        let prompt: String

        enum CodingKeys: String, CodingKey {
            case itself = "self"
            case events, prompt
        }
    }

    let id: VideoJob.ID
    let prompt: Prompt.ID
    let revision: Int
    let idea: String
    let text: String
    let model: ModelName
    let format: Format
    let state: VideoJob.State
    let isFinal: Bool
    let provider: String
    let priority: VideoJob.Priority
    /// How often it was asked for.
    let round: Int
    /// How many changes of it were told.
    let event: Int
    /// 0...1.
    let progress: Double
    /// Seconds that are left, by what past videos took; nil when nobody can say.
    let remainingSeconds: Double?
    let attempts: [VideoJob.Attempt]
    let failure: Failure?
    /// Whether the video stands in for one that could not be made; nil while there is none.
    let isSubstitute: Bool?
    /// When the real video took the place of a substitute.
    let replacedAt: Timestamp?
    /// When the video was removed to make room.
    let expiredAt: Timestamp?
    let webhook: Webhook?
    /// What it was expected to cost, in US dollars; nil when it costs nothing or nobody can say.
    let estimatedDollars: Double?
    /// What the provider says it cost, in US dollars; nil when it does not tell.
    let chargedDollars: Double?
    /// What the provider made of the prompt; nil when it says nothing.
    let actualPrompt: String?
    let bytes: Int?
    /// SHA-256 in hexadecimal.
    let digest: String?
    /// Where the video is; nil while there is none.
    let content: String?
    let thumbnail: String?
    /// Nine pictures from its whole length; nil while there is none.
    let contactSheet: String?
    let createdAt: Timestamp
    let updatedAt: Timestamp
    let links: Links

    init(_ job: VideoJob) { self.init(job, remaining: nil) }

    init(_ job: VideoJob, remaining: Duration?) {
        id = job.id
        prompt = job.prompt
        revision = job.revision
        idea = job.request.idea
        text = job.request.text
        model = job.request.model
        let format = job.request.format
        self.format = Format(
            width: format.width, height: format.height, framesPerSecond: format.framesPerSecond,
            durationSeconds: format.durationSeconds)
        state = job.state
        isFinal = job.state.isFinal
        (provider, priority, round, event) = (job.provider, job.priority, job.round, job.eventNumber)
        remainingSeconds = remaining.map { ($0 / .milliseconds(100)).rounded() / 10 }
        (replacedAt, expiredAt) = (job.replacedAt, job.expiredAt)
        webhook = job.webhook.map {
            Webhook(url: $0.url, state: $0.state, attempts: $0.attempts, failure: $0.failure)
        }
        progress = job.progress
        attempts = job.attempts
        failure = job.failure.map(Failure.init)
        isSubstitute = job.result?.isSubstitute
        estimatedDollars = job.estimate?.dollars
        chargedDollars = job.report?.charge?.dollars
        actualPrompt = job.report?.actualPrompt
        bytes = job.result?.bytes
        digest = job.result?.digest
        let path = "/v1/videos/\(job.id)"
        content = job.result.map { _ in path + "/content" }
        thumbnail = job.result.map { _ in path + "/thumbnail" }
        contactSheet = job.result?.contactSheetName.map { _ in path + "/contact-sheet" }
        createdAt = job.createdAt
        updatedAt = job.updatedAt
        links = Links(itself: path, events: path + "/events", prompt: "/v1/prompts/\(job.prompt)")
    }
}

extension ProviderError.Code {
    /// What HTTP says of it.
    var httpStatus: Int {
        switch self {
        case .authentication, .balance, .transient, .outcomeUnknown, .lost, .downloadFailed: 502
        case .throttled: 503
        case .invalidRequest, .contentPolicy: 422
        case .deadlineExceeded: 504
        case .cancelled: 409
        case .storage: 507
        }
    }
}
