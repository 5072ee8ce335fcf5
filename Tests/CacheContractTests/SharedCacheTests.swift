import Domain
import Foundation
import MemoryCache
import RedisCache
import Studio
import TestSupport
import Testing

/// What several instances promise each other through Redis.
@Suite(.timeLimit(.minutes(5)))
struct SharedCacheTests {
    private let hour = Duration.seconds(3600)
    private let prefix = UUID().uuidString

    private func instance() async throws -> TieredPromptCache {
        .sample(try await RedisPromptCache.sample(prefix: prefix))
    }

    private func written(_ text: String) throws -> CachedPrompt {
        var samples = HistorySamples(seed: 90)
        return try samples.cached(text: text)
    }

    @Test func `what one instance stores, changes or forgets, the next look of another sees`() async throws {
        let (one, other) = (try await instance(), try await instance())
        let key = try CacheKey.sample()
        await one.store(try written("old"), for: key, lifetime: hour)
        #expect(await other.prompt(for: key)?.prompt.draft.text == "old")
        await one.store(try written("new"), for: key, lifetime: hour)
        #expect(await other.prompt(for: key)?.prompt.draft.text == "new")
        await one.remove(key)
        #expect(await other.prompt(for: key) == nil)
        await one.store(try written("again"), for: key, lifetime: hour)
        #expect(await other.prompt(for: key)?.prompt.draft.text == "again")
        await one.invalidate(.workspace(key.workspace))
        #expect(await other.prompt(for: key) == nil)
    }

    @Test func `one of two instances gets the lock, and a late holder stores nothing`() async throws {
        let (one, other) = (try await instance(), try await instance())
        let key = try CacheKey.sample()
        guard case .granted(let given) = await one.lock(key, for: hour) else { throw NoLock() }
        #expect(await other.lock(key, for: hour) == .taken)
        await one.unlock(given)
        guard case .granted(let first) = await one.lock(key, for: .milliseconds(1)) else { throw NoLock() }
        // The lock's time runs out, as when its holder hangs; then the other one gets it.
        var second: CacheLock?
        while second == nil {
            if case .granted(let lock) = await other.lock(key, for: hour) { second = lock }
        }
        #expect(try #require(second).fence > first.fence)
        let late = await one.share(try written("late"), for: key, lifetime: hour, grace: .zero, under: first)
        #expect(late == .overtaken)
        #expect(await one.prompt(for: key) == nil)
        await other.share(try written("right"), for: key, lifetime: hour, grace: .zero, under: second)
        #expect(await one.prompt(for: key)?.prompt.draft.text == "right")
        guard case .granted(let third) = await one.lock(key, for: hour) else { throw NoLock() }
        await one.unlock(third)
        guard case .granted = await other.lock(key, for: hour) else { throw NoLock() }
    }

    private struct NoLock: Error {}

