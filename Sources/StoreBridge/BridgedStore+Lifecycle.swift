package import Domain

extension BridgedStore: LifecycleStore {
    package func mark(
        _ id: Prompt.ID, with change: MarksChange, recording entry: AuditEntry?, in workspace: Workspace
    ) async throws(StoreError) -> Prompt {
        let kept = JournaledWrite.mark(id, change: change, entry: entry, workspace: workspace)
        return try await write(kept, atHand: { $0.prompts[id]?.prompt }) { (remote) throws(StoreError) in
            try await remote.mark(id, with: change, recording: entry, in: workspace)
        }
    }

    /// What makes a prompt go away or come back takes the store itself, since all of it has to.
    package func delete(
        _ id: Prompt.ID, at now: Timestamp, recording entry: AuditEntry, in workspace: Workspace
    ) async throws(StoreError) {
        try await fromStore { (remote) throws(StoreError) in
            try await remote.delete(id, at: now, recording: entry, in: workspace)
        }
        standby.forget(id)
    }

    package func restore(_ id: Prompt.ID, recording entry: AuditEntry, in workspace: Workspace)
        async throws(StoreError)
    {
        try await fromStore { (remote) throws(StoreError) in
            try await remote.restore(id, recording: entry, in: workspace)
        }
    }

    /// Also reaches what is at hand, and what was set aside; the journal is empty while the store is there.
    package func purge(_ id: Prompt.ID, recording entry: AuditEntry, in workspace: Workspace)
        async throws(StoreError)
    {
        try await fromStore { (remote) throws(StoreError) in
            try await remote.purge(id, recording: entry, in: workspace)
        }
        standby.forget(id)
        try rejections.purge(id)
    }

    package func deletedPrompts(in workspace: Workspace, before: Prompt.ID?, limit: Int)
        async throws(StoreError) -> [Prompt]
    {
        try await fromStore { (remote) throws(StoreError) in
            try await remote.deletedPrompts(in: workspace, before: before, limit: limit)
        }
    }

    package func prompts(deletedBefore moment: Timestamp, limit: Int) async throws(StoreError) -> [Prompt] {
        try await fromStore { (remote) throws(StoreError) in
            try await remote.prompts(deletedBefore: moment, limit: limit)
        }
    }

    package func prompts(untouchedSince moment: Timestamp, limit: Int) async throws(StoreError) -> [Prompt] {
        try await fromStore { (remote) throws(StoreError) in
            try await remote.prompts(untouchedSince: moment, limit: limit)
        }
    }

    package func insert(_ histories: [(history: PromptHistory, words: PromptWords)])
        async throws(StoreError)
    {
        try await fromStore { (remote) throws(StoreError) in try await remote.insert(histories) }
    }
}

extension BridgedStore: PromptIndex {
    package func find(_ query: PromptQuery, in workspace: Workspace, after: FindMark?, limit: Int)
        async throws(StoreError) -> [FoundPrompt]
    {
        try await fromStore { (remote) throws(StoreError) in
            try await remote.find(query, in: workspace, after: after, limit: limit)
        }
    }

    package func prompts(withoutWordsOf version: String, limit: Int) async throws(StoreError) -> [Prompt] {
        try await fromStore { (remote) throws(StoreError) in
            try await remote.prompts(withoutWordsOf: version, limit: limit)
        }
    }

    package func index(
        _ words: PromptWords, of id: Prompt.ID, revision number: Int, in workspace: Workspace
    ) async throws(StoreError) {
        try await fromStore { (remote) throws(StoreError) in
            try await remote.index(words, of: id, revision: number, in: workspace)
        }
    }
}
