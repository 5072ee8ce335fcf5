/// Something that makes videos: the built-in renderer, a service, a machine with a GPU.
///
/// The order of calls is ``submit(_:job:)``, then ``state(of:)`` until it is final, then
/// ``download(_:to:)``.
package protocol VideoProvider: Sendable {
    /// A stable name for records and metrics, such as `local`.
    var name: String { get }

    /// Whether a submission costs nothing and makes the same again, so that a lost one is repeated
    /// without asking.
    var isRepeatable: Bool { get }

    /// Time to wait between two looks at the state.
    var pollInterval: Duration { get }

    /// Whether its videos have a length of their own, whatever was asked for.
    var makesOtherLengths: Bool { get }

    /// How long its videos may take; nil: as long as those of everybody.
    var patience: Duration? { get }

    /// Checks a request before anything is kept or sent.
    ///
    /// - Throws: ``InputError`` naming the field and the values that are allowed.
    func check(_ request: VideoRequest) throws(InputError)

    /// What a request is expected to cost.
    func estimate(_ request: VideoRequest) throws(InputError) -> VideoCost

    /// Asks for a video.
    ///
    /// - Parameters:
    ///   - request: What to make.
    ///   - name: What this submission is called here; a provider that can look it up passes it on.
    ///   - time: After that nobody waits for it any more.
    /// - Throws: ``ProviderError``; any code but ``ProviderError/Code/outcomeUnknown`` says that the
    ///   submission was certainly not accepted.
    func submit(_ request: VideoRequest, as name: SubmissionName, within time: Duration)
        async throws(ProviderError) -> ProviderHandle

    /// Finds out what came of a submission whose answer was lost.
    func lookUp(_ name: SubmissionName) async throws(ProviderError) -> SubmissionLookup

    func state(of handle: ProviderHandle) async throws(ProviderError) -> ProviderState

    /// Time to wait until the next look at a submission.
    func pause(for handle: ProviderHandle, at now: Timestamp) -> Duration

    /// What the provider's own messages call a submission; nil when it sends none.
    func hintName(of handle: ProviderHandle) -> String?

    /// What is to be noted of a submission whose video was fetched; nil for nothing.
    func report(on handle: ProviderHandle) async -> ProviderReport?

    /// Puts the finished video and its thumbnail into files that do not exist yet.
    func download(_ handle: ProviderHandle, to files: DownloadTarget) async throws(ProviderError)

    /// Ends the work and forgets the handle; unknown handles are fine.
    func cancel(_ handle: ProviderHandle) async
}

extension VideoProvider {
    package var makesOtherLengths: Bool { false }

    package var patience: Duration? { nil }

    package func check(_ request: VideoRequest) throws(InputError) {}

    package func estimate(_ request: VideoRequest) throws(InputError) -> VideoCost { .free }

    package func pause(for handle: ProviderHandle, at now: Timestamp) -> Duration { pollInterval }

    package func hintName(of handle: ProviderHandle) -> String? { nil }

    package func report(on handle: ProviderHandle) async -> ProviderReport? { nil }

    package func lookUp(_ name: SubmissionName) async throws(ProviderError) -> SubmissionLookup {
        .cannotTell
    }
}

/// What a submission is called here: the same after a restart, another one for each attempt.
package struct SubmissionName: Sendable, Hashable, CustomStringConvertible {
    package let job: VideoJob.ID
    /// The first is 1; 0 is a substitute.
    package let attempt: Int

    package init(job: VideoJob.ID, attempt: Int) {
        self.job = job
        self.attempt = attempt
    }

    package var description: String { "\(job)-\(attempt)" }
}

/// What a provider knows of a submission by its name.
package enum SubmissionLookup: Sendable, Hashable {
    case found(ProviderHandle)
    /// It was certainly not accepted.
    case absent
    case cannotTell
}

/// What one needs to ask a provider again, also after a restart.
package struct ProviderHandle: Sendable, Hashable, Codable {
    package let provider: String
    /// Opaque to everyone but the provider.
    package let value: String

    package init(provider: String, value: String) {
        self.provider = provider
        self.value = value
    }
}

/// What a provider tells of a video beside the video.
package struct ProviderReport: Sendable, Hashable, Codable {
    /// What it made of the prompt before it made the video; nil when it says nothing.
    package var actualPrompt: String?
    /// What it charged; nil when it does not tell.
    package var charge: Money?

    package init(actualPrompt: String? = nil, charge: Money? = nil) {
        (self.actualPrompt, self.charge) = (actualPrompt, charge)
    }
}

/// How a submission is doing.
package enum ProviderState: Sendable, Hashable {
    case queued
    /// 0...1.
    case running(progress: Double)
    case succeeded
    case failed(ProviderError)
    /// The provider does not know the handle.
    case notFound
}

/// Where a download goes: paths of this machine.
package struct DownloadTarget: Sendable, Hashable {
    package let video: String
    package let thumbnail: String

    package init(video: String, thumbnail: String) {
        self.video = video
        self.thumbnail = thumbnail
    }

    /// Where a small WebP of the thumbnail goes, from providers that make one.
    package var smallThumbnail: String { thumbnail + ".webp" }

    /// Where a sheet of pictures from the whole length goes, from providers that make one.
    package var contactSheet: String { thumbnail + ".sheet" }
}

/// The one error a video provider throws.
package struct ProviderError: Error, Sendable, Hashable {
    /// What went wrong, in terms of what to do about it.
    package enum Code: String, Sendable, Hashable, Codable, CaseIterable {
        case authentication, balance, throttled, invalidRequest, contentPolicy
        /// A fault of the provider that may pass.
        case transient
        /// Whether the submission was accepted is not known.
        case outcomeUnknown
        case lost
        case downloadFailed
        case deadlineExceeded
        case cancelled
        /// The disk is full or the file cannot be written here.
        case storage
    }

    package let code: Code
    /// Safe to show.
    package let message: String
    /// For logs only.
    package let detail: String?
    package let retryAfter: Duration?

    package init(_ code: Code, _ message: String, detail: String? = nil, retryAfter: Duration? = nil) {
        self.code = code
        self.message = message
        self.detail = detail
        self.retryAfter = retryAfter
    }

    /// Whether the same call can succeed later without a change by the caller.
    package var isTransient: Bool {
        switch code {
        case .throttled, .transient, .downloadFailed: true
        case .authentication, .balance, .invalidRequest, .contentPolicy, .outcomeUnknown, .lost,
            .deadlineExceeded, .cancelled, .storage:
            false
        }
    }
}
