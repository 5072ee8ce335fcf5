import Synchronization

/// The least important level that is written; everybody who has the log sees a change at once.
package final class LogThreshold: Sendable {
    private let lowest: Atomic<Int>

    init(_ level: LogLevel) { lowest = Atomic(level.rawValue) }

    package var level: LogLevel {
        get { LogLevel(rawValue: lowest.load(ordering: .relaxed)) ?? .info }
        set { lowest.store(newValue.rawValue, ordering: .relaxed) }
    }

    /// Whether a line of this level is written.
    func admits(_ level: LogLevel) -> Bool { level.rawValue >= lowest.load(ordering: .relaxed) }
}
