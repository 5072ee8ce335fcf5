/// An amount of US dollars, in millionths, so that sums are exact.
package struct Money: Sendable, Hashable, Codable, Comparable {
    package let microdollars: Int

    package init(microdollars: Int) { self.microdollars = microdollars }

    /// - Parameter dollars: Rounded up to a millionth, since an estimate must not be too low; what binary
    ///   fractions add to decimal ones is no part of it.
    package init(dollars: Double) { microdollars = Int((dollars * 1_000_000 - 0.001).rounded(.up)) }

    /// As a number, for those who only show it.
    package var dollars: Double { Double(microdollars) / 1_000_000 }

    package static let zero = Self(microdollars: 0)

    package static func < (left: Self, right: Self) -> Bool { left.microdollars < right.microdollars }

    package static func + (left: Self, right: Self) -> Self {
        Self(microdollars: left.microdollars + right.microdollars)
    }

    package static func - (left: Self, right: Self) -> Self {
        Self(microdollars: left.microdollars - right.microdollars)
    }

    package init(from decoder: any Decoder) throws {
        microdollars = try decoder.singleValueContainer().decode(Int.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(microdollars)
    }
}

extension Money: CustomStringConvertible {
    /// Such as `$0.42`; tenths of cents and less only where they are.
    package var description: String {
        let sign = microdollars < 0 ? "-" : ""
        let (whole, rest) = microdollars.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
        var decimals = String(rest)
        decimals = String(repeating: "0", count: 6 - decimals.utf8.count) + decimals
        while decimals.utf8.count > 2, decimals.last == "0" { decimals.removeLast() }
        return "\(sign)$\(whole).\(decimals)"
    }
}
