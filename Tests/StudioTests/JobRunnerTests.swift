import Domain
import SQLiteStore
import Studio
import TestSupport
import Testing

/// The way of a job from the store to a video, whatever the provider does.
@Suite(.timeLimit(.minutes(5)))
struct JobRunnerTests {
    @Test func `a job that goes well succeeds at its first attempt`() async throws {
        let workshop = try await Workshop(ScriptedProvider([.succeed]))
        let job = try #require(await workshop.runner.run(workshop.job.id))
        #expect(job.state == .succeeded)
        #expect(job.progress == 1)
        #expect(job.attempts.count == 1)
        #expect(job.result?.isSubstitute == false)
        #expect(try await workshop.stored == job)
    }

    @Test(arguments: [ProviderError.Code.transient, .throttled, .downloadFailed])
    func `a fault that may pass is tried three times`(code: ProviderError.Code) async throws {
        let workshop = try await Workshop(ScriptedProvider([.refuse(code), .fail(code), .succeed]))
        let job = try #require(await workshop.runner.run(workshop.job.id))
        #expect(job.state == .succeeded)
        #expect(job.failure == nil)
        #expect(job.attempts.map { $0.failure?.reason } == [code, code, nil])
    }

    @Test func `when every attempt failed, a substitute is made and says so`() async throws {
        let workshop = try await Workshop(
            ScriptedProvider([.fail(.transient), .fail(.transient), .fail(.transient)]),
            fallbacks: [ScriptedProvider([.succeed], name: "substitute")])
        let job = try #require(await workshop.runner.run(workshop.job.id))
        #expect(job.state == .failed)
        #expect(job.failure?.reason == .transient)
        #expect(job.result?.isSubstitute == true)
        #expect(workshop.provider.submissions == 3)
    }

    @Test func `when even the substitute fails, the next one stands in`() async throws {
        let workshop = try await Workshop(
            ScriptedProvider([.refuse(.balance)]),
            fallbacks: [
                ScriptedProvider([.refuse(.storage)], name: "substitute"),
                ScriptedProvider([.fail(.transient)], name: "second"),
                ScriptedProvider([.sendRubbish], name: "third"), ScriptedProvider([.succeed], name: "stock"),
            ])
        let job = try #require(await workshop.runner.run(workshop.job.id))
        #expect(job.state == .failed && job.result?.isSubstitute == true)
        #expect(job.attempts.count == 1)
    }

    @Test func `a file that is no video is fetched again, and then the attempt has failed`() async throws {
        let workshop = try await Workshop(ScriptedProvider([.sendRubbish, .succeed]))
        let job = try #require(await workshop.runner.run(workshop.job.id))
        #expect(job.state == .succeeded)
        #expect(job.attempts.map { $0.failure?.reason } == [.downloadFailed, nil])
    }

    @Test(arguments: [ProviderError.Code.authentication, .balance, .invalidRequest, .contentPolicy, .storage])
    func `a fault that stays is not tried again`(code: ProviderError.Code) async throws {
        let workshop = try await Workshop(ScriptedProvider([.refuse(code)]))
        let job = try #require(await workshop.runner.run(workshop.job.id))
        #expect(job.state == .failed)
        #expect(job.failure?.reason == code)
        #expect(job.result == nil)
        #expect(workshop.provider.submissions == 1)
    }

    @Test func `an unknown outcome is never submitted again`() async throws {
        let workshop = try await Workshop(
            ScriptedProvider([.refuse(.outcomeUnknown)], isRepeatable: false),
            fallbacks: [ScriptedProvider([.succeed], name: "substitute")])
        let job = try #require(await workshop.runner.run(workshop.job.id))
        #expect(job.state == .unknown)
        #expect(job.result == nil)
        #expect(workshop.provider.submissions == 1)
    }

