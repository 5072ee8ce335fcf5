/// What a repeated idea gets: the prompt as it was written, and what was recommended then.
package struct CachedPrompt: Sendable, Hashable, Codable {
    package let prompt: Prompt
    package let similar: [Recommendation]
    /// How long the writing took; what took long is written anew the earlier before its time is over.
    package let writingTime: Duration

    package init(prompt: Prompt, similar: [Recommendation], writingTime: Duration = .zero) {
        self.prompt = prompt
        self.similar = similar
        self.writingTime = writingTime
    }
}

/// What a cache has for a key.
package struct CachedAnswer: Sendable, Hashable {
    package let prompt: CachedPrompt
    /// How long it stays fresh; not positive while it is only kept until a new one is written.
    package let freshFor: Duration
    /// How long it is kept.
    package let keptFor: Duration
    /// Tells one writing of a key from the next; 0 where nobody compares.
    package let stamp: UInt64
    /// What held for its key when it was stored; 0 where nothing is shared.
    package let epoch: UInt64

    package init(
        prompt: CachedPrompt, freshFor: Duration, keptFor: Duration, stamp: UInt64 = 0, epoch: UInt64 = 0
    ) {
        self.prompt = prompt
        self.freshFor = freshFor
        self.keptFor = keptFor
        self.stamp = stamp
        self.epoch = epoch
    }
}
