import Domain
import Foundation
import SQLiteStore

/// `bench jobs`: how many changes of jobs the store takes, by as many workers as a busy service has.
///
/// Each job goes its whole way: queued, claimed, four changes that are told, a renewed lease, its end.
struct JobsBench: Sendable {
    let rounds: Int
    let seconds: Int
    let shell: Shell

    private static let workers = [1, 64]

    func run() async throws {
        var table = TextTable(
            "Changes of jobs in SQLite, each on the disk, median of \(rounds) rounds of \(seconds) s",
            head: ["workers", "changes/s", "jobs/s", "p50 ms of a change", "p99 ms"])
        for workers in Self.workers {
            var done: [JobsRound] = []
            for round in 1...rounds {
                shell.say("\(workers) workers, round \(round) of \(rounds)")
                done.append(try await measure(workers))
            }
            table.add(
                "\(workers)", (done.map(\.perSecond).median ?? 0).text(),
                (done.map { $0.perSecond / Double(JobsRound.changes) }.median ?? 0).text(),
                (done.map { $0.percentile(50) }.median ?? 0).text(decimals: 2),
                (done.map { $0.percentile(99) }.median ?? 0).text(decimals: 2))
        }
        shell.print(table.text)
    }

    private func measure(_ workers: Int) async throws -> JobsRound {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder.path + "/" + SQLiteStore.fileName)
        let clock = ContinuousClock()
        let start = clock.now
        let end = start + .seconds(seconds)
        let times = try await withThrowingTaskGroup(of: [Double].self) { group in
            for worker in 0..<workers {
                group.addTask {
                    var own: [Double] = []
                    while clock.now < end { own += try await Self.oneJob(on: store, worker) }
                    return own
                }
            }
            return try await group.reduce(into: [Double]()) { $0 += $1 }
        }
        let passed = start.duration(to: clock.now).inSeconds
        await store.close()
        return JobsRound(times: times.sorted(), seconds: passed)
    }

    /// Takes one job from its beginning to its end.
    ///
    /// - Returns: The milliseconds of each change.
    private static func oneJob(on store: SQLiteStore, _ worker: Int) async throws -> [Double] {
        var watch = StopWatch()
        let queued = try job(of: worker)
        let now = queued.createdAt
        try await store.enqueue(queued)
        watch.lap()
        let work = JobWork.rendering(by: queued.provider)
        let claimed = try await store.claim(work, owner: "\(worker)", at: now, for: .seconds(60))
        watch.lap()
        guard var job = claimed, let lease = job.lease else { return watch.laps }
        for state in [VideoJob.State.submitting, .submitted, .running, .downloading] {
            job.state = state
            job.tell(at: now)
            try await store.save(job)
            watch.lap()
        }
        try await store.renew(lease, of: job.id)
        watch.lap()
        job.end(as: .succeeded, at: now)
        try await store.save(job)
        watch.lap()
        return watch.laps
    }

    private static func job(of worker: Int) throws -> VideoJob {
        let random = SystemRandomSource()
        let now = Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
        return VideoJob(
            id: VideoJob.ID(at: now, random: random), workspace: Workspace(rawValue: "\(worker % 8)"),
            prompt: Prompt.ID(at: now, random: random), revision: 1,
            request: VideoRequest(
                text: "A cute puppy romps through a sunny park, handheld camera, warm light.",
                idea: "귀여운 강아지가 뛰노는 밝은 영상", model: ModelName(rawValue: "animatic"),
                format: try VideoFormat(), seed: 1),
            createdAt: now)
    }
}

/// Times between one lap and the next.
private struct StopWatch {
    private(set) var laps: [Double] = []
    private var last = ContinuousClock.now

    mutating func lap() {
        let now = ContinuousClock.now
        laps.append(last.duration(to: now).inMilliseconds)
        last = now
    }
}

/// What one round took.
struct JobsRound: Sendable {
    /// Changes in the life of one job.
    static let changes = 8

    /// Milliseconds of each change, the shortest first.
    let times: [Double]
    let seconds: Double

    var perSecond: Double { Double(times.count) / seconds }

    /// The time that so many percent of the changes stay within, in milliseconds (nearest rank).
    func percentile(_ percent: Int) -> Double {
        guard !times.isEmpty else { return 0 }
        return times[max(0, (times.count * percent + 99) / 100 - 1)]
    }
}
