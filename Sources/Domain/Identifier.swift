/// A name that Reprise gave to something it keeps.
///
/// 26 characters of Crockford's base 32: 48 bits of time in milliseconds, then 80 random bits
/// (the layout of the ULID specification), so identifiers sort by the time they were made.
package struct Identifier<Kind>: Sendable, Hashable, Codable, Comparable, LosslessStringConvertible {
    package let rawValue: String

    /// Accepts text from outside.
    ///
    /// - Parameter text: 26 characters of Crockford's base 32, in either case.
    /// - Returns: nil when the text is no identifier; nothing else is ever a path or a key.
    package init?(_ text: String) {
        guard text.utf8.count == 26, text.utf8.allSatisfy(Self.isDigit) else { return nil }
        rawValue = text.uppercased()
    }

    /// Makes a new identifier.
    ///
    /// - Parameters:
    ///   - time: The moment it is made.
    ///   - random: Where its random bits come from.
    package init(at time: Timestamp, random: any RandomSource) {
        let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".unicodeScalars)
        var text = String.UnicodeScalarView()
        let milliseconds = UInt64(clamping: time.milliseconds)
        for shift in stride(from: 45, through: 0, by: -5) {
            text.append(alphabet[Int(milliseconds >> UInt64(shift)) & 31])
        }
        for _ in 0..<2 {
            let bits = random.next()
            for shift in stride(from: 35, through: 0, by: -5) {
                text.append(alphabet[Int(truncatingIfNeeded: bits >> UInt64(shift)) & 31])
            }
        }
        rawValue = String(text)
    }

    /// The least identifier that can be made at a moment.
    package static func least(at time: Timestamp) -> Self { Self(at: time, random: NoBits()) }

    /// The moment it was made at.
    package var time: Timestamp {
        Timestamp(milliseconds: number(ofFirst: 10))
    }

    /// What the first digits say, with 5 bits each.
    ///
    /// - Parameter count: 1...12 for every identifier, 13 for one made before the year 10,889.
    package func number(ofFirst count: Int) -> Int64 {
        rawValue.utf8.prefix(count).reduce(0) { $0 << 5 | Int64(base32Values[Int($1)]) }
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let identifier = Self(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "An identifier has 26 characters of base 32")
        }
        self = identifier
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }

    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }

    package var description: String { rawValue }

    private static func isDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
            !"ILOUilou".utf8.contains(byte)
        default: false
        }
    }
}

/// Values of Crockford's base 32 by their ASCII code.
private let base32Values: [UInt8] = {
    var values = [UInt8](repeating: 0, count: 256)
    for (value, letter) in "0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8.enumerated() {
        values[Int(letter)] = UInt8(value)
    }
    return values
}()

private struct NoBits: RandomSource {
    func next() -> UInt64 { 0 }
}
