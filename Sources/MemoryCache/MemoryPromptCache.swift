package import Domain
import Synchronization

/// A cache in the memory of this process, bounded by bytes and by time.
///
/// What is asked for again and again stays; a scan of ideas that nobody repeats does not drive it out. A
/// look-up and a store take the same time however much is kept. Nothing is shared with other processes,
/// and nothing survives a restart.
///
/// ```swift
/// let cache = MemoryPromptCache(maximumBytes: 64 * 1024 * 1024)
/// await cache.store(written, for: key, lifetime: .seconds(3600))
/// print(await cache.statistics().hits)
/// ```
package final class MemoryPromptCache<Time: Clock>: LocalPromptCache where Time.Duration == Duration {
    private let entries: Mutex<SegmentedCache<ExactKey, Entry>>
    private let counters = Mutex(CacheStatistics())
    private let clock: Time

    /// Creates an empty cache.
    ///
    /// - Parameters:
    ///   - maximumBytes: The most that all prompts and their keys may take, estimated;
    ///     0 keeps nothing.
    ///   - clock: Measures lifetimes.
    package init(maximumBytes: Int, clock: Time = ContinuousClock()) {
        self.clock = clock
        entries = Mutex(SegmentedCache(maximum: maximumBytes))
    }

    package func statistics() async -> CacheStatistics { counts }

    /// What it did, and what it holds now.
    package var counts: CacheStatistics {
        let (count, bytes) = entries.withLock { ($0.count, $0.cost) }
        var statistics = counters.withLock { $0 }
        statistics.entries = count
        statistics.bytes = bytes
        return statistics
    }

    package func answer(for key: CacheKey) async -> CachedAnswer? {
        let now = clock.now
        let key = ExactKey(key)
        let (entry, isOver) = entries.withLock { entries -> (Entry?, Bool) in
            guard let entry = entries.use(key) else { return (nil, false) }
            guard entry.end > now else {
                entries.remove(key)
                return (nil, true)
            }
            return (entry, false)
        }
        counters.withLock { counters in
            if entry == nil { counters.misses += 1 } else { counters.hits += 1 }
            if isOver { counters.expirations += 1 }
        }
        return entry?.answer(at: now)
    }

    package func store(_ prompt: CachedPrompt, for key: CacheKey, lifetime: Duration, grace: Duration) async {
        await store(
            CachedAnswer(
                prompt: prompt, freshFor: lifetime, keptFor: lifetime > .zero ? lifetime + grace : .zero),
            for: key)
    }

    package func store(_ answer: CachedAnswer, for key: CacheKey) async {
        let key = ExactKey(key)
        let cost = CacheCost.bytes(of: answer.prompt) + key.cost
        let now = clock.now
        let entry = Entry(
            answer: answer, fresh: now.advanced(by: answer.freshFor), end: now.advanced(by: answer.keptFor))
        let evictions = entries.withLock { entries in
            // An older prompt of the key must not outlive a newer one that is not kept.
            entries.remove(key)
            return answer.keptFor > .zero ? entries.insert(entry, for: key, cost: cost) : 0
        }
        counters.withLock { $0.evictions += evictions }
    }

    package func remove(_ key: CacheKey) async {
        let key = ExactKey(key)
        entries.withLock { $0.remove(key) }
    }

    package func invalidate(_ scope: CacheScope) async { forget(scope) }

    /// Forgets a part of it at once.
    package func forget(_ scope: CacheScope) {
        entries.withLock { entries in entries.removeAll { scope.contains($0.key) } }
    }

    /// A class, since moving a prompt about by value touches every text inside it.
    private final class Entry: Sendable {
        private let stored: CachedAnswer
        private let fresh: Time.Instant
        let end: Time.Instant

        init(answer: CachedAnswer, fresh: Time.Instant, end: Time.Instant) {
            (stored, self.fresh, self.end) = (answer, fresh, end)
        }

        func answer(at now: Time.Instant) -> CachedAnswer {
            CachedAnswer(
                prompt: stored.prompt, freshFor: now.duration(to: fresh), keptFor: now.duration(to: end),
                stamp: stored.stamp, epoch: stored.epoch)
        }
    }
}
