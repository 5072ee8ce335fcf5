package import Domain

extension BridgedStore: HistoryStore {
    package func create(_ prompt: Prompt, first: Revision, words: PromptWords, recording entry: AuditEntry)
        async throws(StoreError)
    {
        let kept = JournaledWrite.createPrompt(prompt, first: first, words: words, entry: entry)
        try await write(kept) { (remote) throws(StoreError) in
            try await remote.create(prompt, first: first, words: words, recording: entry)
        }
    }

    package func append(
        _ revision: Revision, words: PromptWords?, edits: [Edit], reverting reverted: [Edit.ID],
        recording entry: AuditEntry, in workspace: Workspace
    ) async throws(StoreError) {
        let kept = JournaledWrite.append(
            revision, words: words, edits: edits, reverting: reverted, entry: entry, workspace: workspace)
        try await write(kept) { (remote) throws(StoreError) in
            try await remote.append(
                revision, words: words, edits: edits, reverting: reverted, recording: entry, in: workspace)
        }
    }

    package func create(
        _ branch: Branch, of id: Prompt.ID, recording entry: AuditEntry, in workspace: Workspace
    ) async throws(StoreError) {
        let kept = JournaledWrite.createBranch(branch, prompt: id, entry: entry, workspace: workspace)
        try await write(kept) { (remote) throws(StoreError) in
            try await remote.create(branch, of: id, recording: entry, in: workspace)
        }
    }

    package func branches(of id: Prompt.ID, in workspace: Workspace) async throws(StoreError) -> [Branch] {
        try await read(
            atHand: { $0.known(id, in: workspace)?.branches },
            learn: { $0.prompts[id]?.branches = $1 }
        ) { (remote) throws(StoreError) in try await remote.branches(of: id, in: workspace) }
    }

    package func prompt(_ id: Prompt.ID, in workspace: Workspace) async throws(StoreError) -> Prompt {
        try await read(atHand: { $0.known(id, in: workspace)?.prompt }, learn: { $0.learn($1) }) {
            (remote) throws(StoreError) in try await remote.prompt(id, in: workspace)
        }
    }

    package func revision(_ number: Int, of id: Prompt.ID, in workspace: Workspace) async throws(StoreError)
        -> Revision
    {
        try await read(
            atHand: { $0.known(id, in: workspace)?.revisions[number] },
            learn: { $0.prompts[id]?.revisions[number] = $1 }
        ) { (remote) throws(StoreError) in try await remote.revision(number, of: id, in: workspace) }
    }

    package func revisions(of id: Prompt.ID, in workspace: Workspace) async throws(StoreError) -> [Revision] {
        try await read(
            atHand: {
                guard let known = $0.known(id, in: workspace), known.isWhole else { return nil }
                return known.revisions.values.sorted { $0.number < $1.number }
            },
            learn: { records, revisions in
                guard var known = records.prompts[id] else { return }
                for revision in revisions { known.revisions[revision.number] = revision }
                known.isWhole = true
                records.prompts[id] = known
            }
        ) { (remote) throws(StoreError) in try await remote.revisions(of: id, in: workspace) }
    }

    package func prompts(in workspace: Workspace, before: Prompt.ID?, limit: Int) async throws(StoreError)
        -> [Prompt]
    {
        try await read(
            atHand: { records in
                let known = records.prompts.values.compactMap(\.prompt).filter { $0.workspace == workspace }
                return Array(known.newest(before: before).prefix(max(0, limit)))
            },
            learn: { records, prompts in for prompt in prompts { records.learn(prompt) } }
        ) { (remote) throws(StoreError) in
            try await remote.prompts(in: workspace, before: before, limit: limit)
        }
    }

    /// Everything there is takes the store itself.
    package func allPrompts(after: Prompt.ID?, limit: Int) async throws(StoreError) -> [Prompt] {
        try await read(atHand: { _ in nil }) { (remote) throws(StoreError) in
            try await remote.allPrompts(after: after, limit: limit)
        }
    }

    /// Good as well while the journal can take writes; ``status`` says that it has to.
    package func checkHealth() async throws(StoreError) {
        try await read(atHand: { _ in () }) { (remote) throws(StoreError) in try await remote.checkHealth() }
        guard connection.backlog.bytes < settings.largestBytes else {
            throw StoreError(.unavailable, "MongoDB cannot be reached and the journal is full")
        }
    }
}

extension Standby.Records {
    func known(_ id: Prompt.ID, in workspace: Workspace) -> KnownPrompt? {
        guard let known = prompts[id], known.prompt?.workspace == workspace else { return nil }
        return known
    }

    mutating func learn(_ prompt: Prompt) {
        var known = prompts[prompt.id] ?? KnownPrompt()
        // Somebody else wrote meanwhile: what is known of the rest is old.
        if let old = known.prompt?.head.number, old < prompt.head.number,
            known.revisions[prompt.head.number] == nil
        {
            (known.branches, known.isWhole) = (nil, false)
        }
        known.prompt = prompt
        prompts[prompt.id] = known
    }
}
