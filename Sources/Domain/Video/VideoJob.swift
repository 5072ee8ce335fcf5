/// A request to render one revision, and how it is doing.
package struct VideoJob: Sendable, Hashable, Codable, Identifiable {
    package typealias ID = Identifier<VideoJob>

    package enum State: String, Sendable, Hashable, Codable, CaseIterable {
        case queued, submitting, submitted, running, downloading
        case succeeded, failed, cancelled, unknown, lost

        /// Whether nothing more will happen by itself.
        package var isFinal: Bool {
            switch self {
            case .queued, .submitting, .submitted, .running, .downloading: false
            case .succeeded, .failed, .cancelled, .unknown, .lost: true
            }
        }
    }

    package let id: ID
    package let workspace: Workspace
    package let prompt: Prompt.ID
    package let revision: Int
    package let request: VideoRequest
    /// The name of the provider that makes it.
    package let provider: String
    package let createdAt: Timestamp
    package var updatedAt: Timestamp
    package var state: State = .queued
    package var priority = Priority.normal
    /// What the requester calls the order, so that asking twice makes one job.
    package var idempotencyKey: String?
    /// Counts what is told about the job: 1 when it was queued, one more with each change.
    package var eventNumber = 1
    /// Counts how often it was asked for: 1, and one more with each retry by hand.
    package var round = 1
    /// When this round gives up; set when work on it begins.
    package var deadline: Timestamp?
    /// Nobody works on it before this moment: the pause after a failed attempt.
    package var notBefore: Timestamp?
    /// When somebody looks whether a final job can have its real video after all.
    package var revisitAt: Timestamp?
    /// How often that was done in this round.
    package var revisits = 0
    /// Who is told when the job ends.
    package var webhook: Webhook?
    /// 0...1.
    package var progress: Double = 0
    package var attempts: [Attempt] = []
    /// What the provider gave to ask it again; stored right after a submission.
    package var handle: ProviderHandle?
    /// When the provider is asked next.
    package var nextPollAt: Timestamp?
    /// What the provider told beside the video.
    package var report: ProviderReport?
    /// What it was expected to cost when it was asked for.
    package var estimate: Money?
    package var result: VideoFile?
    /// Why it failed or why a substitute is shown.
    package var failure: Failure?
    /// When the real video took the place of a substitute.
    package var replacedAt: Timestamp?
    /// When the file was removed to make room; the record stays.
    package var expiredAt: Timestamp?
    package var lease: Lease?

    package init(
        id: ID, workspace: Workspace, prompt: Prompt.ID, revision: Int, request: VideoRequest,
        provider: String = VideoJob.builtInProvider, createdAt: Timestamp
    ) {
        self.id = id
        self.workspace = workspace
        self.prompt = prompt
        self.revision = revision
        self.request = request
        self.provider = provider
        self.createdAt = createdAt
        updatedAt = createdAt
    }

    /// What the built-in renderer is called.
    package static let builtInProvider = "local"

    /// Which jobs come first: all of a higher one before any of a lower one.
    package enum Priority: String, Sendable, Hashable, Codable, CaseIterable {
        case low, normal, high

        /// Greater comes first.
        package var rank: Int {
            switch self {
            case .low: 0
            case .normal: 1
            case .high: 2
            }
        }
    }

    /// One try at having it made.
    package struct Attempt: Sendable, Hashable, Codable {
        package let provider: String
        /// Which of the job's rounds it belongs to.
        package let round: Int
        package let startedAt: Timestamp
        package var endedAt: Timestamp?
        package var failure: Failure?

        package init(provider: String, round: Int = 1, startedAt: Timestamp) {
            self.provider = provider
            self.round = round
            self.startedAt = startedAt
        }
    }

    package struct Failure: Sendable, Hashable, Codable {
        package let reason: ProviderError.Code
        package let message: String

        package init(reason: ProviderError.Code, message: String) {
            self.reason = reason
            self.message = message
        }
    }

    /// Who works on the job, until when.
    ///
    /// A write with an older token than the stored one is refused.
    package struct Lease: Sendable, Hashable, Codable {
        package let owner: String
        package let token: Int
        package var expiresAt: Timestamp

        package init(owner: String, token: Int, expiresAt: Timestamp) {
            self.owner = owner
            self.token = token
            self.expiresAt = expiresAt
        }
    }
}

/// A finished video on this machine's disk.
package struct VideoFile: Sendable, Hashable, Codable {
    /// Name inside the folder of videos, never a path.
    package let name: String
    package let thumbnailName: String
    /// A small WebP of it, when the provider made one.
    package var smallThumbnailName: String?
    /// A JPEG with pictures from the whole length, when the provider made one.
    package var contactSheetName: String?
    package let bytes: Int
    /// SHA-256 in hexadecimal.
    package let digest: String
    /// Whether it stands in for a video that could not be made.
    package let isSubstitute: Bool

    package init(name: String, thumbnailName: String, bytes: Int, digest: String, isSubstitute: Bool) {
        self.name = name
        self.thumbnailName = thumbnailName
        self.bytes = bytes
        self.digest = digest
        self.isSubstitute = isSubstitute
    }
}
