import Domain
import Foundation
import TestSupport
import Testing

/// What is stored as JSON comes back as it was.
@Suite struct CodableTests {
    private func roundTrip<Value: Codable & Equatable>(_ value: Value) throws -> Value {
        try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value))
    }

    @Test(arguments: UInt64(0)..<20)
    func `drafts, scenes, prompts, revisions and diffs come back`(seed: UInt64) throws {
        var samples = HistorySamples(seed: seed)
        let draft = samples.draft(text: samples.text())
        #expect(try roundTrip(draft) == draft)
        #expect(try roundTrip(draft.scene) == draft.scene)
        let (prompt, first) = try samples.prompt()
        #expect(try roundTrip(prompt) == prompt)
        let next = samples.revision(after: first)
        #expect(try roundTrip(next) == next)
        #expect(try roundTrip(next.diff) == next.diff)
        // Equality of strings overlooks how a character is composed.
        #expect(Array(try roundTrip(next).text.utf8) == Array(next.text.utf8))
    }

    @Test(arguments: VideoJob.State.allCases)
    func `video jobs come back`(state: VideoJob.State) throws {
        var samples = HistorySamples(seed: 90)
        var job = try samples.job()
        job.state = state
        job.progress = 1.0 / 3
        var attempt = VideoJob.Attempt(provider: "local", startedAt: samples.now())
        attempt.endedAt = samples.now()
        attempt.failure = VideoJob.Failure(reason: .contentPolicy, message: samples.text())
        job.attempts = [attempt]
        job.handle = ProviderHandle(provider: "local", value: samples.text())
        job.lease = VideoJob.Lease(owner: "worker", token: Int.max, expiresAt: samples.now())
        job.result = VideoFile(
            name: "a.webm", thumbnailName: "a.png", bytes: Int.max, digest: "00", isSubstitute: true)
        #expect(try roundTrip(job) == job)
    }

    @Test(arguments: [0, 1, UInt64(Int64.max) + 1, UInt64.max])
    func `seeds keep all their bits`(seed: UInt64) throws {
        var hints = Hints()
        hints.seed = seed
        #expect(try roundTrip(hints).seed == seed)
    }

    @Test func `final states are those after which nothing happens by itself`() {
        let final = VideoJob.State.allCases.filter(\.isFinal)
        #expect(final == [.succeeded, .failed, .cancelled, .unknown, .lost])
    }
}
