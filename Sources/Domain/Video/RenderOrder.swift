/// What the media worker is told to make: one line of JSON on its standard input.
package struct RenderOrder: Sendable, Hashable, Codable {
    /// Comes back with every report.
    package let id: String
    package let request: VideoRequest
    /// Where the video goes: a path of this machine.
    package let video: String
    package let thumbnail: String
    /// Whether the picture says that it stands in for another video.
    package let isSubstitute: Bool

    package init(id: String, request: VideoRequest, video: String, thumbnail: String, isSubstitute: Bool) {
        self.id = id
        self.request = request
        self.video = video
        self.thumbnail = thumbnail
        self.isSubstitute = isSubstitute
    }
}

/// What the media worker says: one line of JSON on its standard output.
///
/// An order is answered by any number of `progress` reports and then one `done` or `failed`.
package struct RenderReport: Sendable, Hashable, Codable {
    package enum Event: String, Sendable, Hashable, Codable, CaseIterable {
        case progress, done, failed
    }

    /// The order's; empty when the order could not be read.
    package let id: String
    package let event: Event
    /// 0...1.
    package var progress: Double?
    package var failure: VideoJob.Failure?

    package init(id: String, event: Event, progress: Double? = nil, failure: VideoJob.Failure? = nil) {
        self.id = id
        self.event = event
        self.progress = progress
        self.failure = failure
    }
}
