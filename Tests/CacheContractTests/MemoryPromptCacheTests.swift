import Domain
import Foundation
import MemoryCache
import TestSupport
import Testing

/// What only the cache in memory promises: its bounds, its order and its counts.
@Suite(.timeLimit(.minutes(5)))
struct MemoryPromptCacheTests {
    private let clock = ManualClock()
    private let hour = Duration.seconds(3600)

    private func written(_ text: String) throws -> CachedPrompt {
        var samples = HistorySamples(seed: 80)
        return try samples.cached(text: text)
    }

    private func key(_ number: Int) throws -> CacheKey { try .sample("idea \(number % 10)\(number / 10)") }

    /// What one prompt takes, as the cache itself says.
    private func bytesOfOne() async throws -> Int {
        let cache = MemoryPromptCache(maximumBytes: .max, clock: clock)
        await cache.store(try written("text"), for: try key(0), lifetime: hour)
        return cache.counts.bytes
    }

    @Test func `a prompt is there until its time is over, and not after`() async throws {
        let cache = MemoryPromptCache(maximumBytes: .max, clock: clock)
        await cache.store(try written("text"), for: try key(0), lifetime: .seconds(10))
        clock.advance(by: .milliseconds(9_999))
        #expect(await cache.prompt(for: try key(0)) != nil)
        clock.advance(by: .milliseconds(1))
        #expect(await cache.prompt(for: try key(0)) == nil)
        #expect(cache.counts == CacheStatistics(hits: 1, misses: 1, expirations: 1))
    }

    @Test func `what is asked for again and again outlives a scan`() async throws {
        let cache = MemoryPromptCache(maximumBytes: try await 50 * bytesOfOne(), clock: clock)
        let wanted = 0..<30
        for number in wanted {
            await cache.store(try written("text"), for: try key(number), lifetime: hour)
            for _ in 0..<4 { _ = await cache.prompt(for: try key(number)) }
        }
        for number in 100..<2000 {
            let key = try CacheKey.sample("scan \(number)")
            if await cache.prompt(for: key) == nil {
                await cache.store(try written("text"), for: key, lifetime: hour)
            }
        }
        var held = 0
        for number in wanted where await cache.prompt(for: try key(number)) != nil { held += 1 }
        #expect(held >= 27)
        #expect(cache.counts.evictions > 1800)
    }

    @Test func `what is new is held, however much the others are asked for`() async throws {
        let cache = MemoryPromptCache(maximumBytes: try await 5 * bytesOfOne(), clock: clock)
        for number in 0..<5 {
            await cache.store(try written("text"), for: try key(number), lifetime: hour)
            for _ in 0..<9 { _ = await cache.prompt(for: try key(number)) }
        }
        await cache.store(try written("text"), for: try key(7), lifetime: hour)
        #expect(await cache.prompt(for: try key(7)) != nil)
        #expect(cache.counts.entries == 5)
    }

    @Test func `a prompt that does not fit is not kept, nor the older one of its key`() async throws {
        let cache = MemoryPromptCache(maximumBytes: try await bytesOfOne(), clock: clock)
        await cache.store(try written("text"), for: try key(0), lifetime: hour)
        await cache.store(try written("text!"), for: try key(0), lifetime: hour)
        #expect(await cache.prompt(for: try key(0)) == nil)
        #expect(cache.counts == CacheStatistics(misses: 1, evictions: 1))
    }

    @Test func `a longer text takes more`() async throws {
        let cache = MemoryPromptCache(maximumBytes: .max, clock: clock)
        await cache.store(
            try written("text" + String(repeating: "x", count: 1000)), for: try key(0), lifetime: hour)
        #expect(try await cache.counts.bytes == bytesOfOne() + 2000)
    }

    @Test(arguments: UInt64(0)..<10)
    func `it never holds more than it may, and only what was stored last`(seed: UInt64) async throws {
        let capacity = 7
        let cache = MemoryPromptCache(maximumBytes: try await capacity * bytesOfOne(), clock: clock)
        var random = SplitMix64(seed: seed)
        var stored: [Int: String] = [:]
        for step in 0..<500 {
            let number = Int.random(in: 0..<20, using: &random)
            if Bool.random(using: &random) {
                if let found = await cache.prompt(for: try key(number)) {
                    #expect(found.prompt.draft.text == stored[number])
                }
            } else {
                stored[number] = String(format: "%04d", step)
                await cache.store(try written(stored[number] ?? ""), for: try key(number), lifetime: hour)
            }
            #expect(cache.counts.entries <= capacity)
            #expect(cache.counts.entries >= min(capacity - 1, stored.count))
        }
    }
}
