import Domain
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
        return cache.statistics.bytes
    }

    @Test func `a prompt is there until its time is over, and not after`() async throws {
        let cache = MemoryPromptCache(maximumBytes: .max, clock: clock)
        await cache.store(try written("text"), for: try key(0), lifetime: .seconds(10))
        clock.advance(by: .milliseconds(9_999))
        #expect(await cache.prompt(for: try key(0)) != nil)
        clock.advance(by: .milliseconds(1))
        #expect(await cache.prompt(for: try key(0)) == nil)
        #expect(cache.statistics == CacheStatistics(hits: 1, misses: 1, expirations: 1))
    }

    @Test func `the prompt used least recently makes room`() async throws {
        let cache = MemoryPromptCache(maximumBytes: try await 3 * bytesOfOne(), clock: clock)
        for number in 0..<3 { await cache.store(try written("text"), for: try key(number), lifetime: hour) }
        #expect(await cache.prompt(for: try key(0)) != nil)
        await cache.store(try written("text"), for: try key(3), lifetime: hour)
        #expect(await cache.prompt(for: try key(1)) == nil)
        for number in [0, 2, 3] { #expect(await cache.prompt(for: try key(number)) != nil) }
        #expect(cache.statistics.evictions == 1)
        #expect(cache.statistics.entries == 3)
    }

    @Test func `a prompt that does not fit is not kept, nor the older one of its key`() async throws {
        let cache = MemoryPromptCache(maximumBytes: try await bytesOfOne(), clock: clock)
        await cache.store(try written("text"), for: try key(0), lifetime: hour)
        await cache.store(try written("text!"), for: try key(0), lifetime: hour)
        #expect(await cache.prompt(for: try key(0)) == nil)
        #expect(cache.statistics == CacheStatistics(misses: 1))
    }

    @Test func `a longer text takes more`() async throws {
        let cache = MemoryPromptCache(maximumBytes: .max, clock: clock)
        await cache.store(
            try written("text" + String(repeating: "x", count: 1000)), for: try key(0), lifetime: hour)
        #expect(try await cache.statistics.bytes == bytesOfOne() + 2000)
    }

    @Test(arguments: UInt64(0)..<10)
    func `it holds what a list in the order of use would hold`(seed: UInt64) async throws {
        let capacity = 7
        let cache = MemoryPromptCache(maximumBytes: try await capacity * bytesOfOne(), clock: clock)
        var random = SplitMix64(seed: seed)
        var recent: [Int] = []
        for _ in 0..<500 {
            let number = Int.random(in: 0..<20, using: &random)
            let wasThere = recent.contains(number)
            switch Int.random(in: 0..<10, using: &random) {
            case 0..<5:
                #expect((await cache.prompt(for: try key(number)) != nil) == wasThere)
                if !wasThere { continue }
            default:
                await cache.store(try written("text"), for: try key(number), lifetime: hour)
            }
            recent = Array(([number] + recent.filter { $0 != number }).prefix(capacity))
            #expect(cache.statistics.entries == recent.count)
            #expect(try await cache.statistics.bytes == recent.count * bytesOfOne())
        }
    }
}