    @Test(arguments: zip([true, false], [VideoJob.State.succeeded, .lost]))
    func `a handle that nobody knows any more is submitted again only when that is free`(
        isRepeatable: Bool, state: VideoJob.State
    ) async throws {
        let workshop = try await Workshop(ScriptedProvider([.succeed], isRepeatable: isRepeatable))
        try await interrupt(workshop) {
            $0.state = .running
            $0.handle = ProviderHandle(provider: "scripted", value: "from before the restart")
        }
        let job = try #require(await workshop.runner.run(workshop.job.id))
        #expect(job.state == state)
    }

    @Test(arguments: zip([true, false], [VideoJob.State.succeeded, .unknown]))
    func `a submission cut off in the middle is repeated only when that is free`(
        isRepeatable: Bool, state: VideoJob.State
    ) async throws {
        let workshop = try await Workshop(ScriptedProvider([.succeed], isRepeatable: isRepeatable))
        try await interrupt(workshop) { $0.state = .submitting }
        let job = try #require(await workshop.runner.run(workshop.job.id))
        #expect(job.state == state)
        #expect(workshop.provider.submissions == (isRepeatable ? 1 : 0))
    }

    @Test func `a job that takes too long is given up`() async throws {
        let workshop = try await Workshop(ScriptedProvider([.hang, .hang]))
        let job = try #require(await workshop.runner.run(workshop.job.id))
        #expect(job.state == .failed)
        #expect(job.failure?.reason == .deadlineExceeded)
        // The first attempt had half of the time.
        #expect(job.attempts.map { $0.failure?.reason } == [.transient, .deadlineExceeded])
        #expect(workshop.provider.cancellations == 2)
    }

    @Test func `a cancelled job is withdrawn and stays cancelled`() async throws {
        let workshop = try await Workshop(ScriptedProvider([.hang]), timePasses: false)
        async let ended = workshop.runner.run(workshop.job.id)
        for await change in workshop.journal.changes(from: workshop.job) where change.state == .running {
            let cancelled = try await workshop.store.cancel(
                workshop.job.id, in: .standard, at: workshop.wallClock.now())
            workshop.journal.announce(cancelled)
        }
        #expect(await ended?.state == .cancelled)
        #expect(workshop.provider.cancellations == 1)
    }

    @Test func `a job whose lease somebody else has is left to them`() async throws {
        let workshop = try await Workshop(ScriptedProvider([.hang]), timePasses: false)
        async let ended = workshop.runner.run(workshop.job.id)
        for await change in workshop.journal.changes(from: workshop.job) where change.state == .running {
            let late = workshop.wallClock.now().advanced(by: .seconds(3600))
            if try await workshop.store.claim(
                .rendering(by: "scripted"), owner: "thief", at: late, for: .seconds(60)) != nil
            {
                await workshop.runner.renewLeases()
                break
            }
        }
        #expect(await ended?.lease?.owner == "thief")
        #expect(try await workshop.stored.state.isFinal == false)
    }

    @Test func `a runner that is stopped gives its job back at once`() async throws {
        let workshop = try await Workshop(ScriptedProvider([.hang, .succeed]), timePasses: false)
        let running = Task { await workshop.runner.run() }
        for await change in workshop.journal.changes(from: workshop.job) where change.state == .running {
            break
        }
        running.cancel()
        await running.value
        #expect(try await workshop.stored.state == .running)
        let job = try #require(await workshop.runner.run(workshop.job.id))
        #expect(job.state == .succeeded)
    }

    /// Leaves the job as a process that was killed would have left it.
    private func interrupt(_ workshop: Workshop, _ change: (inout VideoJob) -> Void) async throws {
        let start = workshop.wallClock.now()
        var job = try #require(
            try await workshop.store.claim(
                .rendering(by: "scripted"), owner: "dead", at: start, for: .seconds(15)))
        change(&job)
        try await workshop.store.save(job)
        workshop.wallClock.advance(by: .seconds(60))
    }
}
