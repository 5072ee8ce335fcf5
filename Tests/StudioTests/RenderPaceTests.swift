import Domain
import TestSupport
import Testing

@testable import Studio

/// How long a video will take, by what past ones took.
struct RenderPaceTests {
    private let start = Timestamp(milliseconds: 1_795_000_000_000)

    private func job(
        seconds: Int = 10, width: Int = 640, height: Int = 360, tookMilliseconds: Int? = nil
    ) throws -> VideoJob {
        let random = SeededRandom(seed: 4)
        var job = VideoJob(
            id: VideoJob.ID(at: start, random: random), workspace: .standard,
            prompt: Prompt.ID(at: start, random: random), revision: 1,
            request: VideoRequest(
                text: "a puppy", idea: "강아지", model: ModelName(rawValue: "animatic"),
                format: try VideoFormat(width: width, height: height, durationSeconds: seconds), seed: 0),
            createdAt: start)
        var attempt = VideoJob.Attempt(provider: job.provider, startedAt: start)
        attempt.endedAt = tookMilliseconds.map { start.advanced(by: .milliseconds($0)) }
        job.attempts = [attempt]
        return job
    }

    @Test func `nobody can say without a past`() throws {
        #expect(RenderPace([]) == nil)
        #expect(RenderPace([try job()]) == nil, "one that is not over says nothing")
    }

    @Test(arguments: [(10, 640, 360, 2.0), (20, 640, 360, 4.0), (10, 1280, 720, 8.0), (5, 320, 180, 0.25)])
    func `a video that waits will take as long as one of its size did`(
        seconds: Int, width: Int, height: Int, expected: Double
    ) throws {
        let pace = try #require(RenderPace([try job(tookMilliseconds: 2000)]))
        var waiting = try job(seconds: seconds, width: width, height: height)
        (waiting.attempts, waiting.state) = ([], .queued)
        let remaining = pace.remaining(of: waiting, at: start) / .milliseconds(1)
        #expect(abs(remaining - expected * 1000) < 2)
    }

    @Test func `one video that took for ever changes nothing`() throws {
        let usual = try (0..<9).map { _ in try job(tookMilliseconds: 2000) }
        let pace = try #require(RenderPace(usual + [try job(tookMilliseconds: 3_600_000)]))
        #expect(pace.typical == .seconds(2))
    }

    @Test func `a pause in the queue comes before the work`() throws {
        let pace = try #require(RenderPace([try job(tookMilliseconds: 2000)]))
        var paused = try job()
        paused.state = .queued
        paused.notBefore = start.advanced(by: .seconds(30))
        #expect(abs(pace.remaining(of: paused, at: start) / .seconds(1) - 32) < 0.01)
        let late = start.advanced(by: .seconds(60))
        #expect(abs(pace.remaining(of: paused, at: late) / .seconds(1) - 2) < 0.01)
    }

    @Test func `its own progress says more than the past, once there is some`() throws {
        let pace = try #require(RenderPace([try job(tookMilliseconds: 2000)]))
        var running = try job()
        running.state = .running
        let now = start.advanced(by: .seconds(1))
        running.progress = 0.05
        #expect(abs(pace.remaining(of: running, at: now) / .seconds(1) - 1) < 0.01)
        running.progress = 0.2
        #expect(abs(pace.remaining(of: running, at: now) / .seconds(1) - 4) < 0.01)
        running.progress = 1
        #expect(pace.remaining(of: running, at: now) == .zero)
    }

    @Test func `what takes longer than ever is due any moment, never overdue`() throws {
        let pace = try #require(RenderPace([try job(tookMilliseconds: 2000)]))
        var running = try job()
        running.state = .running
        #expect(pace.remaining(of: running, at: start.advanced(by: .seconds(600))) == .zero)
    }
}
