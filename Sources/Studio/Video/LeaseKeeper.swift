import Domain
import Synchronization

/// Extends the leases of all jobs that this process works on, whatever the work waits for.
final class LeaseKeeper: Sendable {
    private struct Held {
        var lease: VideoJob.Lease
        let lost: @Sendable () -> Void
    }

    private let jobs: any JobStore
    private let clock: any WallClock
    private let duration: Duration
    private let held = Mutex<[VideoJob.ID: Held]>([:])

    init(jobs: any JobStore, clock: any WallClock, duration: Duration) {
        self.jobs = jobs
        self.clock = clock
        self.duration = duration
    }

    /// Keeps a job's lease until it is released.
    ///
    /// - Parameter lost: Called once when somebody else has the job, or when the lease is over because the
    ///   store could not be reached.
    func keep(_ job: VideoJob, lost: @escaping @Sendable () -> Void) {
        guard let lease = job.lease else { return }
        held.withLock { $0[job.id] = Held(lease: lease, lost: lost) }
    }

    func release(_ id: VideoJob.ID) { held.withLock { $0[id] = nil } }

    /// Extends every lease once.
    func beat() async {
        await withTaskGroup { group in
            for (id, held) in held.withLock({ $0 }) {
                group.addTask { await self.extend(held, of: id) }
            }
        }
    }

    private func extend(_ old: Held, of id: VideoJob.ID) async {
        var lease = old.lease
        lease.expiresAt = clock.now().advanced(by: duration)
        do throws(StoreError) {
            try await jobs.renew(lease, of: id)
            held.withLock { $0[id]?.lease = lease }
        } catch {
            // Without the store, nobody else can have it before the lease is over.
            guard error.code == .conflict || old.lease.expiresAt <= clock.now() else { return }
            let isHeld = held.withLock { $0.removeValue(forKey: id) != nil }
            if isHeld { old.lost() }
        }
    }
}
