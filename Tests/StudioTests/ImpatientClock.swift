import Domain
import Synchronization
import TestSupport

/// A clock on which every wait is over at once, and time has passed all the same.
final class ImpatientClock: Clock {
    struct Instant: InstantProtocol {
        let offset: Duration

        func advanced(by duration: Duration) -> Self { Self(offset: offset + duration) }
        func duration(to other: Self) -> Duration { other.offset - offset }
        static func < (lhs: Self, rhs: Self) -> Bool { lhs.offset < rhs.offset }
    }

    private let current = Mutex(Instant(offset: .zero))
    private let wallClock: ManualWallClock?

    /// - Parameter wallClock: Moves along; nil for a test in which no deadline is to pass.
    init(moving wallClock: ManualWallClock?) { self.wallClock = wallClock }

    var now: Instant { current.withLock { $0 } }
    var minimumResolution: Duration { .nanoseconds(1) }

    func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        try Task.checkCancellation()
        let passed = current.withLock { current in
            let passed = current.duration(to: deadline)
            current = max(current, deadline)
            return passed
        }
        if passed > .zero { wallClock?.advance(by: passed) }
        await Task.yield()
    }
}
