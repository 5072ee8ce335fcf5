import Domain

/// A video job as clients see it.
struct VideoView: Encodable, Identifiable {
    struct Format: Encodable {
        let width: Int
        let height: Int
        let framesPerSecond: Int
        let durationSeconds: Int
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
    /// 0...1.
    let progress: Double
    let attempts: [VideoJob.Attempt]
    let failure: VideoJob.Failure?
    /// Whether the video stands in for one that could not be made; nil while there is none.
    let isSubstitute: Bool?
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

    init(_ job: VideoJob) {
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
        progress = job.progress
        attempts = job.attempts
        failure = job.failure
        isSubstitute = job.result?.isSubstitute
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
