import Domain
import Telemetry

/// How long, and how much of, finished videos are kept.
package struct VideoRetention: Sendable, Hashable {
    /// Videos older than this go; nil keeps them.
    package var age: Duration?
    /// When all videos are larger than this, the oldest go first; nil for no limit.
    package var bytes: Int?

    package init() {}
}

extension JobRunner {
    /// Removes the files of the oldest videos, as the retention says; their records stay.
    package func makeRoom() async {
        let retention = configuration.retention
        guard retention.age != nil || retention.bytes != nil else { return }
        do throws(StoreError) {
            var excess = try await parts.jobs.load().videoBytes - (retention.bytes ?? .max)
            let now = parts.wallClock.now()
            for job in try await parts.jobs.withVideos(limit: 1000) {
                let isOld = retention.age.map { job.updatedAt.advanced(by: $0) <= now } ?? false
                guard isOld || excess > 0 else { break }
                excess -= job.result?.bytes ?? 0
                try await expire(job, at: now)
            }
        } catch {
            parts.log.error("old videos could not be removed", ["error": error.debugDescription])
        }
    }

    private func expire(_ kept: VideoJob, at now: Timestamp) async throws(StoreError) {
        guard kept.state.isFinal, let file = kept.result else { return }
        var job = kept
        job.result = nil
        job.expiredAt = now
        job.revisitAt = nil
        job.tell(at: now)
        do throws(StoreError) {
            try await parts.jobs.save(job)
        } catch  where error.code == .conflict {
            return  // Somebody is at it; it is looked at again.
        }
        await parts.shelf.remove(file)
        parts.metrics.expired.increment()
    }
}
