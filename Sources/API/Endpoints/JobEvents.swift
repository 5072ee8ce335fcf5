import Domain
import HTTPServer

/// The changes of a video job as events for a browser.
enum JobEvents {
    /// The identifier of the event after which nothing follows.
    static let last = "final"

    /// Ends with the job; stops following it when the reader goes away.
    static func stream(of changes: AsyncStream<VideoJob>) -> AsyncStream<ServerSentEvent> {
        let (events, continuation) = AsyncStream<ServerSentEvent>.makeStream(
            bufferingPolicy: .bufferingNewest(16))
        let following = Task {
            for await job in changes {
                guard let event = try? event(of: job) else { break }
                continuation.yield(event)
            }
            continuation.finish()
        }
        continuation.onTermination = { _ in following.cancel() }
        return events
    }

    private static func event(of job: VideoJob) throws -> ServerSentEvent {
        ServerSentEvent(
            id: job.state.isFinal ? last : nil, event: "progress",
            data: String(decoding: try JSONText.bytes(of: VideoView(job)), as: UTF8.self))
    }
}
