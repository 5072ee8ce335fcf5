package import Domain

/// How a video is wanted, beside what it shows.
package struct VideoWishes: Sendable {
    package var format: VideoFormat
    package var overlay: Overlay
    package var priority = VideoJob.Priority.normal
    /// What it starts from and ends with.
    package var pictures = VideoPictures()
    /// Who makes it; the first of the providers when nil.
    package var provider: String?
    /// The same key and wishes again get the same job.
    package var idempotencyKey: String?
    /// Where the end is told.
    package var webhook: String?

    package init(format: VideoFormat, overlay: Overlay = Overlay()) {
        self.format = format
        self.overlay = overlay
    }
}

/// The key was used for something else.
package struct KeyReused: Error, Sendable, Hashable {
    /// The job that has it.
    package let job: VideoJob.ID
}

/// Too many videos wait.
package struct QueueFull: Error, Sendable, Hashable {
    package let waiting: Int
    /// When there is likely to be room again.
    package let retryAfter: Duration
}
