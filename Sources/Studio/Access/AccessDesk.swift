package import Domain
import Synchronization

/// Lets people in by their keys, and keeps the keys.
///
/// Every look first asks the store whether keys or sessions changed, which costs one number, so that what was
/// revoked anywhere is refused by the next request everywhere. A secret that was checked once is known by a
/// digest under a key of this process, so that only its first request pays for the slow hash.
package final class AccessDesk: Sendable {
    /// What a desk works with.
    package struct Parts: Sendable {
        package var store: any AccessStore
        package var hasher: any SecretHasher
        /// Counts how often somebody tries.
        package var tries: any RateCounter
        package var clock: any WallClock
        package var random: any RandomSource

        package init(
            store: any AccessStore, hasher: any SecretHasher, tries: any RateCounter, clock: any WallClock,
            random: any RandomSource
        ) {
            self.store = store
            self.hasher = hasher
            self.tries = tries
            self.clock = clock
            self.random = random
        }
    }

    /// How long things hold.
    package struct Configuration: Sendable, Hashable {
        /// How long somebody who signed in stays so.
        package var sessionLifetime: Duration = .seconds(12 * 3600)
        /// How long known keys are taken while the store is away and nobody can say whether they still hold.
        package var grace: Duration = .seconds(600)
        /// How often the store is asked whether there is a first key, while there is none.
        package var pause: Duration = .seconds(1)
        /// How many secrets of one key are checked in a minute.
        package var triesPerMinute = 20

        package init() {}
    }

    private struct State {
        var register: AccessRegister?
        /// When the store last said that it is so.
        var seenAt: Timestamp?
        /// Keys of secrets that were checked.
        var checked: [String: AccessKey.ID] = [:]
        /// Secrets that were found to be wrong.
        var wrong: Set<String> = []
    }

    private static let mostRemembered = 4096

    let parts: Parts
    let configuration: Configuration
    private let state = Mutex(State())

    package init(_ parts: Parts, configuration: Configuration = Configuration()) {
        self.parts = parts
        self.configuration = configuration
    }

    /// What time it is for keys.
    package var now: Timestamp { parts.clock.now() }

    /// Whether nobody is asked for a key, since none was ever made.
    ///
    /// - Throws: ``StoreError`` when the store is away and nothing is known yet.
    package func isOpen() async throws(StoreError) -> Bool { try await register().isOpen }

    /// Returns the key of a secret that somebody shows.
    ///
    /// - Throws: ``AccessRefusal``; ``StoreError`` when nobody can say.
    package func key(showing secret: Secret) async throws -> AccessKey {
        let now = parts.clock.now()
        let register = try await register()
        let mark = parts.hasher.mark(of: secret)
        if let known = state.withLock({ $0.checked[mark] }) {
            return try register.validKey(known, at: now)
        }
        guard let shown = KeySecret(secret), let key = register.key(shown.prefix),
            !state.withLock({ $0.wrong.contains(mark) })
        else { throw AccessRefusal.unknown }
        let decision = await parts.tries.count(
            "access:\(key.prefix)", limit: configuration.triesPerMinute, window: .seconds(60))
        guard decision.isAllowed else { throw AccessRefusal.tooManyTries(retryAfter: decision.resetsAfter) }
        guard await parts.hasher.matches(secret, key.hash) else {
            state.withLock { state in
                if state.wrong.count >= Self.mostRemembered { state.wrong.removeAll() }
                state.wrong.insert(mark)
            }
            throw AccessRefusal.unknown
        }
        state.withLock { state in
            if state.checked.count >= Self.mostRemembered { state.checked.removeAll() }
            state.checked[mark] = key.id
        }
        return try register.validKey(key.id, at: now)
    }

    /// Returns who signed in, by the value of their cookie.
    ///
    /// - Throws: ``AccessRefusal``; ``StoreError`` when nobody can say.
    package func key(inSession token: String) async throws -> AccessKey {
        let (_, key) = try await register().session(
            parts.hasher.digest(token), at: parts.clock.now())
        return key
    }

    /// Whether a key is still taken; true as well while nobody can say.
    package func holds(_ id: AccessKey.ID) async -> Bool {
        do {
            _ = try await register().validKey(id, at: parts.clock.now())
            return true
        } catch {
            return !(error is AccessRefusal)
        }
    }

    /// The keys and sessions as they are now.
    func register() async throws(StoreError) -> AccessRegister {
        let now = parts.clock.now()
        let (known, seenAt) = state.withLock { ($0.register, $0.seenAt) }
        if let known, known.isOpen, let seenAt, seenAt.duration(to: now) < configuration.pause {
            return known
        }
        do throws(StoreError) {
            let newer = try await parts.store.accessBook(after: known?.version).map(AccessRegister.init)
            let register = newer ?? known ?? AccessRegister(AccessBook(version: 0, keys: [], sessions: []))
            state.withLock { ($0.register, $0.seenAt) = (register, now) }
            return register
        } catch {
            // While the store is away nobody can write to it either: what was so, most likely still is.
            guard error.code == .unavailable, let known, let seenAt,
                known.isOpen || seenAt.duration(to: now) < configuration.grace
            else { throw error }
            return known
        }
    }

    /// Has the next look ask the store, since something was written here.
    func forgetLook() { state.withLock { $0.seenAt = nil } }
}
