/// A moment: milliseconds since 1970-01-01T00:00:00Z.
///
/// On the wire it is RFC 3339 in UTC with milliseconds.
package struct Timestamp: Sendable, Hashable, InstantProtocol {
    package let milliseconds: Int64

    package init(milliseconds: Int64) { self.milliseconds = milliseconds }

    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.milliseconds < rhs.milliseconds }

    /// Returns the moment that lies `duration` later, in whole milliseconds.
    package func advanced(by duration: Duration) -> Self {
        let (seconds, attoseconds) = duration.components
        return Self(milliseconds: milliseconds + seconds * 1000 + attoseconds / 1_000_000_000_000_000)
    }

    /// Returns the time from this moment to `other`.
    package func duration(to other: Self) -> Duration {
        .milliseconds(other.milliseconds - milliseconds)
    }
}

extension Timestamp: CustomStringConvertible {
    /// The moment as RFC 3339 writes it, such as `2026-11-21T01:09:06.000Z`.
    package var description: String {
        let day = (milliseconds >= 0 ? milliseconds : milliseconds - 86_399_999) / 86_400_000
        let rest = Int(milliseconds - day * 86_400_000)
        let date = Self.civilDate(ofDay: Int(day))
        let clock = [rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60].map { Self.padded($0, to: 2) }
        return Self.padded(date.year, to: 4) + "-" + Self.padded(date.month, to: 2) + "-"
            + Self.padded(date.day, to: 2) + "T" + clock.joined(separator: ":") + "."
            + Self.padded(rest % 1000, to: 3) + "Z"
    }

    /// Reads what ``description`` writes.
    ///
    /// - Parameter text: RFC 3339 in UTC with exactly three decimals.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        let marks: [(Int, String)] = [
            (4, "-"), (7, "-"), (10, "T"), (13, ":"), (16, ":"), (19, "."), (23, "Z"),
        ]
        guard bytes.count == 24, marks.allSatisfy({ bytes[$0] == $1.utf8.first }) else { return nil }
        let fields = [0..<4, 5..<7, 8..<10, 11..<13, 14..<16, 17..<19, 20..<23]
            .compactMap { Int(String(decoding: bytes[$0], as: UTF8.self)) }
        guard fields.count == 7, (1...12).contains(fields[1]), (1...31).contains(fields[2]),
            fields[3] < 24, fields[4] < 60, fields[5] < 60
        else { return nil }
        let day = Self.dayNumber(year: fields[0], month: fields[1], day: fields[2])
        let seconds = ((day * 24 + fields[3]) * 60 + fields[4]) * 60 + fields[5]
        milliseconds = Int64(seconds) * 1000 + Int64(fields[6])
        // Refuses signs for digits and days that the month does not have.
        guard description == text else { return nil }
    }

    private static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }

    // Both conversions count years from March, so that a leap day is a year's last day
    // (H. Hinnant, "chrono-compatible low-level date algorithms").
    private static func civilDate(ofDay day: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = day + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }

    private static func dayNumber(year: Int, month: Int, day: Int) -> Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }
}

extension Timestamp: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let timestamp = Self(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "A time is RFC 3339 in UTC with milliseconds")
        }
        self = timestamp
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
