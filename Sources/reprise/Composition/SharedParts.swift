import Domain
import MemoryCache
import RedisCache
import Studio
import Telemetry

/// What instances share, and what stands in its place where there is no Redis.
struct SharedParts: Sendable {
    let cache: any PromptCache
    let memory: MemoryPromptCache<ContinuousClock>
    /// nil without Redis.
    let redis: RedisPromptCache?
    let rates: any RateCounter
    let idempotency: any IdempotencyRecords
    let wakeUps: any JobWakeUps

    /// What other instances said is not the same.
    let newSplits: AsyncStream<Split>
    private let subscriber: RedisSubscriber?
    private let link: RedisLink?

    /// Puts the parts together; it does not wait for Redis.
    init(_ settings: Settings, registry: MetricsRegistry) throws(InputError) {
        let memory = MemoryPromptCache(maximumBytes: settings.cacheBytes)
        let metrics = CacheMetrics(registry)
        self.memory = memory
        let url = settings.redisURL.reveal()
        guard !url.isEmpty else {
            (cache, redis, subscriber, link) = (memory, nil, nil, nil)
            newSplits = AsyncStream { $0.finish() }
            (rates, idempotency, wakeUps) = (
                MemoryRateCounter(), MemoryIdempotencyRecords(), LonelyJobWakeUps()
            )
            metrics.follow(memory: { memory.counts }, redis: nil, in: registry)
            return
        }
        let address = try RedisAddress(url)
        let link = RedisLink(to: address)
        let redis = RedisPromptCache(link: link)
        let (heard, hear) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        var handlers = RedisSubscriber.Handlers()
        handlers.forgotten = { scope in memory.forget(scope) }
        handlers.jobs = { hear.yield() }
        let (splits, split) = AsyncStream<Split>.makeStream()
        handlers.split = { split.yield($0) }
        newSplits = splits
        self.link = link
        subscriber = RedisSubscriber(to: address, handlers: handlers)
        self.redis = redis
        cache = TieredPromptCache(memory: memory, shared: redis)
        rates = RedisRateCounter(link: link, fallback: MemoryRateCounter())
        idempotency = RedisIdempotencyRecords(link: link, fallback: MemoryIdempotencyRecords())
        wakeUps = RedisJobWakeUps(link: link, heard: heard)
        metrics.follow(
            memory: { memory.counts }, redis: { (redis.counts, redis.status.state == .ready) }, in: registry)
    }

    /// Looks for Redis once, so that the first request finds it.
    func connect() async { await redis?.connect() }

    /// Where it is kept which ideas are not the same: in a file, and in Redis for the other instances.
    func splits(beside file: any SplitBook) -> any SplitBook {
        link.map { RedisSplitBook(link: $0, file: file) } ?? file
    }

    /// How Redis is doing now; nil without one.
    var status: PartStatus? { redis?.status }
}
