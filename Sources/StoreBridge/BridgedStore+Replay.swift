import Domain

extension BridgedStore {
    /// Looks for the store as long as the task runs, and gives it what waits.
    ///
    /// - Parameter clock: Whose time the pauses take.
    package func run(clock: some Clock<Duration> = ContinuousClock()) async {
        while !Task.isCancelled {
            if connection.isAway { await settle() }
            do { try await clock.sleep(for: settings.pause) } catch { return }
        }
    }

    /// Gives the store what waits, if it is back.
    ///
    /// - Returns: Whether nothing waits any more.
    @discardableResult
    package func settle() async -> Bool {
        guard connection.isAway else { return true }
        do throws(StoreError) {
            try await remote.checkHealth()
            var replay = Replay(remote: remote)
            while try await !journal.finish() {
                guard let next = await journal.waiting.first else { continue }
                do throws(StoreError) {
                    try await replay.apply(next)
                } catch {
                    // Away again: the rest waits. Anything else will not be better next time.
                    guard !error.isTransient || error.code == .conflict else { return false }
                    try reject(next, because: error)
                }
                await journal.replayed(1)
            }
            return true
        } catch {
            return false
        }
    }
}

/// Gives writes of the journal to the store, in order, each once.
///
/// A write may have reached the store before: its answer got lost, or this process died after it. The entry
/// of the audit trail that was written with it tells.
struct Replay<Remote: LivingArchive & JobStore> {
    let remote: Remote
    /// Revisions that had to go to another branch, by the numbers that they were acknowledged with.
    private var moved: [Prompt.ID: [Int: Revision]] = [:]

    init(remote: Remote) { self.remote = remote }

    mutating func apply(_ write: JournaledWrite) async throws(StoreError) {
        if let entry = write.entry, let stored = try await stored(entry) {
            try await remember(write, storedAs: stored)
            return
        }
        switch write {
        case .createPrompt(let prompt, let first, let words, let entry):
            try await remote.create(prompt, first: first, words: words, recording: entry)
        case .append(let revision, let words, let edits, let reverting, let entry, let workspace):
            try await append(revision, words, edits, reverting, entry, in: workspace)
        case .mark(let id, let change, let entry, let workspace):
            try await mark(id, change, entry, in: workspace)
        case .createBranch(let branch, let id, let entry, let workspace):
            try await remote.create(branch, of: id, recording: entry, in: workspace)
        case .createReview(let review, let entry): try await remote.create(review, recording: entry)
        case .saveReview(let review, let entry): try await remote.save(review, recording: entry)
        case .moveLabel(let label, let entry, let workspace):
            try await move(label, entry, in: workspace)
        case .setRule(let rule, let entry, let workspace):
            try await remote.set(rule, recording: entry, in: workspace)
        default: try await applyJob(write)
        }
    }

    private func applyJob(_ write: JournaledWrite) async throws(StoreError) {
        switch write {
        case .enqueue(let job):
            do throws(StoreError) {
                try await remote.enqueue(job)
            } catch {
                guard error.code == .conflict else { throw error }
                // The identifier is ours: it is there already.
                _ = try await remote.job(job.id, in: job.workspace)
            }
        case .saveJob(let job):
            do throws(StoreError) {
                try await remote.save(job)
            } catch {
                guard error.code == .conflict, try await remote.job(job.id, in: job.workspace) == job else {
                    throw error
                }
            }
        case .cancelJob(let id, let workspace, let time):
            _ = try await remote.cancel(id, in: workspace, at: time)
        case .retryJob(let id, let workspace, let time):
            _ = try await remote.retry(id, in: workspace, at: time)
        default: break
        }
    }

    /// The entry as the store has it; nil when the write never reached it.
    private func stored(_ entry: AuditEntry) async throws(StoreError) -> AuditEntry? {
        var mark: AuditEntry.ID?
        while true {
            let page = try await remote.auditEntries(
                in: entry.workspace, of: entry.prompt, before: mark, limit: 100)
            if let found = page.first(where: { $0.id == entry.id }) { return found }
            guard let last = page.last, last.id > entry.id else { return nil }
            mark = last.id
        }
    }
}

