import Domain
package import Telemetry

/// How long things are kept; nil for ever.
package struct RetentionRules: Sendable, Hashable {
    /// In the trash, before a prompt is purged.
    package var trash: Duration?
    /// A prompt that nobody marked, labelled or used, since its last save, before it goes into the trash.
    package var prompts: Duration?

    package init(trash: Duration? = nil, prompts: Duration? = nil) {
        self.trash = trash
        self.prompts = prompts
    }
}

/// What one look of ``Studio/retain(by:)`` did.
package struct RetentionReport: Sendable, Hashable {
    package var purgedPrompts = 0
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
            report.purgedPrompts = try await purgeTrash(before: now.before(age))
        }
        if let age = rules.prompts {
            report.deletedPrompts = try await deleteUntouched(since: now.before(age))
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
                            "prompts.deleted": report.deletedPrompts,
                        ])
                }
            } catch {
                log.error("retention failed", ["error": "\(error)"])
            }
            do { try await clock.sleep(for: interval) } catch { return }
        }
    }

    private func purgeTrash(before moment: Timestamp) async throws -> Int {
        var count = 0
        while !Task.isCancelled {
            let due = try await parts.history.prompts(deletedBefore: moment, limit: 100)
            if due.isEmpty { break }
            for prompt in due { try await purge(prompt.id, in: prompt.workspace, by: .service) }
            count += due.count
        }
        return count
    }

    private func deleteUntouched(since moment: Timestamp) async throws -> Int {
        var count = 0
        while !Task.isCancelled {
            let due = try await parts.history.prompts(untouchedSince: moment, limit: 100)
            if due.isEmpty { break }
            for prompt in due { try await delete(prompt.id, in: prompt.workspace, by: .service) }
            count += due.count
        }
        return count
    }
}

extension Timestamp {
    fileprivate func before(_ age: Duration) -> Self { advanced(by: .zero - age) }
}
