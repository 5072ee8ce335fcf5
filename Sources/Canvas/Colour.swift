/// A colour of the sRGB space; every part is 0...1.
package struct Colour: Sendable, Hashable {
    package var red: Double
    package var green: Double
    package var blue: Double

    package init(red: Double, green: Double, blue: Double) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// Reads a colour as it is written on the web.
    ///
    /// - Parameter hex: 0xRRGGBB.
    package init(_ hex: UInt32) {
        red = Double(hex >> 16 & 255) / 255
        green = Double(hex >> 8 & 255) / 255
        blue = Double(hex & 255) / 255
    }

    /// Goes a part of the way to another colour.
    ///
    /// - Parameters:
    ///   - other: Where the way ends.
    ///   - share: 0 is this colour, 1 the other.
    package func mixed(with other: Colour, _ share: Double) -> Colour {
        Colour(
            red: red + (other.red - red) * share, green: green + (other.green - green) * share,
            blue: blue + (other.blue - blue) * share)
    }

    /// Returns the colour as this light shows it: each part multiplied.
    package func lit(by light: Colour) -> Colour {
        Colour(red: red * light.red, green: green * light.green, blue: blue * light.blue)
    }

    package func darker(_ share: Double) -> Colour { mixed(with: .black, share) }
    package func lighter(_ share: Double) -> Colour { mixed(with: .white, share) }

    package static let black = Colour(0x000000)
    package static let white = Colour(0xFFFFFF)

    /// BT.601 in video range, as VP8 wants it.
    var samples: Samples {
        let luma = 16 + 65.481 * red + 128.553 * green + 24.966 * blue
        let blueDifference = 128 - 37.797 * red - 74.203 * green + 112 * blue
        let redDifference = 128 + 112 * red - 93.786 * green - 18.214 * blue
        return Samples(
            luma: UInt8(clamping: Int(luma.rounded())), blue: UInt8(clamping: Int(blueDifference.rounded())),
            red: UInt8(clamping: Int(redDifference.rounded())))
    }

    /// A colour as the planes of a picture hold it.
    struct Samples: Hashable {
        let luma: UInt8
        let blue: UInt8
        let red: UInt8
    }
}
