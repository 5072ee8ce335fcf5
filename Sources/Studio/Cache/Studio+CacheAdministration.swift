package import Domain
package import Similarity

/// What there is to say of the cache.
package struct CacheReport: Sendable {
    /// The cache of this instance's memory.
    package let memory: CacheStatistics
    /// The cache that instances share; nil without one.
    package let shared: CacheStatistics?
    /// Pairs of ideas that people said are not the same.
    package let splits: Int
}

/// How the cache sees an idea.
package struct CacheExplanation: Sendable {
    /// The idea as it is a key.
    package let normalised: String
    /// What it means, in its one form; nil when it cannot be read.
    package let meaning: Meaning?
    /// Whether the cache has it, by its words.
    package let isHit: Bool
    /// The nearest other ideas with what the guards say of each.
    package let candidates: [CacheMatch]
}

extension Studio {
    package func cacheReport() async -> CacheReport {
        CacheReport(
            memory: await parts.cache.statistics(), shared: await parts.sharedCache?.statistics(),
            splits: caching.splits.count)
    }

    /// Forgets a part of the cache.
    package func forget(_ scope: CacheScope) async { await parts.cache.invalidate(scope) }

    /// Forgets what is cached for an idea.
    package func forget(_ idea: Idea, in workspace: Workspace) async {
        await parts.cache.remove(key(of: idea, in: workspace))
        guard let meaning = await parts.meaning(idea), let key = key(of: meaning, idea, in: workspace) else {
            return
        }
        await parts.cache.remove(key)
    }

    /// Forgets what is cached of a prompt.
    ///
    /// - Throws: ``StoreError/Code/notFound`` when there is no such prompt.
    package func forgetCached(_ id: Prompt.ID, in workspace: Workspace) async throws(StoreError) {
        await forget(try await parts.history.prompt(id, in: workspace))
    }

    /// Says how the cache sees an idea, and why the nearest ones may or may not share their prompt with it.
    package func cacheExplanation(of idea: Idea, in workspace: Workspace) async -> CacheExplanation {
        let meaning = await parts.meaning(idea)
        return CacheExplanation(
            normalised: idea.normalised.text, meaning: meaning,
            isHit: await parts.cache.prompt(for: key(of: idea, in: workspace)) != nil,
            candidates: meaning.map { candidates(for: idea, $0, in: workspace, limit: 5) } ?? [])
    }

    /// Splits an idea for good from the one that a prompt was written for.
    ///
    /// - Throws: ``StoreError``; then nothing was split.
    package func split(_ idea: Idea, from id: Prompt.ID, in workspace: Workspace) async throws(StoreError) {
        let prompt = try await parts.history.prompt(id, in: workspace)
        let split = Split(idea.normalised.text, prompt.idea.normalised.text, in: workspace)
        try await parts.splits?.split(split.first, split.second, in: workspace)
        caching.splits.add(split)
    }

    /// Takes over what another instance was told.
    package func note(_ split: Split) { caching.splits.add(split) }

    /// Reads the splits that were kept.
    ///
    /// - Throws: ``StoreError``.
    package func recallSplits() async throws(StoreError) {
        if let kept = try await parts.splits?.splits() { caching.splits.add(kept) }
    }
}