    @Test func `a value that somebody damaged or moved is a miss and counted`() async throws {
        let server = try await RedisServer.common.value
        let cache = try await RedisPromptCache.sample(prefix: prefix)
        let link = RedisLink(to: try RedisAddress(server.url))
        await link.connect()
        let keys = try [CacheKey.sample("one"), .sample("two")]
        for key in keys { await cache.store(try written("text"), for: key, lifetime: hour) }
        let names = try await link.run(
            [RedisCommand([UInt8](redis: "KEYS"), [UInt8](redis: "\(prefix):v:*"))], within: .seconds(5))[0]
            .list
        let found = try #require(names).compactMap(\.bytes)
        #expect(found.count == 2)
        let value = try await link.run([RedisCommand([UInt8](redis: "GET"), found[0])], within: .seconds(5))[
            0]
        let bytes = try #require(value.bytes)
        // Under the other key's name, and with each of some bytes changed.
        var damaged = [found[1]: bytes]
        var unreadable = 0
        for place in stride(from: 0, to: bytes.count, by: 37) {
            var changed = bytes
            changed[place] ^= 1
            damaged[found[0]] = changed
            for (name, value) in damaged {
                _ = try await link.run(
                    [RedisCommand([UInt8](redis: "SET"), name, value)], within: .seconds(5))
            }
            for key in keys { #expect(await cache.prompt(for: key) == nil) }
            unreadable += 1
        }
        #expect(cache.counts.unreadable >= unreadable)
    }

    @Test func `an instance goes on alone while Redis is away, and finds it again by itself`() async throws {
        let server = try await RedisServer()
        let cache = TieredPromptCache.sample(try await RedisPromptCache.sample(url: server.url))
        let (kept, forgotten, new) = try (
            CacheKey.sample("a"), CacheKey.sample("b", workspace: "x"), CacheKey.sample("c")
        )
        for key in [kept, forgotten] { await cache.store(try written("text"), for: key, lifetime: hour) }
        await server.stop()
        #expect(await cache.prompt(for: kept) != nil)
        await cache.store(try written("new"), for: new, lifetime: hour)
        #expect(await cache.prompt(for: new) != nil)
        await cache.invalidate(.workspace(forgotten.workspace))
        #expect(await cache.prompt(for: forgotten) == nil)
        let again = try await RedisServer(port: server.port)
        while await cache.lock(new, for: .milliseconds(1)) == .away {}
        #expect(await cache.prompt(for: forgotten) == nil)
        // The restarted server is empty: nothing that it held before is taken for granted.
        #expect(await cache.prompt(for: kept) == nil)
        await cache.store(try written("text"), for: kept, lifetime: hour)
        #expect(await cache.prompt(for: kept) != nil)
        await again.stop()
    }

    @Test func `a full Redis says so, and the memory of the instance goes on`() async throws {
        let server = try await RedisServer(["--maxmemory", "1", "--maxmemory-policy", "noeviction"])
        let redis = try await RedisPromptCache.sample(url: server.url)
        let cache = TieredPromptCache.sample(redis)
        let key = try CacheKey.sample()
        await cache.store(try written("text"), for: key, lifetime: hour)
        #expect(await cache.prompt(for: key) != nil)
        #expect(redis.status.state == .degraded)
        #expect(redis.status.detail.contains("full"))
        await server.stop()
    }

    @Test func `what was forgotten stays so when a server brings the past back`() async throws {
        let server = try await RedisServer.common.value
        let link = RedisLink(to: try RedisAddress(server.url))
        await link.connect()
        let cache = try await RedisPromptCache.sample(prefix: prefix)
        let key = try CacheKey.sample()
        await cache.store(try written("text"), for: key, lifetime: hour)
        let name = [UInt8](redis: "\(prefix):e:w:\(key.workspace.rawValue)")
        let token = try await link.run([RedisCommand([UInt8](redis: "GET"), name)], within: .seconds(5))[0]
        await cache.invalidate(.workspace(key.workspace))
        let old = try #require(token.bytes)
        _ = try await link.run([RedisCommand([UInt8](redis: "SET"), name, old)], within: .seconds(5))
        for _ in 0..<3 { #expect(await cache.prompt(for: key) == nil) }
    }

    @Test func `other instances are told at once`() async throws {
        let server = try await RedisServer.common.value
        let (scopes, heard) = AsyncStream<CacheScope>.makeStream()
        let (jobs, job) = AsyncStream<Void>.makeStream()
        var handlers = RedisSubscriber.Handlers()
        handlers.forgotten = { heard.yield($0) }
        handlers.jobs = { job.yield() }
        let subscriber = RedisSubscriber(
            to: try RedisAddress(server.url), prefix: prefix, handlers: handlers)
        while !subscriber.isListening { await Task.yield() }
        let cache = try await RedisPromptCache.sample(prefix: prefix)
        for scope in [CacheScope.everything, .workspace(Workspace(rawValue: "é:1")), .part(name: "lexicon")] {
            // Said until it is heard: the server may not have heard of the subscription yet.
            await cache.invalidate(scope)
            var found: CacheScope?
            for await said in scopes {
                found = said
                break
            }
            #expect(found == scope)
        }
        let link = RedisLink(to: try RedisAddress(server.url))
        await link.connect()
        await RedisJobWakeUps(link: link, prefix: prefix, heard: jobs).announce()
        for await _ in jobs { break }
    }
}
