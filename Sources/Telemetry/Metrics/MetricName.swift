/// The rules for names in the Prometheus data model.
enum MetricName {
    /// Whether `name` can be a metric's name: `[a-zA-Z_:][a-zA-Z0-9_:]*`.
    static func isMetric(_ name: String) -> Bool {
        isIdentifier(name) { $0 == UInt8(ascii: ":") }
    }

    /// Whether `name` can be a label's name: no colon, nothing the server or a histogram reserves.
    static func isLabel(_ name: String) -> Bool {
        isIdentifier(name) { _ in false } && !name.hasPrefix("__") && !["le", "quantile"].contains(name)
    }

    private static func isIdentifier(_ name: String, also isExtra: (UInt8) -> Bool) -> Bool {
        guard let first = name.utf8.first, !isDigit(first) else { return false }
        return name.utf8.allSatisfy { isLetter($0) || isDigit($0) || isExtra($0) }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
