/// What the media worker is told to make: one line of JSON on its standard input.
package struct RenderOrder: Sendable, Hashable, Codable {
    /// Comes back with every report.
    package let id: String
    package let request: VideoRequest
    /// Where the video goes: a path of this machine.
    package let video: String
    package let thumbnail: String
    /// Where a small thumbnail in WebP goes; nil for none.
    package var smallThumbnail: String?
    /// Where a JPEG with pictures from the whole length goes; nil for none.
    package var contactSheet: String?
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

/// A film that the media worker is told to join out of clips, as one line like an order.
package struct FilmOrder: Sendable, Hashable, Codable {
    /// Comes back with every report.
    package let id: String
    /// Paths of WebM or MP4 files of this machine, in order.
    package let clips: [String]
    /// Where the film goes: a path of this machine.
    package let film: String
    package let title: String

    package init(id: String, clips: [String], film: String, title: String) {
        self.id = id
        self.clips = clips
        self.film = film
        self.title = title
    }
}

/// A picture that the media worker is told to take out of a clip, as one line like an order.
package struct StillOrder: Sendable, Hashable, Codable {
    /// Comes back with every report.
    package let id: String
    /// Path of a WebM or MP4 file of this machine.
    package let clip: String
    /// Where the JPEG goes: a path of this machine.
    package let still: String

    package init(id: String, clip: String, still: String) {
        (self.id, self.clip, self.still) = (id, clip, still)
    }
}

/// A picture that the media worker is told to write anew, as one line like an order.
package struct PictureOrder: Sendable, Hashable, Codable {
    /// Comes back with every report.
    package let id: String
    /// Path of a file of this machine that somebody says is a picture.
    package let picture: String
    /// Where the JPEG goes: a path of this machine.
    package let rewritten: String

    package init(id: String, picture: String, rewritten: String) {
        (self.id, self.picture, self.rewritten) = (id, picture, rewritten)
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
    /// With `done` for a film: what came out.
    package var film: Film?

    /// What joining clips came to.
    package struct Film: Sendable, Hashable, Codable {
        /// Length in seconds.
        package let seconds: Double
        /// How many clips were copied as they were; the others were encoded again.
        package let copied: Int
        /// Whether sound was left out, since the clips' tracks do not match.
        package let lostSound: Bool

        package init(seconds: Double, copied: Int, lostSound: Bool) {
            (self.seconds, self.copied, self.lostSound) = (seconds, copied, lostSound)
        }
    }

    package init(id: String, event: Event, progress: Double? = nil, failure: VideoJob.Failure? = nil) {
        self.id = id
        self.event = event
        self.progress = progress
        self.failure = failure
    }
}
