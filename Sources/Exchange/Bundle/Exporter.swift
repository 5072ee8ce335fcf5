package import Domain

/// What went out.
package struct ExportReport: Sendable, Hashable, Codable {
    package let prompts: Int
    package let jobs: Int
    package let rules: Int
    package let sha256: String
}

/// Writes everything that is kept into a bundle: JSON Lines with a header, and a manifest with a digest
/// as its last line.
///
/// Prompts go out with all their revisions, branches, edits, labels, reviews and audit entries; video
/// jobs as far as they ended. Videos themselves stay where they are, and so does the trash.
package struct Exporter {
    private let archive: any LivingArchive
    private let jobs: any JobStore

    package init(archive: any LivingArchive, jobs: any JobStore) {
        self.archive = archive
        self.jobs = jobs
    }

    /// Exports, going on where an export to the same path broke off.
    ///
    /// - Parameters:
    ///   - path: Where the bundle will lie; beside it `.partial` grows meanwhile.
    ///   - now: When the bundle is made.
    /// - Throws: ``ExchangeError`` or ``StoreError``; the partial file stays and is gone on with.
    package func export(to path: String, at now: Timestamp) async throws -> ExportReport {
        var writer = try BundleWriter(path: path, at: now)
        var workspaces: Set<Workspace> = []
        var last: Prompt.ID?
        while true {
            let page = try await archive.allPrompts(after: last, limit: 100)
            guard let end = page.last else { break }
            last = end.id
            for prompt in page {
                workspaces.insert(prompt.workspace)
                guard writer.last.map({ $0 < prompt.id }) ?? true else { continue }
                try await writer.add(
                    PromptHistory.read(prompt.id, in: prompt.workspace, from: archive))
            }
        }
        if writer.manifest.rules == 0, writer.manifest.jobs == 0 {
            for workspace in workspaces.sorted(by: { $0.rawValue < $1.rawValue }) {
                for rule in try await archive.rules(in: workspace) {
                    try writer.add(BundleLine.Rule(workspace: workspace, rule: rule))
                }
            }
        }
        let ended = try await endedJobs(of: workspaces)
        for job in ended where writer.lastJob.map({ $0 < job.id }) ?? true { try writer.add(job) }
        let manifest = try writer.finish()
        return ExportReport(
            prompts: manifest.prompts, jobs: manifest.jobs, rules: manifest.rules, sha256: manifest.sha256)
    }

    /// Jobs that nobody works on any more, the oldest first.
    private func endedJobs(of workspaces: Set<Workspace>) async throws -> [VideoJob] {
        var jobs: [VideoJob] = []
        for workspace in workspaces {
            var last: VideoJob.ID?
            while true {
                let page = try await self.jobs.jobs(in: workspace, of: nil, before: last, limit: 1000)
                guard let end = page.last else { break }
                last = end.id
                jobs += page.filter(\.state.isFinal)
            }
        }
        return jobs.sorted { $0.id < $1.id }
    }
}
