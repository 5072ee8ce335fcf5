import Domain
import Studio

extension Service {
    /// Says what would be done, and does nothing.
    func showPlan(_ id: Prompt.ID, revision: Int? = nil, wishes: VideoWishes, shell: Shell) async throws
        -> ExitCode
    {
        let plan = try await studio.renderPlan(id, revision: revision, in: .standard, wishes: wishes)
        let seconds = plan.request.format.durationSeconds
        shell.print(
            "\(plan.provider) would make \(seconds) s of \(plan.request.model); \(plan.cost.sentence)")
        return .done
    }

    /// Has a job done in this process, shows how far it is, and copies the result.
    func finish(_ job: VideoJob, into output: VideoOutput, shell: Shell) async throws -> ExitCode {
        let changes = try await studio.events(of: job.id, in: job.workspace)
        let keeping = Task { await runner.keepLeases() }
        defer { keeping.cancel() }
        async let run = runner.run(job.id)
        var last = -1
        for await change in changes where change.state == .running || change.state == .succeeded {
            shell.showProgress(change.progress, last: &last, label: "video")
        }
        _ = await run
        let done = try await studio.job(job.id, in: job.workspace)
        guard let file = done.result else {
            throw ProviderError(
                done.failure?.reason ?? .transient, done.failure?.message ?? "The video was not made")
        }
        try output.receive(file, from: studio)
        if file.isSubstitute {
            shell.say(
                "a substitute stands in for the video: \(done.failure?.message ?? "every attempt failed")")
        }
        shell.say("wrote \(output.video.path), \(file.bytes / 1024) KiB")
        return .done
    }
}
