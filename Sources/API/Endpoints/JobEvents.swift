import Domain
import HTTPServer
import Synchronization

/// The changes of a video job as events for a browser.
enum JobEvents {
    /// Ends with the job; stops following it when the reader goes away.
    static func stream(of changes: AsyncStream<VideoJob>) -> AsyncStream<ServerSentEvent> {
        let (events, continuation) = AsyncStream<ServerSentEvent>.makeStream(
            bufferingPolicy: .bufferingNewest(256))
        let following = Task {
            for await job in changes {
                guard let text = try? written.text(of: job) else { break }
                // The number of the last change that is kept, from which a browser can go on.
                continuation.yield(ServerSentEvent(id: "\(job.eventNumber)", event: "progress", data: text))
            }
            continuation.finish()
        }
        continuation.onTermination = { _ in following.cancel() }
        return events
    }

    private static let written = WrittenJobs()
}

/// The last few jobs that were written, so that a thousand followers cost one encoding.
private final class WrittenJobs: Sendable {
    private static let count = 16

    private let kept = Mutex<[(job: VideoJob, text: String)]>([])

    func text(of job: VideoJob) throws -> String {
        if let known = kept.withLock({ $0.first { $0.job == job }?.text }) { return known }
        let text = String(decoding: try JSONText.bytes(of: VideoView(job)), as: UTF8.self)
        kept.withLock { kept in
            kept.append((job, text))
            if kept.count > Self.count { kept.removeFirst() }
        }
        return text
    }
}
