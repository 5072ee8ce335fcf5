import Synchronization

/// The latest moment of the deployment that this process knows of.
///
/// Every session starts from it, so what was acknowledged is read, also from a member that lags behind.
final class CausalClock: Sendable {
    /// An operation time of MongoDB: seconds and a count within the second.
    struct Moment: Sendable, Comparable {
        let seconds: UInt32
        let count: UInt32

        static func < (lhs: Self, rhs: Self) -> Bool {
            (lhs.seconds, lhs.count) < (rhs.seconds, rhs.count)
        }
    }

    private let latest = Mutex(Moment(seconds: 0, count: 0))

    var now: Moment { latest.withLock { $0 } }

    /// Takes over a moment unless a later one is known.
    func advance(to moment: Moment) { latest.withLock { $0 = max($0, moment) } }
}
