package import Domain
import Synchronization

/// A cache in Redis, which several instances share.
///
/// It never throws and never waits longer than its link's limits: while Redis is away, everything is a
/// miss. Values name their whole key and carry a checksum; what cannot be read is a miss and counted.
package final class RedisPromptCache: SharedPromptCache {
    let link: RedisLink
    let keys: RedisKeys
    let epochs = EpochBook()
    let random: any RandomSource
    private let counters = Mutex(CacheStatistics())
    /// Until when nothing is stored, since Redis said that it is full.
    private let fullUntil = Mutex<ContinuousClock.Instant?>(nil)

    /// - Parameters:
    ///   - link: The connection.
    ///   - prefix: What every name in Redis begins with, so that others can share the database.
    ///   - random: Where stamps and tokens come from.
    package init(link: RedisLink, prefix: String = "reprise", random: any RandomSource = SystemRandomSource())
    {
        self.link = link
        keys = RedisKeys(prefix: prefix)
        self.random = random
    }

    package func answer(for key: CacheKey) async -> CachedAnswer? {
        let bytes = key.bytes
        let name = keys.value(bytes)
        let commands = [
            RedisCommand([UInt8](redis: "GET"), name), RedisCommand([UInt8](redis: "PTTL"), name),
        ]
        guard let (epoch, replies) = await ask(commands, of: key) else { return nil }
        guard case .bytes(let value) = replies[0] else {
            counters.withLock { $0.misses += 1 }
            return nil
        }
        let left = Duration.milliseconds(max(0, replies[1].integer ?? 0))
        let answer = CacheCodec.decode(value, for: bytes, keptFor: left)
        let isCurrent = answer?.epoch == epoch
        counters.withLock { counters in
            if answer == nil { counters.unreadable += 1 }
            if isCurrent { counters.hits += 1 } else { counters.misses += 1 }
        }
        return isCurrent ? answer : nil
    }

    package func standing(of key: CacheKey) async -> SharedStanding {
        let head = RedisCommand(
            [UInt8](redis: "GETRANGE"), keys.value(key.bytes), [UInt8](redis: 0),
            [UInt8](redis: Int64(CacheCodec.standingBytes - 1)))
        guard let (epoch, replies) = await ask([head], of: key) else { return .away }
        guard let (stamp, storedEpoch) = CacheCodec.standing(of: replies[0].bytes ?? []), storedEpoch == epoch
        else { return .known(stamp: nil, epoch: epoch) }
        return .known(stamp: stamp, epoch: epoch)
    }

    package func store(_ prompt: CachedPrompt, for key: CacheKey, lifetime: Duration, grace: Duration) async {
        _ = await share(prompt, for: key, lifetime: lifetime, grace: grace, under: nil)
    }

    package func remove(_ key: CacheKey) async {
        let command = RedisCommand([UInt8](redis: "DEL"), keys.value(key.bytes))
        // A key that cannot be removed now is removed with its workspace later.
        if await run([command]) == nil { epochs.postpone(.workspace(key.workspace)) }
    }

    package func statistics() async -> CacheStatistics {
        var statistics = counters.withLock { $0 }
        let commands = [
            RedisCommand([UInt8](redis: "DBSIZE")),
            RedisCommand([UInt8](redis: "INFO"), [UInt8](redis: "memory")),
        ]
        guard let replies = await run(commands) else { return statistics }
        statistics.entries = Int(clamping: replies[0].integer ?? 0)
        let info = String(decoding: replies[1].bytes ?? [], as: UTF8.self)
        let used = info.split(whereSeparator: \.isNewline).first { $0.hasPrefix("used_memory:") }
        statistics.bytes = used.flatMap { Int($0.dropFirst("used_memory:".count)) } ?? 0
        return statistics
    }

    /// What it did, without asking Redis what it holds.
    package var counts: CacheStatistics { counters.withLock { $0 } }

    /// Looks for Redis now, unless it is there or was just looked for, and waits for what comes of it.
    package func connect() async { await link.connect() }

    package var status: PartStatus {
        guard link.isUp else {
            return PartStatus(
                name: "redis", state: .degraded,
                detail: "\(link.address.name) is away, each instance goes on with its own memory: "
                    + link.reason)
        }
        if isFull {
            return PartStatus(
                name: "redis", state: .degraded,
                detail: "\(link.address.name) is full and takes nothing new; give it more memory or a "
                    + "maxmemory-policy that evicts")
        }
        return PartStatus(name: "redis", state: .ready, detail: link.address.name)
    }

    var isFull: Bool { fullUntil.withLock { $0.map { $0 > .now } ?? false } }

    func noteFull() { fullUntil.withLock { $0 = .now.advanced(by: .seconds(1)) } }

    /// Runs commands and returns their replies; nil, and counted, when there is no answer.
    func run(_ commands: [RedisCommand]) async -> [RedisReply]? {
        do {
            return try await link.run(commands)
        } catch {
            counters.withLock { $0.failures += 1 }
            return nil
        }
    }
}
