import Domain
import Resilience
import SQLiteStore
import Studio
import Synchronization
import TestSupport
import Testing

/// Retries, budgets, circuits, leases and comebacks, on virtual time.
@Suite(.timeLimit(.minutes(5)))
struct ResilienceOfJobsTests {
    private static let thrice: [ScriptedProvider.Step] = [
        .fail(.transient), .fail(.transient), .fail(.transient),
    ]

    @Test func `a pause is spent in the queue, and obeys what was asked for`() async throws {
        let workshop = try await Workshop(ScriptedProvider([.refuse(.throttled, after: .seconds(40))]))
        _ = await workshop.runner.run(workshop.job.id)
        let events = try await workshop.store.events(of: workshop.job.id, in: .standard, after: 0)
        let paused = try #require(events.first { $0.state == .queued && $0.notBefore != nil })
        let pause = paused.updatedAt.duration(to: try #require(paused.notBefore))
        #expect(pause >= .seconds(40) && pause < .seconds(41))
        #expect(try await workshop.told.last == .succeeded)
    }

    @Test func `without a budget nothing is tried again`() async throws {
        let workshop = try await Workshop(ScriptedProvider([.fail(.transient)])) {
            $0.budget = RetryBudgetState(ratio: 0, reserve: 0)
        }
        let job = try #require(await workshop.runner.run(workshop.job.id))
        #expect(job.state == .failed && job.attempts.count == 1)
    }

    @Test func `an open circuit costs no attempt, and the deadline still brings a substitute`() async throws {
        let workshop = try await Workshop(
            ScriptedProvider([.refuse(.transient)]),
            fallbacks: [ScriptedProvider([.succeed], name: "substitute")],
            guarding: {
                $0.circuit.minimumCalls = 1
                $0.circuit.openFor = .seconds(3600)
            })
        let job = try #require(await workshop.runner.run(workshop.job.id))
        #expect(job.state == .failed && job.failure?.reason == .deadlineExceeded)
        #expect(job.result?.isSubstitute == true)
        #expect(job.attempts.map { $0.failure?.reason } == [.transient])
        #expect(workshop.provider.submissions == 1)
        #expect(workshop.guarded.health.condition == .open)
    }

    @Test func `when the provider is back, the real video replaces the substitute`() async throws {
        let substitute = ScriptedProvider([.succeed], name: "substitute")
        let workshop = try await Workshop(ScriptedProvider(Self.thrice), fallbacks: [substitute])
        let failed = try #require(await workshop.runner.run(workshop.job.id))
        #expect(failed.state == .failed && failed.revisitAt != nil)
        let old = try #require(failed.result)
        workshop.wallClock.advance(by: .seconds(61))
        let job = try #require(await workshop.runner.run(failed.id))
        #expect(job.state == .succeeded && job.round == 2 && job.replacedAt != nil)
        #expect(job.result?.isSubstitute == false && job.result?.name != old.name)
        #expect(try await workshop.told.filter(\.isFinal) == [.failed, .succeeded])
    }

    @Test func `a provider that stays away is looked at a few times, and keeps its one substitute`()
        async throws
    {
        let substitute = ScriptedProvider([.succeed], name: "substitute")
        let always = Array(repeating: ScriptedProvider.Step.fail(.transient), count: 100)
        let workshop = try await Workshop(
            ScriptedProvider(always), fallbacks: [substitute],
            guarding: { $0.circuit.failureRate = 2 },
            configure: { $0.revisits = [.seconds(60), .seconds(90)] })
        var job = try #require(await workshop.runner.run(workshop.job.id))
        for _ in 0..<2 {
            #expect(job.revisitAt != nil)
            workshop.wallClock.advance(by: .seconds(100))
            job = try #require(await workshop.runner.run(job.id))
            #expect(job.state == .failed && job.result?.isSubstitute == true)
        }
        #expect(job.revisitAt == nil)
        #expect(substitute.submissions == 1)
    }

    @Test func `a retry by hand begins anew, and keeps the substitute until it is done`() async throws {
        let substitute = ScriptedProvider([.succeed], name: "substitute")
        let workshop = try await Workshop(ScriptedProvider([.refuse(.balance)]), fallbacks: [substitute])
        let failed = try #require(await workshop.runner.run(workshop.job.id))
        #expect(failed.revisitAt == nil, "a balance does not fill by itself")
        let queued = try await workshop.store.retry(failed.id, in: .standard, at: workshop.wallClock.now())
        #expect(queued.state == .queued && queued.result == failed.result)
        let job = try #require(await workshop.runner.run(failed.id))
        #expect(job.state == .succeeded && job.replacedAt != nil && job.result?.isSubstitute == false)
    }

    @Test func `what a dead worker left is taken over within the lease, and its late write refused`()
        async throws
    {
        let workshop = try await Workshop(ScriptedProvider([.succeed]))
        let start = workshop.wallClock.now()
        let work = JobWork.rendering(by: "scripted")
        var dead = try #require(
            try await workshop.store.claim(work, owner: "dead", at: start, for: .seconds(15)))
        dead.state = .running
        dead.tell(at: start)
        try await workshop.store.save(dead)
        #expect(await workshop.neighbour("heir").run(workshop.job.id) == nil)
        workshop.wallClock.advance(by: .seconds(15))
        let job = try #require(await workshop.neighbour("heir").run(workshop.job.id))
        #expect(job.state == .succeeded && job.lease?.owner == "heir")
        dead.state = .failed
        dead.tell(at: start)
        let late = dead
        let error = await #expect(throws: StoreError.self) { try await workshop.store.save(late) }
        #expect(error?.code == .conflict)
        #expect(try await workshop.stored.state == .succeeded)
    }

