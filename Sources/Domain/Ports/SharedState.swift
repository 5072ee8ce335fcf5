/// Counts what somebody does in token buckets, for limits that hold over all instances.
///
/// A bucket begins full, loses a token for each thing done, and fills up evenly over the window.
package protocol RateCounter: Sendable {
    /// Counts one more, unless the limit is reached.
    ///
    /// - Parameters:
    ///   - key: Whom it is counted for.
    ///   - limit: How many tokens the bucket holds, at least 1.
    ///   - window: How long an empty bucket takes to be full, at least a second.
    func count(_ key: String, limit: Int, window: Duration) async -> RateDecision
}

/// Whether something may be done once more.
package struct RateDecision: Sendable, Hashable {
    package let isAllowed: Bool
    /// How many more are allowed at once.
    package let remaining: Int
    /// When the next one is allowed; after an allowed one, when the bucket is full again.
    package let resetsAfter: Duration

    package init(isAllowed: Bool, remaining: Int, resetsAfter: Duration) {
        self.isAllowed = isAllowed
        self.remaining = remaining
        self.resetsAfter = resetsAfter
    }
}

/// Remembers requests that must be done at most once, with what they were answered.
package protocol IdempotencyRecords: Sendable {
    /// Begins a request, unless it was begun before.
    ///
    /// - Parameters:
    ///   - key: What the client calls the request.
    ///   - fingerprint: What the request says; the same key with another one is a mistake of the client.
    ///   - lifetime: How long it is remembered.
    func begin(_ key: String, fingerprint: String, lifetime: Duration) async -> IdempotencyAnswer

    /// Keeps the answer of a request that was begun here.
    func finish(_ key: String, fingerprint: String, answer: [UInt8], lifetime: Duration) async

    /// Forgets a request that was begun and not answered, so that it can be tried again.
    func abandon(_ key: String, fingerprint: String) async
}

/// What is known of a request.
package enum IdempotencyAnswer: Sendable, Hashable {
    /// It is new: do it.
    case new
    /// Somebody is doing it now.
    case running
    /// It was done, and this was the answer.
    case finished([UInt8])
    /// The key was used for something else.
    case mismatch
}

/// Tells the instances that share a store that there may be a job to do.
package protocol JobWakeUps: Sendable {
    /// Wakes the runners of all other instances.
    func announce() async

    /// Speaks up whenever somebody announced; never, while nobody can be heard.
    func wakeUps() -> AsyncStream<Void>
}
