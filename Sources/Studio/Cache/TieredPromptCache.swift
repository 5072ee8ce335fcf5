package import Domain

/// A cache in memory before one that is shared.
///
/// What memory holds is served only after the shared cache has said that it still holds: a prompt that
/// another instance changed or forgot is seen at the next look-up. While the shared cache is away, memory
/// answers alone.
package struct TieredPromptCache: CoordinatedPromptCache {
    private let memory: any LocalPromptCache
    private let shared: any SharedPromptCache

    package init(memory: any LocalPromptCache, shared: any SharedPromptCache) {
        (self.memory, self.shared) = (memory, shared)
    }

    package func answer(for key: CacheKey) async -> CachedAnswer? {
        guard let local = await memory.answer(for: key) else { return await fetch(key) }
        switch await shared.standing(of: key) {
        case .away: return local
        case .known(let stamp?, let epoch) where stamp == local.stamp && epoch == local.epoch: return local
        case .known(nil, let epoch) where local.stamp == 0 && local.epoch == epoch:
            // It was stored while the shared cache was away or full, and nothing was forgotten since.
            await share(local, for: key)
            return local
        case .known: return await fetch(key)
        }
    }

    package func store(_ prompt: CachedPrompt, for key: CacheKey, lifetime: Duration, grace: Duration) async {
        await share(prompt, for: key, lifetime: lifetime, grace: grace, under: nil)
    }

    package func remove(_ key: CacheKey) async {
        await memory.remove(key)
        await shared.remove(key)
    }

    package func invalidate(_ scope: CacheScope) async {
        await memory.invalidate(scope)
        await shared.invalidate(scope)
    }

    package func statistics() async -> CacheStatistics { await memory.statistics() }

    package func lock(_ key: CacheKey, for lifetime: Duration) async -> LockAnswer {
        await shared.lock(key, for: lifetime)
    }

    @discardableResult
    package func share(
        _ prompt: CachedPrompt, for key: CacheKey, lifetime: Duration, grace: Duration, under lock: CacheLock?
    ) async -> StoreReceipt {
        let receipt = await shared.share(prompt, for: key, lifetime: lifetime, grace: grace, under: lock)
        switch receipt {
        case .stored(let answer): await memory.store(answer, for: key)
        case .overtaken: await memory.remove(key)
        case .notStored(let epoch):
            let kept = lifetime > .zero ? lifetime + grace : .zero
            await memory.store(
                CachedAnswer(prompt: prompt, freshFor: lifetime, keptFor: kept, epoch: epoch), for: key)
        }
        return receipt
    }

    package func unlock(_ lock: CacheLock) async { await shared.unlock(lock) }

    private func fetch(_ key: CacheKey) async -> CachedAnswer? {
        guard let answer = await shared.answer(for: key) else {
            await memory.remove(key)
            return nil
        }
        await memory.store(answer, for: key)
        return answer
    }

    private func share(_ local: CachedAnswer, for key: CacheKey) async {
        guard local.freshFor > .zero else { return }
        await share(
            local.prompt, for: key, lifetime: local.freshFor, grace: local.keptFor - local.freshFor,
            under: nil)
    }
}
