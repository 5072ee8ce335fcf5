package import Domain
import Synchronization

/// Whether the store can be reached, and what waits for it.
final class BridgeConnection: Sendable {
    private struct State {
        var isAway = false
        var backlog = JournalBacklog()
    }

    private let state = Mutex(State())

    var isAway: Bool { state.withLock(\.isAway) }
    var backlog: JournalBacklog { state.withLock(\.backlog) }

    func lost() { state.withLock { $0.isAway = true } }

    func lost(writes: Int, bytes: Int, oldest: Timestamp?) {
        state.withLock {
            $0.isAway = true
            $0.backlog = JournalBacklog(writes: writes, bytes: bytes, oldest: oldest)
        }
    }

    func isBack() { state.withLock { $0 = State() } }
}

/// What waits in the journal.
package struct JournalBacklog: Sendable, Hashable {
    package var writes = 0
    package var bytes = 0
    /// When the oldest of them was made.
    package var oldest: Timestamp?

    package init(writes: Int = 0, bytes: Int = 0, oldest: Timestamp? = nil) {
        self.writes = writes
        self.bytes = bytes
        self.oldest = oldest
    }
}
