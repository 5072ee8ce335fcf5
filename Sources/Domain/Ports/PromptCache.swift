/// Keeps what was written for repeated ideas.
///
/// A cache never throws: what it cannot read is a miss, what it cannot write is forgotten, and both are
/// counted. Conforming types promise what `CacheContractTests` checks.
package protocol PromptCache: Sendable {
    /// What is kept for a key; nil when nothing is, or its time and its grace are over.
    func answer(for key: CacheKey) async -> CachedAnswer?

    /// Stores what was written.
    ///
    /// - Parameters:
    ///   - lifetime: How long it is fresh; nothing is kept when it is not positive.
    ///   - grace: How long it is still kept after that, to be served while a new one is written.
    func store(_ prompt: CachedPrompt, for key: CacheKey, lifetime: Duration, grace: Duration) async

    /// Forgets one key.
    func remove(_ key: CacheKey) async

    /// Forgets a part of it, or all.
    func invalidate(_ scope: CacheScope) async

    /// What it did since it was made, and what it holds.
    func statistics() async -> CacheStatistics
}

extension PromptCache {
    /// The prompt that is fresh for a key.
    package func prompt(for key: CacheKey) async -> CachedPrompt? {
        guard let answer = await answer(for: key), answer.freshFor > .zero else { return nil }
        return answer.prompt
    }

    /// Stores what was written for `lifetime` and no longer.
    package func store(_ prompt: CachedPrompt, for key: CacheKey, lifetime: Duration) async {
        await store(prompt, for: key, lifetime: lifetime, grace: .zero)
    }
}

/// A cache in the memory of one instance, which can stand before a shared one.
package protocol LocalPromptCache: PromptCache {
    /// Stores what the shared cache holds, for as long as that does.
    func store(_ answer: CachedAnswer, for key: CacheKey) async
}

/// A cache that lets one of several instances write for a key.
package protocol CoordinatedPromptCache: PromptCache {
    /// Asks to be the one that writes for a key.
    ///
    /// - Parameter lifetime: After this time somebody else may; a holder that died blocks nobody for longer.
    func lock(_ key: CacheKey, for lifetime: Duration) async -> LockAnswer

    /// Stores what was written and says how that went.
    ///
    /// - Parameter lock: The lock it was written under, which is then given back; nil for none.
    @discardableResult
    func share(
        _ prompt: CachedPrompt, for key: CacheKey, lifetime: Duration, grace: Duration, under lock: CacheLock?
    ) async -> StoreReceipt

    /// Gives a lock back without storing anything.
    func unlock(_ lock: CacheLock) async
}

/// A cache that several instances share.
///
/// It can be away; an instance then goes on with its own memory and says so.
package protocol SharedPromptCache: CoordinatedPromptCache {
    /// How what is stored for a key stands to what an instance has in its memory.
    func standing(of key: CacheKey) async -> SharedStanding

    /// How it is doing now; it does not wait.
    var status: PartStatus { get }
}

/// How a shared cache stands to a key.
package enum SharedStanding: Sendable, Hashable {
    /// The stamp of what is stored, nil when nothing is, and the epoch that holds for the key now.
    case known(stamp: UInt64?, epoch: UInt64)
    /// It cannot be asked.
    case away
}

/// What came of storing.
package enum StoreReceipt: Sendable, Hashable {
    /// It is there for all instances, as this.
    case stored(CachedAnswer)
    /// It is not there; the epoch that was last known for the key, 0 for none.
    case notStored(epoch: UInt64)
    /// Somebody else took the lock over meanwhile, and what they store holds.
    case overtaken
}

/// What came of asking for a lock.
package enum LockAnswer: Sendable, Hashable {
    case granted(CacheLock)
    /// Somebody else writes.
    case taken
    case away
}

/// The right to write for a key.
package struct CacheLock: Sendable, Hashable {
    package let key: CacheKey
    /// Grows with every lock of the key, so that a late holder is known for one.
    package let fence: Int64

    package init(key: CacheKey, fence: Int64) {
        (self.key, self.fence) = (key, fence)
    }
}

/// A part of a cache that is forgotten together.
package enum CacheScope: Sendable, Hashable {
    case everything
    case workspace(Workspace)
    /// All that was written with a writer, template or lexicon of this name, or of one version of it.
    case part(name: String)

    /// Whether a key belongs to it.
    package func contains(_ key: CacheKey) -> Bool {
        switch self {
        case .everything: true
        case .workspace(let workspace): key.workspace.rawValue.utf8.elementsEqual(workspace.rawValue.utf8)
        case .part(let name): key.versions.contains { $0.name == name }
        }
    }
}
