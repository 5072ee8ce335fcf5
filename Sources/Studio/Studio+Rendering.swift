package import Domain
import Telemetry

extension Studio {
    /// Asks for the video of a revision.
    ///
    /// - Parameters:
    ///   - id: The prompt.
    ///   - number: Which revision; the head when nil.
    ///   - workspace: Where the prompt is kept.
    ///   - wishes: Size, rate, length and the rest.
    /// - Returns: The job, queued, or the one that the same key got before; ``JobRunner`` takes it from there.
    /// - Throws: ``StoreError``, ``QueueFull``, ``KeyReused`` or ``InputError``; then nothing was queued.
    package func render(
        _ id: Prompt.ID, revision number: Int? = nil, in workspace: Workspace, wishes: VideoWishes
    ) async throws -> VideoJob {
        let prompt = try await parts.history.prompt(id, in: workspace)
        let revision = try await parts.history.revision(
            number ?? prompt.head.number, of: id, in: workspace)
        try await check(wishes.pictures)
        let job = try job(for: revision, in: workspace, wishes: wishes)
        try await checkRoom()
        try await checkBudget(of: job)
        let kept = try await parts.jobs.enqueue(job)
        guard kept.id != job.id else {
            var change = MarksChange()
            change.usedAt = job.createdAt
            _ = try await parts.history.mark(id, with: change, recording: nil, in: workspace)
            journal.announce(job)
            return job
        }
        guard kept.isSameOrder(as: job) else { throw KeyReused(job: kept.id) }
        return journal.latest(of: kept)
    }

    private func job(for revision: Revision, in workspace: Workspace, wishes: VideoWishes) throws -> VideoJob
    {
        let configuration = revision.configuration
        let now = parts.clock.now()
        var request = VideoRequest(
            text: revision.text, negative: configuration.negative, idea: configuration.idea.text,
            model: configuration.model, format: wishes.format, seed: configuration.parameters.seed,
            overlay: wishes.overlay)
        request.pictures = wishes.pictures
        let maker = try provider(wishes.provider)
        try maker?.check(request)
        var job = VideoJob(
            id: VideoJob.ID(at: now, random: parts.random), workspace: workspace, prompt: revision.prompt,
            revision: revision.number, request: request,
            provider: maker?.name ?? VideoJob.builtInProvider, createdAt: now)
        job.estimate = (try maker?.estimate(request))?.amount(assuming: parts.video.assumedPrice)
        job.priority = wishes.priority
        job.idempotencyKey = wishes.idempotencyKey
        if let url = wishes.webhook {
            guard let webhooks = parts.video.webhooks else {
                throw InputError(
                    field: "webhook", code: .unknownValue,
                    expected: "nothing here: webhooks need a secret (REPRISE_WEBHOOK_SECRET)")
            }
            try webhooks.check(url)
            job.webhook = VideoJob.Webhook(url: url)
        }
        return job
    }

    /// Who is meant; the first one there is when nobody is named.
    private func provider(_ name: String?) throws(InputError) -> (any VideoProvider)? {
        let known = parts.video.providers
        let standard = known.first?.name ?? VideoJob.builtInProvider
        guard let name, name != standard else { return known.first }
        guard let provider = known.first(where: { $0.name == name }) else {
            let names = ([standard] + known.dropFirst().map(\.name)).joined(separator: ", ")
            throw InputError(
                field: "provider", code: .unknownValue,
                expected: "one of \(names); GET /v1/providers says what switches others on")
        }
        return provider
    }

    /// Takes a message of a service, which makes us look at the job it speaks of.
    ///
    /// - Throws: ``HookError``.
    package func hear(_ message: HookMessage, from provider: String) throws(HookError) {
        guard let hooks = parts.video.hooks else { throw .unknownProvider }
        guard let job = try hooks.receive(message, from: provider) else { return }
        parts.video.hints.hint(job, at: provider)
    }

