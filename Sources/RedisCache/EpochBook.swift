import Domain
import Synchronization

/// What an instance knows of the epochs: the tokens it saw last, those it has replaced, and the scopes it
/// could not tell Redis about.
///
/// A token is random and never used twice. A lost token is replaced by a new one, and a replaced one that
/// comes back, as from a replica that lagged behind, is replaced again: what was forgotten stays so.
final class EpochBook: Sendable {
    private struct State {
        var known: [[UInt8]: [UInt8]] = [:]
        var retired: Set<[UInt8]> = []
        var pending: Set<CacheScope> = []
    }

    private static let capacity = 4096
    private let state = Mutex(State())

    /// One number for the tokens of a key.
    static func epoch(of tokens: [[UInt8]]) -> UInt64 {
        // 0 says that nothing is known.
        max(1, Checksum.of(tokens.flatMap { $0 + [0xFF] }))
    }

    /// The epoch of a key as it was last seen; 0 when it never was.
    func lastEpoch(of names: [[UInt8]]) -> UInt64 {
        state.withLock { state in
            let tokens = names.compactMap { state.known[$0] }
            return tokens.count == names.count ? Self.epoch(of: tokens) : 0
        }
    }

    /// Notes what was seen, and returns the names whose token was replaced before.
    func saw(_ tokens: [[UInt8]], of names: [[UInt8]]) -> [[UInt8]] {
        state.withLock { state in
            if state.known.count > Self.capacity { state.known.removeAll(keepingCapacity: true) }
            for (name, token) in zip(names, tokens) { state.known[name] = token }
            return zip(names, tokens).filter { state.retired.contains($0.1) }.map(\.0)
        }
    }

    func retire(_ token: [UInt8]) {
        state.withLock { state in
            if state.retired.count > Self.capacity { state.retired.removeAll(keepingCapacity: true) }
            state.retired.insert(token)
        }
    }

    /// Remembers a scope that Redis is to be told about as soon as it is back.
    func postpone(_ scope: CacheScope) {
        state.withLock { state in
            state.known.removeAll(keepingCapacity: true)
            // Rather all of it than a list without end.
            if state.pending.count > Self.capacity { state.pending = [.everything] }
            state.pending.insert(scope)
        }
    }

    /// Takes the scopes that wait; whoever takes them tells Redis or postpones them again.
    func takePending() -> Set<CacheScope> {
        state.withLock { state in
            defer { state.pending = [] }
            return state.pending
        }
    }

    var hasPending: Bool { state.withLock { !$0.pending.isEmpty } }
}
