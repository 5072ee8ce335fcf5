import Domain
import SQLiteStore
import Studio
import Synchronization
import TestSupport
import Testing

/// That somebody is told, once it is over, until they have heard it.
@Suite(.timeLimit(.minutes(5)))
struct WebhookTests {
    private final class Receiver: WebhookSender {
        let answers: Mutex<[WebhookError?]>
        let heard = Mutex<[WebhookMessage]>([])

        init(_ answers: [WebhookError?]) { self.answers = Mutex(answers) }

        func check(_ url: String) throws(InputError) {}

        func send(_ message: WebhookMessage, to url: String) async throws(WebhookError) {
            heard.withLock { $0.append(message) }
            let error = answers.withLock { $0.isEmpty ? nil : $0.removeFirst() }
            if let error { throw error }
        }
    }

    /// Has the webhook told as often as it is due, and returns the job.
    private func tell(_ workshop: Workshop, _ receiver: Receiver) async throws -> VideoJob {
        while let due = try await workshop.stored.webhook?.nextAttemptAt {
            let pause = workshop.wallClock.now().duration(to: due)
            workshop.wallClock.advance(by: max(.zero, pause))
            await workshop.runner.tellDue()
        }
        return try await workshop.stored
    }

    @Test func `the end of a job is told until it is heard, under one identifier`() async throws {
        let receiver = Receiver([WebhookError("no"), WebhookError("later", retryAfter: .seconds(900)), nil])
        let workshop = try await Workshop(ScriptedProvider([.succeed]), webhooks: receiver)
        let ended = try #require(await workshop.runner.run(workshop.job.id))
        #expect(ended.webhook?.state == .due)
        let start = workshop.wallClock.now()
        let job = try await tell(workshop, receiver)
        #expect(job.webhook?.state == .delivered && job.webhook?.attempts == 3)
        #expect(start.duration(to: workshop.wallClock.now()) >= .seconds(905))
        let heard = receiver.heard.withLock { $0 }
        #expect(Set(heard.map(\.id)) == ["\(job.id)-\(job.eventNumber)"])
        #expect(heard.first?.type == "video.succeeded" && job.state == .succeeded)
    }

    @Test func `who is gone is not told again`() async throws {
        let receiver = Receiver([WebhookError("410", canBeRepeated: false)])
        let workshop = try await Workshop(ScriptedProvider([.refuse(.balance)]), webhooks: receiver)
        _ = await workshop.runner.run(workshop.job.id)
        let job = try await tell(workshop, receiver)
        #expect(job.webhook?.state == .failed && job.webhook?.failure == "410")
        #expect(receiver.heard.withLock { $0.map(\.type) } == ["video.failed"])
    }

    @Test func `ten attempts are enough`() async throws {
        let receiver = Receiver(Array(repeating: WebhookError("500"), count: 20))
        let workshop = try await Workshop(ScriptedProvider([.succeed]), webhooks: receiver)
        _ = await workshop.runner.run(workshop.job.id)
        let job = try await tell(workshop, receiver)
        #expect(job.webhook?.state == .failed && job.webhook?.attempts == 10)
    }

    @Test func `a cancelled job is told too, and a later round once more`() async throws {
        let receiver = Receiver([])
        let workshop = try await Workshop(ScriptedProvider([.succeed]), webhooks: receiver)
        _ = try await workshop.store.cancel(workshop.job.id, in: .standard, at: workshop.wallClock.now())
        _ = try await tell(workshop, receiver)
        _ = try await workshop.store.retry(workshop.job.id, in: .standard, at: workshop.wallClock.now())
        _ = await workshop.runner.run(workshop.job.id)
        let job = try await tell(workshop, receiver)
        #expect(receiver.heard.withLock { $0.map(\.type) } == ["video.cancelled", "video.succeeded"])
        #expect(job.webhook?.state == .delivered)
    }
}
