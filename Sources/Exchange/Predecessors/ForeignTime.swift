import Domain

/// Moments as other programs write them.
enum ForeignTime {
    /// Reads ISO 8601 with or without zone and fraction, as Python and JavaScript write it, and SQLite's
    /// `YYYY-MM-DD HH:MM:SS`; without a zone it is taken for UTC.
    static func timestamp(_ text: String) -> Timestamp? {
        var rest = Substring(text)
        let zone = takeZone(&rest)
        let parts = rest.split(separator: ".", maxSplits: 1)
        guard let zone, let whole = parts.first, whole.utf8.count == 19 else { return nil }
        let fraction = parts.count == 2 ? String(parts[1]) : "0"
        guard fraction.allSatisfy(\.isNumber) else { return nil }
        let milliseconds = (fraction + "00").prefix(3)
        let written = String(whole).replacing(" ", with: "T") + "." + milliseconds + "Z"
        return Timestamp(written)?.advanced(by: .seconds(-zone * 60))
    }

    /// Cuts the zone off the end.
    ///
    /// - Returns: Minutes east of Greenwich; nil when it is malformed.
    private static func takeZone(_ text: inout Substring) -> Int? {
        if text.last == "Z" {
            text.removeLast()
            return 0
        }
        guard let sign = text.dropFirst(11).lastIndex(where: { $0 == "+" || $0 == "-" }) else { return 0 }
        let digits = text[sign...].dropFirst().filter { $0 != ":" }
        guard digits.count == 4, let number = Int(digits) else { return nil }
        let minutes = number / 100 * 60 + number % 100
        let factor = text[sign] == "+" ? 1 : -1
        text = text[..<sign]
        return factor * minutes
    }
}
