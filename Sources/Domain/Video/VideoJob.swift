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
    package let createdAt: Timestamp
    package var updatedAt: Timestamp
    package var state: State = .queued
    /// 0...1.
    package var progress: Double = 0
    package var attempts: [Attempt] = []
    /// What the provider gave to ask it again; stored right after a submission.
    package var handle: ProviderHandle?
    package var result: VideoFile?
    /// When the files of ``result`` were removed; nil while they are there. What was made stays known.
    package var videoRemovedAt: Timestamp?
    /// Why it failed or why a substitute is shown.
    package var failure: Failure?
    package var lease: Lease?

    package init(
        id: ID, workspace: Workspace, prompt: Prompt.ID, revision: Int, request: VideoRequest,
        createdAt: Timestamp
    ) {
        self.id = id
        self.workspace = workspace
        self.prompt = prompt
        self.revision = revision
        self.request = request
        self.createdAt = createdAt
        updatedAt = createdAt
    }

    /// One try at having it made.
    package struct Attempt: Sendable, Hashable, Codable {
        package let provider: String
        package let startedAt: Timestamp
        package var endedAt: Timestamp?
        package var failure: Failure?

        package init(provider: String, startedAt: Timestamp) {
            self.provider = provider
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
