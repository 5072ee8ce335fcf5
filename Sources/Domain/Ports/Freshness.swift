import Synchronization

/// Notes for one request where its answers came from.
///
/// Whoever answers a request makes one and binds it; a store that answers from what is at hand says so.
package final class Freshness: Sendable {
    /// Where an answer came from, the worse the greater.
    package enum Source: String, Sendable, Comparable {
        /// The store itself.
        case store
        /// A write waits in the journal.
        case journal
        /// Read from what was at hand; the store may know better.
        case stale

        private var rank: Int {
            switch self {
            case .store: 0
            case .journal: 1
            case .stale: 2
            }
        }

        package static func < (lhs: Self, rhs: Self) -> Bool { lhs.rank < rhs.rank }
    }

    /// The one of the request that is being answered.
    @TaskLocal package static var current: Freshness?

    private let worst = Mutex(Source.store)

    package init() {}

    package var source: Source { worst.withLock { $0 } }

    /// Notes a source; the worst one stays.
    package func note(_ source: Source) { worst.withLock { $0 = max($0, source) } }
}
