import Domain
import Telemetry

extension JobRunner {
    /// Tells of ended jobs until the task is cancelled, several at a time.
    func tellWebhooks() async {
        guard let sender = parts.webhooks else { return }
        await withDiscardingTaskGroup { group in
            for await _ in parts.journal.wakeUps() {
                while let job = await claim(.telling) {
                    group.addTask { await tell(of: job, through: sender) }
                }
            }
            group.cancelAll()
        }
    }

    /// Tells of all ended jobs that are due now.
    package func tellDue() async {
        guard let sender = parts.webhooks else { return }
        while let job = await claim(.telling) { await tell(of: job, through: sender) }
    }

    /// Tells once, and notes what came of it.
    func tell(of claimed: VideoJob, through sender: any WebhookSender) async {
        guard var webhook = claimed.webhook else { return }
        var job = claimed
        leases.keep(job) {}
        defer { leases.release(job.id) }
        webhook.attempts += 1
        do throws(WebhookError) {
            try await sender.send(WebhookMessage(endOf: job), to: webhook.url)
            (webhook.state, webhook.nextAttemptAt, webhook.failure) = (.delivered, nil, nil)
            parts.metrics.webhooks["delivered"].increment()
        } catch {
            webhook.failure = error.message
            webhook.nextAttemptAt = nextAttempt(after: webhook.attempts, error)
            webhook.state = webhook.nextAttemptAt == nil ? .failed : .due
            parts.metrics.webhooks[webhook.state == .failed ? "given_up" : "failed"].increment()
            parts.log.warning(
                "webhook was not told", ["job.id": job.id.rawValue, "error": error.message])
        }
        parts.reached(.told)
        job.webhook = webhook
        job.lease?.expiresAt = parts.wallClock.now()
        // When it cannot be saved it is told once more, under the same identifier.
        try? await parts.jobs.save(job)
    }

    private func nextAttempt(after attempts: Int, _ error: WebhookError) -> Timestamp? {
        guard error.canBeRepeated, attempts <= configuration.webhookPauses.count else { return nil }
        let pause = configuration.webhookPauses[attempts - 1]
        // Up to a tenth later, so that what failed together does not come back together.
        var bits = JitterBits(source: parts.random)
        let own = pause * Double.random(in: 1...1.1, using: &bits)
        return parts.wallClock.now().advanced(by: max(own, error.retryAfter ?? .zero))
    }
}
