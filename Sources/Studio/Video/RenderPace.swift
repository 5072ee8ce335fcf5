import Domain
import Synchronization

/// How fast a provider made its last videos.
struct RenderPace: Sendable, Hashable {
    /// Time for one pixel of one frame, in seconds.
    let secondsPerPixel: Double
    /// Time of a whole video in the middle.
    let typical: Duration

    /// Looks at videos that succeeded.
    ///
    /// - Returns: nil without any.
    init?(_ jobs: [VideoJob]) {
        let times = jobs.compactMap { job -> (pixels: Double, seconds: Double)? in
            guard let attempt = job.attempts.last, let end = attempt.endedAt else { return nil }
            let seconds = Double(attempt.startedAt.duration(to: end) / .milliseconds(1)) / 1000
            return (Double(job.request.format.pixels), max(0.001, seconds))
        }
        guard !times.isEmpty else { return nil }
        let rates = times.map { $0.seconds / $0.pixels }.sorted()
        secondsPerPixel = rates[rates.count / 2]
        typical = .seconds(times.map(\.seconds).sorted()[times.count / 2])
    }

    /// What is left of a job: by its own progress once that says something, by past ones before.
    func remaining(of job: VideoJob, at now: Timestamp) -> Duration {
        let whole = Duration.seconds(secondsPerPixel * Double(job.request.format.pixels))
        guard let attempt = job.attempts.last, attempt.endedAt == nil, job.state != .queued else {
            let pause = job.notBefore.map { max(.zero, now.duration(to: $0)) } ?? .zero
            return pause + whole
        }
        let passed = attempt.startedAt.duration(to: now)
        guard job.progress >= 0.1 else { return max(.zero, whole - passed) }
        return passed * ((1 - job.progress) / job.progress)
    }
}

extension VideoFormat {
    fileprivate var pixels: Int { width * height * frameCount }
}

/// The pace of each provider, looked up now and then.
final class PaceBook: Sendable {
    private struct Entry {
        let pace: RenderPace?
        let readAt: Timestamp
    }

    private static let lifetime = Duration.seconds(30)
    private static let looksAt = 50

    private let entries = Mutex<[String: Entry]>([:])

    func pace(of provider: String, in parts: Studio.Parts) async -> RenderPace? {
        let now = parts.clock.now()
        let known = entries.withLock { $0[provider] }
        if let known, now < known.readAt.advanced(by: Self.lifetime) { return known.pace }
        let past = try? await parts.jobs.succeeded(by: provider, limit: Self.looksAt)
        let pace = past.flatMap(RenderPace.init)
        entries.withLock { $0[provider] = Entry(pace: pace, readAt: now) }
        return pace
    }
}
