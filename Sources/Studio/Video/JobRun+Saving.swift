import Domain
import Telemetry

extension JobRun {
    /// Tells how far the work is; the store hears of it a few times in each lease.
    mutating func advance(to progress: Double) async throws {
        let isNew = job.state != .running
        job.state = .running
        job.progress = max(job.progress, min(progress, 1))
        let now = parts.wallClock.now()
        guard !isNew, savedAt.advanced(by: configuration.leaseDuration / 3) > now else {
            return try await save()
        }
        job.updatedAt = now
        parts.journal.announce(job)
    }

    mutating func finish(as state: VideoJob.State, with file: VideoFile?) async throws {
        let now = parts.wallClock.now()
        let replaced = job.result
        job.result = file
        if job.report?.charge != nil { await settle(.charged) }
        if state == .succeeded {
            job.progress = 1
            job.failure = nil
            job.revisitAt = nil
            job.handle = nil
            if replaced?.isSubstitute == true { job.replacedAt = now }
        }
        if let last = job.attempts.indices.last, job.attempts[last].endedAt == nil {
            job.attempts[last].endedAt = now
        }
        job.end(as: state, at: now)
        try await write()
        parts.reached(.ended)
        parts.journal.announce(job)
        parts.metrics.videos[state.rawValue].increment()
        parts.metrics.rendering.observe(job.createdAt.duration(to: now))
        await noteOutcome()
        if let replaced, replaced.name != file?.name { await parts.shelf.remove(replaced) }
    }

    /// Notes at the prompt what came of it; the job is done whether that works or not.
    private func noteOutcome() async {
        var change = MarksChange()
        switch job.state {
        case .succeeded: change.outcome = .rendered
        case .failed: change.outcome = .failed
        default: return
        }
        do {
            _ = try await parts.marks?.mark(
                job.prompt, with: change, recording: nil, in: job.workspace)
        } catch {
            parts.log.warning("outcome was not noted", ["job.id": job.id.rawValue])
        }
    }

    /// Puts the job back into the queue for a while; nobody holds it meanwhile.
    mutating func putBack(for pause: Duration) async throws {
        let now = parts.wallClock.now()
        job.state = .queued
        job.progress = 0
        // Whoever is late learns of it in time.
        job.notBefore = min(now.advanced(by: pause), max(now, deadline))
        job.lease?.expiresAt = now
        job.tell(at: now)
        try await write()
        parts.journal.announce(job)
    }

    /// Saves a change that is told, and keeps the lease.
    mutating func save() async throws {
        let now = parts.wallClock.now()
        let leaseEnd = now.advanced(by: configuration.leaseDuration)
        job.notBefore = nil
        job.lease?.expiresAt = leaseEnd
        job.tell(at: now)
        try await write()
        parts.journal.announce(job)
    }

    mutating func write() async throws {
        do {
            try await parts.jobs.save(job)
        } catch  where error.code == .conflict {
            throw TakenOver()
        }
        savedAt = parts.wallClock.now()
    }

    /// Ends the lease, so that the next start goes on at once; somebody else's stays.
    mutating func giveBack() async {
        let now = parts.wallClock.now()
        job.updatedAt = now
        job.lease?.expiresAt = now
        do {
            try await parts.jobs.save(job)
        } catch {
            parts.metrics.lostLeases.increment()
            parts.log.warning("job was not given back", ["job.id": job.id.rawValue])
            await abandon()
        }
    }

    mutating func abandon() async {
        if let stored = try? await parts.jobs.job(job.id, in: job.workspace) { job = stored }
    }
}
