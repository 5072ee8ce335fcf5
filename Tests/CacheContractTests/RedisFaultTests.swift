import Domain
import Foundation
import MemoryCache
import RedisCache
import Studio
import TestSupport
import Testing

/// What a Redis that misbehaves can do to an instance: nothing but make it work alone.
@Suite(.timeLimit(.minutes(5)), .serialized)
struct RedisFaultTests {
    private let hour = Duration.seconds(3600)

    @Test func `there are two dozen kinds of fault`() { #expect(RedisFault.allCases.count == 24) }

    @Test(arguments: RedisFault.allCases)
    func `no answer is wrong and no call outlasts its time`(fault: RedisFault) async throws {
        let server = try await RedisServer.common.value
        let proxy = try FaultProxy(before: server.port)
        proxy.start()
        defer { proxy.close() }
        let prefix = UUID().uuidString
        let redis = RedisPromptCache(
            link: RedisLink(to: try RedisAddress("redis://127.0.0.1:\(proxy.port)")), prefix: prefix)
        while await !redis.link(isUp: true) {}
        let cache = TieredPromptCache.sample(redis)
        var samples = HistorySamples(seed: 95)
        let keys = try (0..<6).map { try CacheKey.sample("idea \($0)", workspace: "w\($0 % 2)") }
        for (number, key) in keys.enumerated() {
            await cache.store(try samples.cached(text: "\(number)"), for: key, lifetime: hour)
        }
        proxy.set(fault)
        for round in 0..<4 {
            if round == 2 { proxy.breakConnections() }
            for (number, key) in keys.enumerated() {
                let start = ContinuousClock.now
                let found = await cache.prompt(for: key)
                // Far more than the 25 ms a command may take, and far less than the faults delay.
                #expect(start.duration(to: .now) < .seconds(1))
                #expect(found == nil || found?.prompt.draft.text == "\(number)")
                if found == nil {
                    await cache.store(try samples.cached(text: "\(number)"), for: key, lifetime: hour)
                }
            }
        }
        proxy.set(nil)
        while await !redis.link(isUp: true) {}
        let last = try CacheKey.sample("last")
        await cache.store(try samples.cached(text: "last"), for: last, lifetime: hour)
        #expect(await cache.prompt(for: last)?.prompt.draft.text == "last")
        for (number, key) in keys.enumerated() {
            let found = await cache.prompt(for: key)
            #expect(found == nil || found?.prompt.draft.text == "\(number)")
        }
    }
}

extension RedisPromptCache {
    /// Looks for Redis, and tells whether it is there and takes something new.
    fileprivate func link(isUp wanted: Bool) async -> Bool {
        await connect()
        return (status.state == .ready) == wanted
    }
}
