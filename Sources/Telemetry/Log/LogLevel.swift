/// How much a line matters.
package enum LogLevel: Int, Sendable, Hashable, CaseIterable, Comparable {
    case debug, info, warning, error

    /// The level as a setting and a log line write it.
    package var name: String {
        switch self {
        case .debug: "debug"
        case .info: "info"
        case .warning: "warning"
        case .error: "error"
        }
    }

    /// Reads what ``name`` writes.
    package init?(name: String) {
        guard let level = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = level
    }

    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
}