    @Test(arguments: UInt64(0)..<30)
    func `in every history of faults a job ends, with a video or a reason`(seed: UInt64) async throws {
        var random = SplitMix64(seed: seed)
        let codes = ProviderError.Code.allCases.filter { $0 != .cancelled }
        let script = (0..<12).map { _ -> ScriptedProvider.Step in
            let code = codes.randomElement(using: &random) ?? .transient
            switch Int.random(in: 0..<8, using: &random) {
            case 0: return .refuse(code, after: .seconds(Int.random(in: 0...90, using: &random)))
            case 1, 2: return .fail(code)
            case 3: return .hang
            case 4: return .takes(looks: Int.random(in: 1...400, using: &random))
            case 5: return .loseAnswer
            case 6: return .failDownload(times: Int.random(in: 1...5, using: &random))
            default: return .sendRubbish
            }
        }
        let isRepeatable = Bool.random(using: &random)
        let provider = ScriptedProvider(
            script, isRepeatable: isRepeatable, canLookUp: Bool.random(using: &random))
        let workshop = try await Workshop(
            provider, fallbacks: [ScriptedProvider([.succeed], name: "substitute")])
        var job = try #require(await workshop.runner.run(workshop.job.id))
        for _ in 0..<8 where job.revisitAt != nil {
            workshop.wallClock.advance(by: .seconds(21_600))
            job = try #require(await workshop.runner.run(job.id))
        }
        #expect(job.state.isFinal && job.revisitAt == nil)
        switch job.state {
        case .succeeded: #expect(job.result?.isSubstitute == false && job.failure == nil)
        case .failed: #expect(job.result?.isSubstitute == true && job.failure != nil)
        default: #expect(job.failure != nil && job.result?.isSubstitute ?? true)
        }
        for round in 1...job.round {
            #expect(job.attempts.count { $0.round == round } <= 3)
        }
        let events = try await workshop.store.events(of: job.id, in: .standard, after: 0)
        #expect(events.map(\.eventNumber) == Array(1...events.count))
        #expect(events.count { $0.state == .succeeded } <= 1)
    }
}
