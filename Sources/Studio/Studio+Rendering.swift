package import Domain

extension Studio {
    /// Asks for the video of a revision.
    ///
    /// - Parameters:
    ///   - id: The prompt.
    ///   - number: Which revision; the head when nil.
    ///   - workspace: Where the prompt is kept.
    ///   - format: Size, rate and length.
    ///   - overlay: What is drawn over the picture.
    /// - Returns: The job, queued; ``JobRunner`` takes it from there.
    /// - Throws: ``StoreError``; then nothing was queued.
    package func render(
        _ id: Prompt.ID, revision number: Int? = nil, in workspace: Workspace, format: VideoFormat,
        overlay: Overlay = Overlay()
    ) async throws -> VideoJob {
        let prompt = try await parts.history.prompt(id, in: workspace)
        let revision = try await parts.history.revision(
            number ?? prompt.head.number, of: id, in: workspace)
        let configuration = revision.configuration
        let now = parts.clock.now()
        let job = VideoJob(
            id: VideoJob.ID(at: now, random: parts.random), workspace: workspace, prompt: id,
            revision: revision.number,
            request: VideoRequest(
                text: revision.text, negative: configuration.negative, idea: configuration.idea.text,
                model: configuration.model, format: format, seed: configuration.parameters.seed,
                overlay: overlay),
            createdAt: now)
        try await parts.jobs.enqueue(job)
        var change = MarksChange()
        change.usedAt = now
        _ = try await parts.history.mark(id, with: change, recording: nil, in: workspace)
        journal.announce(job)
        return job
    }

    /// Returns a job as it is now.
    package func job(_ id: VideoJob.ID, in workspace: Workspace) async throws -> VideoJob {
        let stored = try await parts.jobs.job(id, in: workspace)
        return journal.latest(of: stored)
    }

    /// Returns jobs, the newest first.
    package func jobs(in workspace: Workspace, of prompt: Prompt.ID?, before: VideoJob.ID?, limit: Int)
        async throws -> [VideoJob]
    {
        try await parts.jobs.jobs(in: workspace, of: prompt, before: before, limit: limit)
    }

    /// Stops a job that is not final.
    package func cancel(_ id: VideoJob.ID, in workspace: Workspace) async throws -> VideoJob {
        let job = try await parts.jobs.cancel(id, in: workspace, at: parts.clock.now())
        journal.announce(job)
        return job
    }

    /// Follows a job: its present state first, then every change until it is final.
    package func events(of id: VideoJob.ID, in workspace: Workspace) async throws -> AsyncStream<VideoJob> {
        journal.changes(from: try await parts.jobs.job(id, in: workspace))
    }

    /// The path of a finished video or thumbnail on this machine.
    package func path(of name: String) -> String { parts.shelf.path(of: name) }
}
