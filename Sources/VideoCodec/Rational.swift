import CAVFormat

/// A ratio of whole numbers, such as frames to a second.
package struct Rational: Sendable, Hashable {
    package let numerator: Int
    package let denominator: Int

    package init(_ numerator: Int, _ denominator: Int) {
        self.numerator = numerator
        self.denominator = denominator
    }

    init(_ ratio: AVRational) { self.init(Int(ratio.num), Int(ratio.den)) }

    package var value: Double { denominator == 0 ? 0 : Double(numerator) / Double(denominator) }

    var libav: AVRational { AVRational(num: CInt(clamping: numerator), den: CInt(clamping: denominator)) }
}
