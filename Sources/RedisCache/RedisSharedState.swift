package import Domain

/// Counts that hold over all instances; while Redis is away, each instance counts for itself.
package struct RedisRateCounter: RateCounter {
    private let link: RedisLink
    private let keys: RedisKeys
    private let fallback: any RateCounter

    package init(link: RedisLink, prefix: String = "reprise", fallback: any RateCounter) {
        self.link = link
        keys = RedisKeys(prefix: prefix)
        self.fallback = fallback
    }

    package func count(_ key: String, limit: Int, window: Duration) async -> RateDecision {
        let command = RedisCommand(
            [UInt8](redis: "EVAL"), [UInt8](redis: RedisScripts.count), [UInt8](redis: 1),
            keys.named("r", key), [UInt8](redis: Int64(limit)), [UInt8](redis: window.milliseconds))
        guard let numbers = (try? await link.run([command]))?.first?.list?.compactMap(\.integer),
            numbers.count == 3
        else { return await fallback.count(key, limit: limit, window: window) }
        return RateDecision(
            isAllowed: numbers[1] == 1, remaining: Int(clamping: numbers[0]),
            resetsAfter: .milliseconds(max(0, numbers[2])))
    }
}

/// Requests that all instances know; while Redis is away, each instance knows only its own, so a retry that
/// reaches another instance meanwhile is done again.
package struct RedisIdempotencyRecords: IdempotencyRecords {
    private let link: RedisLink
    private let keys: RedisKeys
    private let fallback: any IdempotencyRecords

    package init(link: RedisLink, prefix: String = "reprise", fallback: any IdempotencyRecords) {
        self.link = link
        keys = RedisKeys(prefix: prefix)
        self.fallback = fallback
    }

    package func begin(_ key: String, fingerprint: String, lifetime: Duration) async -> IdempotencyAnswer {
        // What this instance did while Redis was away is known here only.
        let own = await fallback.begin(key, fingerprint: fingerprint, lifetime: lifetime)
        guard own == .new else { return own }
        let arguments = [[UInt8](redis: fingerprint), [UInt8](redis: lifetime.milliseconds)]
        guard let found = await run(RedisScripts.begin, key, arguments)?.list else { return .new }
        guard let known = found.first?.bytes else { return .new }
        await fallback.abandon(key, fingerprint: fingerprint)
        guard known == [UInt8](redis: fingerprint) else { return .mismatch }
        return found.count > 1 ? found[1].bytes.map { .finished($0) } ?? .running : .running
    }

    package func finish(_ key: String, fingerprint: String, answer: [UInt8], lifetime: Duration) async {
        await fallback.finish(key, fingerprint: fingerprint, answer: answer, lifetime: lifetime)
        _ = await run(
            RedisScripts.finish, key,
            [[UInt8](redis: fingerprint), answer, [UInt8](redis: lifetime.milliseconds)])
    }

    package func abandon(_ key: String, fingerprint: String) async {
        await fallback.abandon(key, fingerprint: fingerprint)
        _ = await run(RedisScripts.abandon, key, [[UInt8](redis: fingerprint)])
    }

    private func run(_ script: String, _ key: String, _ arguments: [[UInt8]]) async -> RedisReply? {
        let head = [[UInt8](redis: "EVAL"), [UInt8](redis: script), [UInt8](redis: 1), keys.named("i", key)]
        return (try? await link.run([RedisCommand(head + arguments)]))?.first
    }
}

/// Wakes the runners of other instances; while Redis is away, they find jobs by looking once a second.
package struct RedisJobWakeUps: JobWakeUps {
    private let link: RedisLink
    private let channel: [UInt8]
    private let heard: AsyncStream<Void>

    /// - Parameter heard: Speaks up whenever a ``RedisSubscriber`` hears of jobs; one reader.
    package init(link: RedisLink, prefix: String = "reprise", heard: AsyncStream<Void>) {
        self.link = link
        channel = RedisKeys(prefix: prefix).channel
        self.heard = heard
    }

    package func announce() async {
        _ = try? await link.run([
            RedisCommand([UInt8](redis: "PUBLISH"), channel, PushMessage.jobs.bytes)
        ])
    }

    package func wakeUps() -> AsyncStream<Void> { heard }
}

/// Splits that all instances know; while Redis is away, an instance keeps its own and shares them later.
package struct RedisSplitBook: SplitBook {
    private let link: RedisLink
    private let keys: RedisKeys
    private let file: any SplitBook

    /// - Parameter file: Where this instance keeps them for good.
    package init(link: RedisLink, prefix: String = "reprise", file: any SplitBook) {
        self.link = link
        keys = RedisKeys(prefix: prefix)
        self.file = file
    }

    package func split(_ first: String, _ second: String, in workspace: Workspace) async throws(StoreError) {
        try await file.split(first, second, in: workspace)
        let split = Split(first, second, in: workspace)
        _ = try? await link.run([
            add([split]),
            RedisCommand([UInt8](redis: "PUBLISH"), keys.channel, PushMessage.split(split).bytes),
        ])
    }

    package func splits() async throws(StoreError) -> [Split] {
        let own = try await file.splits()
        let look = RedisCommand([UInt8](redis: "SMEMBERS"), keys.named("splits", "all"))
        let commands = own.isEmpty ? [look] : [add(own), look]
        guard let found = (try? await link.run(commands, within: .seconds(1)))?.last?.list else { return own }
        return Array(Set(own + found.compactMap { $0.bytes.flatMap(SplitCodec.split) }))
    }

    private func add(_ splits: [Split]) -> RedisCommand {
        RedisCommand([[UInt8](redis: "SADD"), keys.named("splits", "all")] + splits.map(SplitCodec.bytes))
    }
}
