import Domain
import Foundation
import SQLiteStore
import Studio
import TestSupport
import Testing
import VideoFolder

/// Which finished videos make room, by age and by their size together.
@Suite(.timeLimit(.minutes(5)))
struct VideoRetentionTests {
    /// A workshop with this many finished videos, a second apart.
    private func workshop(
        videos: Int, _ configure: @escaping (inout VideoRetention) -> Void
    ) async throws -> (workshop: Workshop, jobs: [VideoJob]) {
        let workshop = try await Workshop(
            ScriptedProvider([]), configure: { configure(&$0.retention) })
        var jobs = [try #require(await workshop.runner.run(workshop.job.id))]
        for number in 1..<videos {
            workshop.wallClock.advance(by: .seconds(1))
            let job = try Workshop.job(
                UInt64(100 + number), by: workshop.provider.name, at: workshop.wallClock.now())
            try await workshop.store.enqueue(job)
            jobs.append(try #require(await workshop.runner.run(job.id)))
        }
        #expect(jobs.allSatisfy { $0.state == .succeeded })
        return (workshop, jobs)
    }

    private func expect(_ kept: [Bool], of jobs: [VideoJob], in workshop: Workshop) async throws {
        for (job, isKept) in zip(jobs, kept) {
            let stored = try await workshop.store.job(job.id, in: .standard)
            let file = try #require(job.result)
            #expect((stored.result != nil) == isKept && (stored.expiredAt == nil) == isKept)
            #expect(stored.state == .succeeded, "the record stays")
            let there = [file.name, file.thumbnailName].map {
                FileManager.default.fileExists(atPath: workshop.shelf.path(of: $0))
            }
            #expect(there == [isKept, isKept])
            let events = try await workshop.store.events(of: job.id, in: .standard, after: 0)
            #expect((events.last?.expiredAt == nil) == isKept, "and it is told")
        }
    }

    @Test(arguments: 0...4)
    func `when all are larger than the quota, the oldest go until the rest fits`(fitting: Int) async throws {
        let size = SampleVideo.webm(seconds: 10).count
        let (workshop, jobs) = try await workshop(videos: 4) { $0.bytes = fitting * size }
        await workshop.runner.makeRoom()
        try await expect((0..<4).map { $0 >= 4 - fitting }, of: jobs, in: workshop)
        #expect(try await workshop.store.load().videoBytes == fitting * size)
        // Another look finds nothing more to do.
        await workshop.runner.makeRoom()
        try await expect((0..<4).map { $0 >= 4 - fitting }, of: jobs, in: workshop)
    }

    @Test func `what is older than allowed goes, and nothing younger`() async throws {
        let (workshop, jobs) = try await workshop(videos: 3) { $0.age = .seconds(60) }
        await workshop.runner.makeRoom()
        try await expect([true, true, true], of: jobs, in: workshop)
        let last = try #require(jobs.last).updatedAt
        let moment = last.advanced(by: .milliseconds(59_500))
        workshop.wallClock.advance(by: workshop.wallClock.now().duration(to: moment))
        await workshop.runner.makeRoom()
        try await expect([false, false, true], of: jobs, in: workshop)
    }

    @Test func `without rules everything is kept`() async throws {
        let (workshop, jobs) = try await workshop(videos: 2) { _ in }
        workshop.wallClock.advance(by: .seconds(10 * 366 * 86_400))
        await workshop.runner.makeRoom()
        try await expect([true, true], of: jobs, in: workshop)
    }

    @Test func `a substitute that the quota removed is not missed when the real video comes`() async throws {
        let workshop = try await Workshop(
            ScriptedProvider(Array(repeating: .fail(.transient), count: 3)),
            fallbacks: [ScriptedProvider([.succeed], name: "substitute")],
            configure: { $0.retention.bytes = 0 })
        let failed = try #require(await workshop.runner.run(workshop.job.id))
        #expect(failed.result?.isSubstitute == true)
        await workshop.runner.makeRoom()
        #expect(try await workshop.stored.result == nil)
        let again = try await workshop.store.retry(
            failed.id, in: .standard, at: workshop.wallClock.now())
        #expect(again.state == .queued)
        let job = try #require(await workshop.runner.run(failed.id))
        #expect(job.state == .succeeded && job.result?.isSubstitute == false)
    }
}