    /// Every provider there is or could be.
    ///
    /// - Parameter asks: Whether those that are on are asked how they are.
    package func providers(asking asks: Bool) async -> [ProviderEntry] { await parts.video.directory(asks) }

    /// Refuses what would cost more than is left of the day, before it is kept.
    private func checkBudget(of job: VideoJob) async throws {
        guard let amount = job.estimate, let ledger = parts.video.ledger else { return }
        try await ledger.check(amount, in: job.workspace, at: parts.clock.now())
    }

    /// Says what ``render(_:revision:in:wishes:)`` would do, and does nothing.
    ///
    /// - Throws: What it would throw.
    package func renderPlan(
        _ id: Prompt.ID, revision number: Int? = nil, in workspace: Workspace, wishes: VideoWishes
    ) async throws -> VideoPlan {
        let prompt = try await parts.history.prompt(id, in: workspace)
        let revision = try await parts.history.revision(
            number ?? prompt.head.number, of: id, in: workspace)
        try await check(wishes.pictures)
        let job = try job(for: revision, in: workspace, wishes: wishes)
        try await checkBudget(of: job)
        let cost = try provider(job.provider)?.estimate(job.request) ?? .free
        return VideoPlan(provider: job.provider, request: job.request, cost: cost)
    }

    /// Refuses what would wait too long, before it is kept.
    private func checkRoom() async throws {
        let load = try await parts.jobs.load()
        guard load.waiting >= parts.video.maximumWaiting else { return }
        parts.video.metrics.shed.increment()
        let pace = await pace.pace(
            of: parts.video.providers.first?.name ?? VideoJob.builtInProvider, in: parts)
        let wait = (pace?.typical ?? .seconds(10)) * max(1, load.waiting / 100)
        throw QueueFull(waiting: load.waiting, retryAfter: min(max(wait, .seconds(5)), .seconds(600)))
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

    /// How long a job that is under way will take, by what past ones took; nil when nobody can say.
    package func remaining(of job: VideoJob) async -> Duration? {
        guard !job.state.isFinal, let pace = await pace.pace(of: job.provider, in: parts) else { return nil }
        return pace.remaining(of: job, at: parts.clock.now())
    }

    /// Stops a job that is not final.
    package func cancel(_ id: VideoJob.ID, in workspace: Workspace) async throws -> VideoJob {
        let job = try await parts.jobs.cancel(id, in: workspace, at: parts.clock.now())
        journal.announce(job)
        return job
    }

    /// Tries again to make the video of a job that ended without it; a substitute stays until then.
    package func retry(_ id: VideoJob.ID, in workspace: Workspace) async throws -> VideoJob {
        let job = try await parts.jobs.retry(id, in: workspace, at: parts.clock.now())
        if job.state == .queued { journal.announce(job) }
        return job
    }

    /// Follows a job: its present state first, then every change until it is final.
    ///
    /// - Parameter number: The last event that is known already; those after it come first.
    package func events(of id: VideoJob.ID, in workspace: Workspace, after number: Int? = nil) async throws
        -> AsyncStream<VideoJob>
    {
        let changes = journal.changes(from: try await parts.jobs.job(id, in: workspace))
        guard let number else { return changes }
        return changes.following(try await parts.jobs.events(of: id, in: workspace, after: number))
    }

    /// The path of a finished video or thumbnail on this machine.
    package func path(of name: String) -> String { parts.shelf.path(of: name) }
}

extension AsyncStream<VideoJob> {
    /// What was missed, and then what comes, each event once.
    fileprivate func following(_ missed: [VideoJob]) -> AsyncStream<VideoJob> {
        AsyncStream { continuation in
            let joining = Task {
                var isFirst = true
                for await job in self {
                    if isFirst {
                        for old in missed where old.eventNumber < job.eventNumber { continuation.yield(old) }
                        isFirst = false
                    }
                    continuation.yield(job)
                }
                continuation.finish()
            }
            continuation.onTermination = { _ in joining.cancel() }
        }
    }
}
