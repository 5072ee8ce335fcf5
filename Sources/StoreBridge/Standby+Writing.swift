import Domain

extension Standby {
    /// Checks whether a write follows what is at hand.
    ///
    /// - Throws: What the store would say, or `StoreError.Code.unavailable` when only the store knows.
    func check(_ write: JournaledWrite) throws(StoreError) {
        switch write {
        case .createPrompt(let prompt, _, _, _):
            guard read({ $0.prompts[prompt.id]?.prompt }) == nil else { throw .taken }
        case .append(let revision, _, _, _, _, let workspace):
            let known = try known(revision.prompt, in: workspace)
            guard let head = known.head(of: revision.branch) else {
                throw StoreError(.notFound, "There is no branch \(revision.branch) of this prompt")
            }
            guard revision.parent == head, revision.number == known.newest + 1 else {
                throw StoreError(
                    .conflict,
                    "The branch \(revision.branch) is at revision \(head), the newest is \(known.newest); "
                        + "revision \(revision.number) does not follow")
            }
        case .createBranch(let branch, let id, _, let workspace):
            let known = try known(id, in: workspace)
            guard let branches = known.branches else { throw .notAtHand }
            guard !branches.contains(where: { $0.name == branch.name }) else { throw .taken }
            try check(branch.start, of: known)
        case .mark(let id, let change, _, let workspace):
            guard let marks = try known(id, in: workspace).prompt?.marks,
                (try? change.applied(to: marks)) != nil
            else { throw StoreError(.conflict, "The marks do not fit") }
        case .createReview(let review, _): _ = try known(review.prompt, in: review.workspace)
        case .saveReview(let review, _):
            guard let stored = read({ $0.reviews[review.id] }) else { throw .notAtHand }
            guard stored.version + 1 == review.version else {
                throw StoreError(.conflict, "Somebody else changed the review meanwhile; read it again")
            }
        case .moveLabel(let label, _, let workspace):
            try check(label.revision, of: try known(label.prompt, in: workspace))
        case .setRule, .enqueue: break
        case .saveJob(let job):
            guard let stored = read({ $0.jobs[job.id] }) else { throw .notAtHand }
            guard stored.lease?.token == job.lease?.token else {
                throw StoreError(.conflict, "Somebody else has taken over job \(job.id)")
            }
        case .cancelJob(let id, let workspace, _), .retryJob(let id, let workspace, _):
            guard read({ $0.jobs[id]?.workspace }) == workspace else { throw .notAtHand }
        }
    }

    /// Takes a write in that the store or the journal has.
    func take(_ write: JournaledWrite) {
        if let entry = write.entry { learn { $0.entries[entry.id] = entry } }
        switch write {
        case .createPrompt(let prompt, let first, _, _): create(prompt, first)
        case .append(let revision, _, _, _, _, _): append(revision)
        case .createBranch(let branch, let id, _, _): learn(id) { $0.branches?.append(branch) }
        case .mark(let id, let change, _, _):
            learn(id) { known in
                if let marks = known.prompt?.marks, let marked = try? change.applied(to: marks) {
                    known.prompt?.marks = marked
                }
            }
        case .createReview(let review, _), .saveReview(let review, _):
            learn { $0.reviews[review.id] = review }
        case .moveLabel(let label, _, _):
            learn(label.prompt) {
                $0.labels = ($0.labels ?? []).filter { $0.name != label.name } + [label]
            }
        case .setRule(let rule, _, let workspace):
            learn {
                $0.rules[workspace] = ($0.rules[workspace] ?? []).filter { $0.label != rule.label } + [rule]
            }
        case .enqueue(let job), .saveJob(let job): learn { $0.jobs[job.id] = job }
        case .cancelJob(let id, _, let time): learn { _ = $0.jobs[id]?.cancel(at: time) }
        case .retryJob(let id, _, let time): learn { _ = $0.jobs[id]?.retry(at: time) }
        }
    }

    private func create(_ prompt: Prompt, _ first: Revision) {
        learn(prompt.id) {
            $0.prompt = prompt
            $0.revisions = [1: first]
            $0.branches = [Branch(name: .main, at: 1, author: first.author, createdAt: prompt.createdAt)]
            $0.labels = []
            $0.isWhole = true
        }
    }

    private func append(_ revision: Revision) {
        learn(revision.prompt) {
            $0.revisions[revision.number] = revision
            if revision.branch == .main { $0.prompt?.head = Prompt.Head(of: revision) }
            if let place = $0.branches?.firstIndex(where: { $0.name == revision.branch }) {
                $0.branches?[place].head = revision.number
            }
        }
    }

    private func known(_ id: Prompt.ID, in workspace: Workspace) throws(StoreError) -> KnownPrompt {
        guard let known = read({ $0.prompts[id] }), known.prompt?.workspace == workspace else {
            throw .notAtHand
        }
        return known
    }

    private func check(_ revision: Int, of known: KnownPrompt) throws(StoreError) {
        guard (1...max(1, known.newest)).contains(revision) else {
            throw StoreError(.notFound, "There is no revision \(revision) of this prompt")
        }
    }
}

extension StoreError {
    static let taken = Self(.conflict, "A record with this identifier exists already")

    /// The store may have it, but the store is away.
    static let notAtHand = Self(.unavailable, "MongoDB cannot be reached, and this is not at hand")
}
