package import Domain

/// What came in, or would.
package struct ImportReport: Sendable, Hashable, Codable {
    /// Prompts that were not here.
    package var added = 0
    /// Prompts that were here as they are in the source.
    package var unchanged = 0
    /// Prompts that are here and differ, or lie in the trash: they were left as they are.
    package var different: [Prompt.ID] = []
    package var addedJobs = 0
    package var addedRules = 0
    /// What could not be read, with why.
    package var refused: [String] = []

    package init() {}
}

/// Takes prompts in, each once: what is here already stays as it is.
package struct Importer {
    /// How many prompts share a transaction.
    private static let batch = 50

    private let archive: any LivingArchive
    private let jobs: any JobStore
    private let words: @Sendable (Prompt) async -> PromptWords
    private let isDryRun: Bool

    /// - Parameters:
    ///   - words: What a prompt is found by.
    ///   - isDryRun: Whether it is only said what would come in.
    package init(
        archive: any LivingArchive, jobs: any JobStore, isDryRun: Bool,
        words: @escaping @Sendable (Prompt) async -> PromptWords
    ) {
        self.archive = archive
        self.jobs = jobs
        self.isDryRun = isDryRun
        self.words = words
    }

    /// Whether a file begins as a bundle does.
    ///
    /// - Throws: ``ExchangeError`` when it cannot be read.
    package static func isBundle(at path: String) throws(ExchangeError) -> Bool {
        var reader = try BundleReader(path: path)
        guard let line = try reader.next() else { return false }
        return (try? BundleLine(line.bytes, number: 1))?.header?.format == BundleLine.Header.formatName
    }

    /// Takes a bundle in.
    ///
    /// The whole file is checked first: a bundle that is cut short or damaged brings nothing.
    ///
    /// - Throws: ``ExchangeError`` naming what is wrong with the file; ``StoreError``.
    package func importBundle(at path: String) async throws -> ImportReport {
        try Self.check(path)
        var report = ImportReport()
        var reader = try BundleReader(path: path)
        var waiting: [PromptHistory] = []
        while let (bytes, _) = try reader.next() {
            let line = try BundleLine(bytes, number: reader.count)
            if let history = line.prompt { waiting.append(history) }
            if waiting.count == Self.batch || line.prompt == nil {
                try await add(waiting, to: &report)
                waiting = []
            }
            if let job = line.job { try await add(job, to: &report) }
            if let rule = line.rule { try await add(rule, to: &report) }
        }
        return report
    }

    /// Takes histories in that are not here.
    package func add(_ histories: [PromptHistory], to report: inout ImportReport) async throws {
        var new: [(history: PromptHistory, words: PromptWords)] = []
        for history in histories {
            guard history.isWhole else {
                report.refused.append("prompt \(history.prompt.id) is not whole")
                continue
            }
            switch try await state(of: history) {
            case .same: report.unchanged += 1
            case .different: report.different.append(history.prompt.id)
            case .missing: new.append((history, await words(history.prompt)))
            }
        }
        guard !isDryRun else { return try await count(new.map(\.history), in: &report) }
        do {
            try await archive.insert(new)
            report.added += new.count
        } catch {
            guard error.code == .conflict else { throw error }
            for one in new { try await addAlone(one, to: &report) }
        }
    }

    /// One of a batch cannot come in; it is found by trying each.
    private func addAlone(_ one: (history: PromptHistory, words: PromptWords), to report: inout ImportReport)
        async throws
    {
        do {
            try await archive.insert([one])
            report.added += 1
        } catch {
            guard error.code == .conflict else { throw error }
            report.different.append(one.history.prompt.id)
        }
    }

    /// Says of histories that are not found what an import would come to.
    private func count(_ histories: [PromptHistory], in report: inout ImportReport) async throws {
        for history in histories {
            if try await isInTrash(history.prompt) {
                report.different.append(history.prompt.id)
            } else {
                report.added += 1
            }
        }
    }

    private func isInTrash(_ prompt: Prompt) async throws -> Bool {
        // The trash is read from behind the prompt's moment, the newest first.
        var mark = Prompt.ID.least(at: prompt.id.time.advanced(by: .milliseconds(1)))
        while true {
            let page = try await archive.deletedPrompts(in: prompt.workspace, before: mark, limit: 100)
            if page.contains(where: { $0.id == prompt.id }) { return true }
            guard let last = page.last?.id, last > prompt.id else { return false }
            mark = last
        }
    }

    private enum State { case missing, same, different }

    private func state(of history: PromptHistory) async throws -> State {
        let (id, workspace) = (history.prompt.id, history.prompt.workspace)
        do {
            let stored = try await PromptHistory.read(id, in: workspace, from: archive)
            return stored == history ? .same : .different
        } catch {
            guard error.code == .notFound else { throw error }
            return .missing
        }
    }

    private func add(_ job: VideoJob, to report: inout ImportReport) async throws {
        do {
            _ = try await jobs.job(job.id, in: job.workspace)
        } catch {
            guard error.code == .notFound else { throw error }
            report.addedJobs += 1
            if !isDryRun { _ = try await jobs.enqueue(job) }
        }
    }

    private func add(_ rule: BundleLine.Rule, to report: inout ImportReport) async throws {
        guard try await !archive.rules(in: rule.workspace).contains(where: { $0.label == rule.rule.label })
        else { return }
        report.addedRules += 1
        guard !isDryRun else { return }
        let entry = AuditEntry(
            id: AuditEntry.ID(at: Timestamp(milliseconds: 0), random: SystemRandomSource()),
            workspace: rule.workspace, actor: .service, action: .imported, prompt: nil,
            target: "label-rules/\(rule.rule.label)", at: Timestamp(milliseconds: 0))
        try await archive.set(rule.rule, recording: entry, in: rule.workspace)
    }

    /// Reads the whole file once: the header, the counts and the digest must be right.
    private static func check(_ path: String) throws {
        var reader = try BundleReader(path: path)
        let digest = Digest()
        var found = BundleLine.Manifest()
        while let (bytes, _) = try reader.next() {
            let line = try BundleLine(bytes, number: reader.count)
            if reader.count == 1 { try check(line.header, of: path) }
            if let manifest = line.manifest {
                found.sha256 = digest.current().hexadecimal
                guard found == manifest else {
                    throw ExchangeError("\(path) is damaged: it is not what its manifest says")
                }
                guard try reader.next() == nil else {
                    throw ExchangeError("\(path) is damaged: it goes on behind its manifest")
                }
                return
            }
            digest.update(bytes)
            if line.prompt != nil { found.prompts += 1 }
            if line.job != nil { found.jobs += 1 }
            if line.rule != nil { found.rules += 1 }
        }
        throw ExchangeError("\(path) is cut short: its manifest is missing")
    }

    private static func check(_ header: BundleLine.Header?, of path: String) throws(ExchangeError) {
        guard let header, header.format == BundleLine.Header.formatName else {
            throw ExchangeError("\(path) is no bundle of Reprise")
        }
        guard header.version <= BundleLine.Header.currentVersion else {
            throw ExchangeError(
                "\(path) was written by a newer version of Reprise (bundle \(header.version), this one "
                    + "knows \(BundleLine.Header.currentVersion))")
        }
    }
}
