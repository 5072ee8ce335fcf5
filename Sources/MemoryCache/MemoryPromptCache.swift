package import Domain
import Synchronization

/// A cache in the memory of this process, bounded by bytes and by time.
///
/// The prompt that was used least recently goes first. A look-up and a store take the same time however
/// much is kept. Nothing is shared with other processes, and nothing survives a restart.
///
/// ```swift
/// let cache = MemoryPromptCache(maximumBytes: 64 * 1024 * 1024)
/// await cache.store(written, for: key, lifetime: .seconds(3600))
/// print(cache.statistics.hits)
/// ```
package final class MemoryPromptCache<Time: Clock>: PromptCache where Time.Duration == Duration {
    private let entries: Mutex<RecencyList<ExactKey, Entry>>
    private let counters = Mutex(CacheStatistics())
    private let maximumBytes: Int
    private let clock: Time

    /// Creates an empty cache.
    ///
    /// - Parameters:
    ///   - maximumBytes: The most that all prompts and their keys may take, estimated;
    ///     0 keeps nothing.
    ///   - clock: Measures lifetimes.
    package init(maximumBytes: Int, clock: Time = ContinuousClock()) {
        self.maximumBytes = maximumBytes
        self.clock = clock
        entries = Mutex(RecencyList())
    }

    /// What the cache did since it was made, and what it holds now.
    package var statistics: CacheStatistics {
        let (count, bytes) = entries.withLock { ($0.count, $0.cost) }
        var statistics = counters.withLock { $0 }
        statistics.entries = count
        statistics.bytes = bytes
        return statistics
    }

    package func prompt(for key: CacheKey) async -> CachedPrompt? {
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
        return entry?.prompt
    }

    package func store(_ prompt: CachedPrompt, for key: CacheKey, lifetime: Duration) async {
        let key = ExactKey(key)
        let cost = CacheCost.bytes(of: prompt) + key.cost
        let entry = Entry(prompt: prompt, end: clock.now.advanced(by: lifetime))
        let evictions = entries.withLock { entries in
            // An older prompt of the key must not outlive a newer one that does not fit.
            entries.remove(key)
            guard lifetime > .zero, cost <= maximumBytes else { return 0 }
            entries.insert(entry, for: key, cost: cost)
            return entries.removeLeastRecent(downTo: maximumBytes)
        }
        counters.withLock { $0.evictions += evictions }
    }

    package func removeAll(in workspace: Workspace) async {
        entries.withLock { entries in
            entries.removeAll { $0.belongs(to: workspace) }
        }
    }

    /// A class, since moving a prompt about by value touches every text inside it.
    private final class Entry: Sendable {
        let prompt: CachedPrompt
        let end: Time.Instant

        init(prompt: CachedPrompt, end: Time.Instant) {
            self.prompt = prompt
            self.end = end
        }
    }
}
