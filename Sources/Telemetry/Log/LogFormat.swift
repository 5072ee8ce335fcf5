/// How lines look.
package enum LogFormat: Sendable, Hashable {
    /// One JSON object a line.
    case json
    /// Time of day, level, message, and fields as `name=value`.
    case text(hasColours: Bool)
}

extension LogLevel {
    /// Four letters, so that messages stand below each other.
    func mark(inColour hasColours: Bool) -> String {
        let (word, colour) =
            switch self {
            case .debug: ("DEBG", 90)
            case .info: ("INFO", 36)
            case .warning: ("WARN", 33)
            case .error: ("FAIL", 31)
            }
        return hasColours ? "\u{1B}[\(colour)m\(word)\u{1B}[0m" : word
    }
}