extension Replay {
    /// Appends a revision; one that somebody else was faster than goes to a branch of its own.
    private mutating func append(
        _ revision: Revision, _ words: PromptWords?, _ edits: [Edit], _ reverting: [Edit.ID],
        _ entry: AuditEntry, in workspace: Workspace
    ) async throws(StoreError) {
        if moved[revision.prompt]?[revision.parent ?? 0] == nil {
            do throws(StoreError) {
                return try await remote.append(
                    revision, words: words, edits: edits, reverting: reverting, recording: entry,
                    in: workspace)
            } catch {
                guard error.code == .conflict else { throw error }
            }
        }
        let id = revision.prompt
        let parent = moved[id]?[revision.parent ?? 0]
        let number = (try await remote.revisions(of: id, in: workspace).last?.number ?? 0) + 1
        let branch = try await branch(for: revision, after: parent, entry, in: workspace)
        let copy = revision.moved(to: branch, number: number, parent: parent?.number ?? revision.parent)
        try await remote.append(
            copy, words: nil, edits: edits.map { $0.moved(to: number) }, reverting: reverting,
            recording: entry.moved(to: number), in: workspace)
        moved[id, default: [:]][revision.number] = copy
    }

    /// The branch that a revision goes to: its parent's, if that was moved too and is still its head.
    private func branch(
        for revision: Revision, after parent: Revision?, _ entry: AuditEntry, in workspace: Workspace
    ) async throws(StoreError) -> ReferenceName {
        let branches = try await remote.branches(of: revision.prompt, in: workspace)
        if let parent, branches.contains(where: { $0.name == parent.branch && $0.head == parent.number }) {
            return parent.branch
        }
        let name = Self.branchName(entry)
        if branches.contains(where: { $0.name == name }) { return name }
        let start = parent?.number ?? revision.parent ?? 1
        try await remote.create(
            Branch(name: name, at: start, author: revision.author, createdAt: revision.savedAt),
            of: revision.prompt, recording: entry.branched(as: name), in: workspace)
        return name
    }

    /// Marks that the service itself makes have no entry: those that were made are known by their moment.
    private func mark(
        _ id: Prompt.ID, _ change: MarksChange, _ entry: AuditEntry?, in workspace: Workspace
    ) async throws(StoreError) {
        if entry == nil, let usedAt = change.usedAt,
            let last = try await remote.prompt(id, in: workspace).marks.lastUsedAt, last >= usedAt
        {
            return
        }
        _ = try await remote.mark(id, with: change, recording: entry, in: workspace)
    }

    /// A label follows the revision that it was moved to.
    private func move(_ label: Label, _ entry: AuditEntry, in workspace: Workspace) async throws(StoreError) {
        let number = moved[label.prompt]?[label.revision]?.number ?? label.revision
        let copy = Label(
            prompt: label.prompt, name: label.name, revision: number, movedBy: label.movedBy,
            movedAt: label.movedAt)
        try await remote.move(copy, recording: entry, in: workspace)
    }

    /// Notes where a revision went that the store has already.
    private mutating func remember(_ write: JournaledWrite, storedAs entry: AuditEntry)
        async throws(StoreError)
    {
        guard case .append(let revision, _, _, _, _, let workspace) = write,
            let number = Int(entry.target.dropFirst(AuditEntry.revisions.count)), number != revision.number
        else { return }
        moved[revision.prompt, default: [:]][revision.number] = try await remote.revision(
            number, of: revision.prompt, in: workspace)
    }

    /// The same for the same write, however often it is replayed.
    private static func branchName(_ entry: AuditEntry) -> ReferenceName {
        // Letters and digits behind a letter are a name.
        (try? ReferenceName("away-\(entry.id.rawValue.suffix(8).lowercased())", field: "branch")) ?? .main
    }
}
