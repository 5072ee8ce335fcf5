import Domain
import MemoryCache
import TestSupport
import Testing

/// Every kind of cache there is.
///
/// A new backend adds a case, and nothing else.
enum Backend: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case memory

    var testDescription: String { rawValue }

    /// Makes a cache that holds nothing and that no other test sees.
    func makeEmptyCache() -> any PromptCache {
        switch self {
        case .memory: MemoryPromptCache(maximumBytes: 16 * 1024 * 1024)
        }
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
