import Domain
import Foundation
import MemoryCache
import RedisCache
import Studio
import TestSupport
import Testing

/// Every kind of cache there is.
///
/// A new backend adds a case, and nothing else.
enum Backend: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case memory, redis, tiered

    var testDescription: String { rawValue }

    /// Makes a cache that holds nothing and that no other test sees.
    func makeEmptyCache() async throws -> any PromptCache {
        switch self {
        case .memory: MemoryPromptCache(maximumBytes: 16 * 1024 * 1024)
        case .redis: try await RedisPromptCache.sample()
        case .tiered: TieredPromptCache.sample(try await RedisPromptCache.sample())
        }
    }
}

extension RedisPromptCache {
    /// A cache on the common server, under names of its own; the limits suit a busy machine.
    static func sample(prefix: String = UUID().uuidString, url: String? = nil) async throws
        -> RedisPromptCache
    {
        let address: String
        if let url { address = url } else { address = try await RedisServer.common.value.url }
        var limits = RedisLink.Limits()
        limits.command = .seconds(5)
        limits.connection = .seconds(5)
        let cache = RedisPromptCache(
            link: RedisLink(to: try RedisAddress(address), limits: limits), prefix: prefix)
        await cache.connect()
        return cache
    }
}

extension TieredPromptCache {
    static func sample(_ shared: RedisPromptCache) -> Self {
        Self(memory: MemoryPromptCache(maximumBytes: 16 * 1024 * 1024), shared: shared)
    }
}

extension CacheKey {
    /// A key with usual values for what a test does not name.
    static func sample(
        _ text: String = "강아지가 달리는 영상", workspace: String = "default", hints: Hints = Hints(),
        language: Language? = nil, versions: [Version] = [Version(name: "writer", version: "1")]
    ) throws(InputError) -> CacheKey {
        CacheKey(
            workspace: Workspace(rawValue: workspace),
            idea: try Idea(text: text, language: language, hints: hints), versions: versions)
    }
}
