package import Domain
import Synchronization

/// A wall clock that moves only when the test says so.
package final class ManualWallClock: WallClock {
    private let current: Mutex<Timestamp>

    package init(at start: Timestamp = Timestamp(milliseconds: 1_795_000_000_000)) { current = Mutex(start) }

    package func now() -> Timestamp { current.withLock { $0 } }

    package func advance(by duration: Duration) {
        current.withLock { $0 = $0.advanced(by: duration) }
    }
}
