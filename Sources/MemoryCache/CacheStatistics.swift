/// What a cache did, and what it holds.
package struct CacheStatistics: Sendable, Hashable {
    package var hits: Int
    /// Look-ups without an answer, those of drafts whose time was over included.
    package var misses: Int
    /// Drafts that had to make room.
    package var evictions: Int
    /// Drafts whose time was over when they were looked up.
    package var expirations: Int
    /// Drafts held now.
    package var entries: Int
    /// What they take, estimated.
    package var bytes: Int

    package init(
        hits: Int = 0, misses: Int = 0, evictions: Int = 0, expirations: Int = 0, entries: Int = 0,
        bytes: Int = 0
    ) {
        self.hits = hits
        self.misses = misses
        self.evictions = evictions
        self.expirations = expirations
        self.entries = entries
        self.bytes = bytes
    }
}
