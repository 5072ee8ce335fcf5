import Domain
import SQLiteStore
import Studio
import Synchronization
import TestSupport
import Testing

/// A paid call is made at most once without asking, whatever breaks in between.
@Suite(.timeLimit(.minutes(5)))
struct UnknownOutcomeTests {
    private func paid(_ script: [ScriptedProvider.Step], canLookUp: Bool = true) -> ScriptedProvider {
        ScriptedProvider(script, isRepeatable: false, canLookUp: canLookUp)
    }

    @Test func `a lost answer is looked up, and what was accepted goes on`() async throws {
        let workshop = try await Workshop(paid([.loseAnswer]))
        let job = try #require(await workshop.runner.run(workshop.job.id))
        #expect(job.state == .succeeded)
        #expect(workshop.provider.counts.submissions == 1 && workshop.provider.counts.lookUps == 1)
        #expect(job.attempts.count == 1)
    }

    @Test func `what was certainly not accepted is submitted after a restart`() async throws {
        let workshop = try await Workshop(paid([.succeed]))
        try await interrupt(workshop) { job in
            job.state = .submitting
            job.attempts = [VideoJob.Attempt(provider: "scripted", startedAt: job.createdAt)]
        }
        let job = try #require(await workshop.runner.run(workshop.job.id))
        #expect(job.state == .succeeded)
        #expect(workshop.provider.counts.submissions == 1 && workshop.provider.counts.lookUps == 1)
    }

    @Test func `what was accepted before a crash is found by its name`() async throws {
        let workshop = try await Workshop(paid([.succeed]))
        let name = SubmissionName(job: workshop.job.id, attempt: 1)
        _ = try await workshop.provider.submit(workshop.job.request, as: name, within: .seconds(1))
        try await interrupt(workshop) { job in
            job.state = .submitting
            job.attempts = [VideoJob.Attempt(provider: "scripted", startedAt: job.createdAt)]
        }
        let job = try #require(await workshop.runner.run(workshop.job.id))
        #expect(job.state == .succeeded)
        #expect(workshop.provider.counts.submissions == 1)
    }

    @Test func `an unknown outcome is looked up again later, and its video comes`() async throws {
        let provider = paid([.refuse(.outcomeUnknown)], canLookUp: false)
        let workshop = try await Workshop(provider)
        let job = try #require(await workshop.runner.run(workshop.job.id))
        #expect(job.state == .unknown)
        let due = try #require(job.revisitAt)
        #expect(due == job.updatedAt.advanced(by: .seconds(60)))
        workshop.wallClock.advance(by: .seconds(60))
        let again = try #require(await workshop.runner.run(job.id))
        #expect(again.state == .unknown && again.revisits == 1 && again.eventNumber == job.eventNumber)
        #expect(provider.counts.submissions == 1)
    }

    @Test func `questions may fail as often as they like`() async throws {
        let workshop = try await Workshop(paid([.takes(looks: 3)]))
        workshop.provider.blindLooks.withLock { $0 = 12 }
        let job = try #require(await workshop.runner.run(workshop.job.id))
        #expect(job.state == .succeeded)
        #expect(job.attempts.count == 1 && workshop.provider.counts.submissions == 1)
    }

    @Test func `a download that fails is repeated without submitting again`() async throws {
        let workshop = try await Workshop(paid([.failDownload(times: 2)]))
        let job = try #require(await workshop.runner.run(workshop.job.id))
        #expect(job.state == .succeeded && workshop.provider.counts.submissions == 1)
    }

    @Test func `a video that comes after the deadline takes the substitute's place`() async throws {
        let provider = paid([.hang])
        let substitute = ScriptedProvider([.succeed], name: "substitute")
        let workshop = try await Workshop(provider, fallbacks: [substitute])
        let failed = try #require(await workshop.runner.run(workshop.job.id))
        #expect(failed.state == .failed && failed.failure?.reason == .deadlineExceeded)
        #expect(failed.result?.isSubstitute == true)
        #expect(provider.counts.cancellations == 0, "what was paid for goes on")
        provider.finish()
        workshop.wallClock.advance(by: .seconds(60))
        let late = try #require(await workshop.runner.run(failed.id))
        #expect(late.state == .succeeded && late.failure == nil)
        #expect(late.result?.isSubstitute == false && late.replacedAt == late.updatedAt)
        #expect(late.result?.name != failed.result?.name)
        #expect(provider.counts.submissions == 1)
    }

    /// Leaves the job as a process that was killed would have left it.
    private func interrupt(_ workshop: Workshop, _ change: (inout VideoJob) -> Void) async throws {
        let start = workshop.wallClock.now()
        var job = try #require(
            try await workshop.store.claim(.job(workshop.job.id), owner: "dead", at: start, for: .seconds(15))
        )
        change(&job)
        try await workshop.store.save(job)
        workshop.wallClock.advance(by: .seconds(60))
    }
}
