import Domain
package import Telemetry

/// How long things are kept; nil for ever.
package struct RetentionRules: Sendable, Hashable {
    /// In the trash, before a prompt is purged.
    package var trash: Duration?
    /// A finished video; what was made stays in the history.
    package var videos: Duration?
    /// A prompt that nobody marked, labelled or used, since its last save, before it goes into the trash.
    package var prompts: Duration?

    package init(trash: Duration? = nil, videos: Duration? = nil, prompts: Duration? = nil) {
        self.trash = trash
        self.videos = videos
        self.prompts = prompts
    }
}

/// What one look of ``Studio/retain(by:)`` did.
package struct RetentionReport: Sendable, Hashable {
    package var purgedPrompts = 0
    package var removedVideos = 0
    package var deletedPrompts = 0

    /// Whether there was anything to do.
    package var isEmpty: Bool { self == Self() }
}

extension Studio {
    /// Does what the rules ask for now.
    ///
    /// - Throws: ``StoreError``; what was done stays done, and the rest comes with the next look.
    package func retain(by rules: RetentionRules) async throws -> RetentionReport {
        let now = parts.clock.now()
        var report = RetentionReport()
        if let age = rules.trash {
            try await forEach {
                try await parts.history.prompts(deletedBefore: now.before(age), limit: $0)
            } body: {
                try await purge($0.id, in: $0.workspace, by: .service)
                report.purgedPrompts += 1
            }
        }
        if let age = rules.videos {
            try await forEach {
                try await parts.jobs.jobs(withVideoBefore: now.before(age), limit: $0)
            } body: {
                try await removeVideo(of: $0, at: now)
                report.removedVideos += 1
            }
        }
        if let age = rules.prompts {
            try await forEach {
                try await parts.history.prompts(untouchedSince: now.before(age), limit: $0)
            } body: {
                try await delete($0.id, in: $0.workspace, by: .service)
                report.deletedPrompts += 1
            }
        }
        return report
    }

    /// Looks once every `interval` until the task is cancelled.
    ///
    /// - Parameters:
    ///   - rules: How long things are kept.
    ///   - interval: Time between two looks; the first is at once.
    ///   - clock: What the interval passes on.
    ///   - log: Where it is told what was done and what failed.
    package func keepRetaining(
        by rules: RetentionRules, every interval: Duration, on clock: some Clock<Duration>, log: Log
    ) async {
        guard rules != RetentionRules() else { return }
        while !Task.isCancelled {
            do {
                let report = try await retain(by: rules)
                if !report.isEmpty {
                    log.info(
                        "retention",
                        [
                            "prompts.purged": report.purgedPrompts,
                            "videos.removed": report.removedVideos,
                            "prompts.deleted": report.deletedPrompts,
                        ])
                }
            } catch {
                log.error("retention failed", ["error": "\(error)"])
            }
            do { try await clock.sleep(for: interval) } catch { return }
        }
    }

    /// Removes a job's files; that it was made, and how, stays known.
    private func removeVideo(of job: VideoJob, at now: Timestamp) async throws {
        var job = job
        if let file = job.result { await parts.shelf.remove(file) }
        job.videoRemovedAt = now
        do throws(StoreError) {
            try await parts.jobs.save(job)
            journal.announce(job)
        } catch  where error.code == .notFound {}
    }

    /// Works through what `page` names until it names nothing.
    private func forEach<Item>(
        page: (_ limit: Int) async throws -> [Item], body: (Item) async throws -> Void
    ) async throws {
        while !Task.isCancelled {
            let items = try await page(100)
            guard !items.isEmpty else { return }
            for item in items { try await body(item) }
        }
    }
}

extension Timestamp {
    fileprivate func before(_ age: Duration) -> Self { advanced(by: .zero - age) }
}
