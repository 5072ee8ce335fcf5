package import Domain

extension Studio {
    /// Puts a prompt into the trash: it is found nowhere but there, and can be taken out.
    ///
    /// - Throws: ``PermissionError``; ``StoreError``.
    package func delete(_ id: Prompt.ID, in workspace: Workspace, by actor: Actor) async throws {
        try actor.require(.edit, in: workspace)
        let now = parts.clock.now()
        try await parts.history.delete(
            id, at: now,
            recording: entry(.deleted, by: actor, in: workspace, prompt: id, target: "prompt", at: now),
            in: workspace)
        await forget(id, in: workspace)
    }

    /// Takes a prompt out of the trash, as it was.
    ///
    /// - Throws: ``PermissionError``; ``StoreError``.
    package func restore(_ id: Prompt.ID, in workspace: Workspace, by actor: Actor) async throws -> Prompt {
        try actor.require(.edit, in: workspace)
        try await parts.history.restore(
            id,
            recording: entry(
                .undeleted, by: actor, in: workspace, prompt: id, target: "prompt", at: parts.clock.now()),
            in: workspace)
        let prompt = try await parts.history.prompt(id, in: workspace)
        await parts.recommender.learn(prompt)
        await parts.recommender.relearn(prompt, from: parts.history)
        return prompt
    }

    /// Returns the trash, the newest prompt first.
    package func deletedPrompts(in workspace: Workspace, before: Prompt.ID?, limit: Int) async throws
        -> [Prompt]
    {
        try await parts.history.deletedPrompts(in: workspace, before: before, limit: limit)
    }

    /// Forgets a prompt for good: videos, jobs, history, cache and index.
    ///
    /// It can be asked for again when it broke off on the way.
    ///
    /// - Throws: ``PermissionError``; ``StoreError``.
    package func purge(_ id: Prompt.ID, in workspace: Workspace, by actor: Actor) async throws {
        try actor.require(.purge, in: workspace)
        for job in try await parts.jobs.jobs(in: workspace, of: id, before: nil, limit: 1000)
        where !job.state.isFinal {
            journal.announce(try await parts.jobs.cancel(job.id, in: workspace, at: parts.clock.now()))
        }
        for job in try await parts.jobs.removeJobs(of: id, in: workspace) {
            if let file = job.result { await parts.shelf.remove(file) }
        }
        try await parts.history.purge(
            id,
            recording: entry(
                .purged, by: actor, in: workspace, prompt: id, target: "prompt", at: parts.clock.now()),
            in: workspace)
        await forget(id, in: workspace)
    }

    /// Takes a prompt out of what is held in memory.
    func forget(_ id: Prompt.ID, in workspace: Workspace) async {
        parts.recommender.forget(id, in: workspace)
        // The cache is asked by ideas; which of them led here is not known.
        await forget(.workspace(workspace))
        caching.shelf.remove(id)
    }
}
