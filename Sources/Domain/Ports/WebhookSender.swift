/// Tells others of what happened here.
package protocol WebhookSender: Sendable {
    /// Checks an address without asking the network.
    ///
    /// - Throws: ``InputError`` naming `webhook` when nothing could be sent there.
    func check(_ url: String) throws(InputError)

    /// Sends one message and waits for the answer.
    func send(_ message: WebhookMessage, to url: String) async throws(WebhookError)
}

/// What is told: an event with a name and facts.
package struct WebhookMessage: Sendable, Hashable {
    /// The same for every attempt, so that the receiver can tell repetitions.
    package let id: String
    /// Such as `video.succeeded`.
    package let type: String
    package let at: Timestamp
    package let facts: JSONValue

    package init(id: String, type: String, at: Timestamp, facts: JSONValue) {
        self.id = id
        self.type = type
        self.at = at
        self.facts = facts
    }

    /// The message that a job has ended.
    package init(endOf job: VideoJob) {
        var facts: [String: JSONValue] = [
            "id": .string(job.id.rawValue), "prompt": .string(job.prompt.rawValue),
            "revision": .integer(job.revision), "state": .string(job.state.rawValue),
            "round": .integer(job.round), "url": .string("/v1/videos/\(job.id)"),
        ]
        if let result = job.result {
            facts["isSubstitute"] = .boolean(result.isSubstitute)
            facts["digest"] = .string(result.digest)
            facts["bytes"] = .integer(result.bytes)
            facts["content"] = .string("/v1/videos/\(job.id)/content")
        }
        if let replaced = job.replacedAt { facts["replacedAt"] = .string(replaced.description) }
        if let failure = job.failure {
            facts["failure"] = [
                "reason": .string(failure.reason.rawValue), "message": .string(failure.message),
            ]
        }
        self.init(
            id: "\(job.id)-\(job.eventNumber)", type: "video.\(job.state.rawValue)", at: job.updatedAt,
            facts: .object(facts))
    }
}

/// Why a webhook was not told.
package struct WebhookError: Error, Sendable, Hashable {
    /// Safe to show: names no path and no secret.
    package let message: String
    /// Whether another attempt can succeed.
    package let canBeRepeated: Bool
    /// When the receiver wants to be asked again.
    package let retryAfter: Duration?

    package init(_ message: String, canBeRepeated: Bool = true, retryAfter: Duration? = nil) {
        self.message = message
        self.canBeRepeated = canBeRepeated
        self.retryAfter = retryAfter
    }
}
