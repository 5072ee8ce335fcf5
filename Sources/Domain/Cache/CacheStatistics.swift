/// What a cache did, and what it holds.
package struct CacheStatistics: Sendable, Hashable, Codable {
    package var hits: Int
    /// Look-ups without an answer, those of prompts whose time was over included.
    package var misses: Int
    /// Prompts that had to make room, or were not let in.
    package var evictions: Int
    /// Prompts whose time was over when they were looked up.
    package var expirations: Int
    /// Values that could not be read and were taken for misses.
    package var unreadable: Int
    /// Look-ups and stores that got no answer in time.
    package var failures: Int
    /// Prompts held now.
    package var entries: Int
    /// What they take, estimated.
    package var bytes: Int

    package init(
        hits: Int = 0, misses: Int = 0, evictions: Int = 0, expirations: Int = 0, unreadable: Int = 0,
        failures: Int = 0, entries: Int = 0, bytes: Int = 0
    ) {
        self.hits = hits
        self.misses = misses
        self.evictions = evictions
        self.expirations = expirations
        self.unreadable = unreadable
        self.failures = failures
        self.entries = entries
        self.bytes = bytes
    }
}
