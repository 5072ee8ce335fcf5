import Canvas

/// The colours of a scene's air and light.
struct Palette {
    /// Sky from the zenith to the horizon.
    let sky: [Colour]
    /// What distance fades into.
    let haze: Colour
    /// What light does to the colour of things.
    let light: Colour
    let clouds: Colour
    /// Sun or moon.
    let lamp: Colour
    /// Its height: 0 is the top, 1 the horizon.
    let lampHeight: Double
    var isMoon = false
    /// How many stars stand in the sky, 0...1.
    var stars = 0.0
    /// Whether windows and street lamps shine.
    var hasLamps = false
    var isSnowy = false

    private init(
        sky: [UInt32], haze: UInt32, light: UInt32, clouds: UInt32, lamp: UInt32, lampHeight: Double
    ) {
        self.sky = sky.map { Colour($0) }
        self.haze = Colour(haze)
        self.light = Colour(light)
        self.clouds = Colour(clouds)
        self.lamp = Colour(lamp)
        self.lampHeight = lampHeight
    }

    init(_ light: Light) {
        switch light {
        case .day:
            self.init(
                sky: [0x3E8FD8, 0x8CC7EE, 0xDDF1F7], haze: 0xD5ECF5, light: 0xFFFDF4, clouds: 0xFFFFFF,
                lamp: 0xFFF6D0, lampHeight: 0.22)
        case .dawn:
            self.init(
                sky: [0x586BA8, 0xC892B4, 0xFFD9AE], haze: 0xF3C9BE, light: 0xE9CFCB, clouds: 0xFFD3C2,
                lamp: 0xFFE9BD, lampHeight: 0.86)
        case .sunset:
            self.init(
                sky: [0x3B3470, 0xC2547A, 0xFFB15C], haze: 0xF49A62, light: 0xD69A86, clouds: 0xF7876B,
                lamp: 0xFFE08A, lampHeight: 0.82)
        case .night:
            self.init(
                sky: [0x080D26, 0x14214B, 0x2C4272], haze: 0x2A3D69, light: 0x6F80AD, clouds: 0x35487A,
                lamp: 0xF4F1DC, lampHeight: 0.24)
            (isMoon, stars, hasLamps) = (true, 1, true)
        case .neon:
            self.init(
                sky: [0x0B0720, 0x2B0F52, 0x8A1E7C], haze: 0x5A1C72, light: 0x9478C6, clouds: 0x4A1D6B,
                lamp: 0xFF6AD5, lampHeight: 0.55)
            (stars, hasLamps) = (0.25, true)
        case .overcast:
            self.init(
                sky: [0x6C7C8C, 0x94A3AF, 0xBCC6CB], haze: 0xAFBAC1, light: 0xB4BEC6, clouds: 0xC9D1D6,
                lamp: 0xD5DBDE, lampHeight: 0.3)
            hasLamps = true
        case .storm:
            self.init(
                sky: [0x23283A, 0x3D4558, 0x6A7482], haze: 0x59626F, light: 0x87909F, clouds: 0x4B5366,
                lamp: 0x8C95A3, lampHeight: 0.3)
            hasLamps = true
        case .candle:
            self.init(
                sky: [0x120D22, 0x2B1B33, 0x5A3230], haze: 0x6B4334, light: 0xD8A878, clouds: 0x3C2A3A,
                lamp: 0xFFC873, lampHeight: 0.3)
            (isMoon, stars, hasLamps) = (true, 0.6, true)
        case .aurora:
            self.init(
                sky: [0x060B22, 0x0D2440, 0x1E5560], haze: 0x1F4657, light: 0x7FA8AE, clouds: 0x173648,
                lamp: 0xE8F5EE, lampHeight: 0.2)
            (isMoon, stars, hasLamps) = (true, 1, true)
        case .winter:
            self.init(
                sky: [0x7FA3CC, 0xB7CDE4, 0xEAF1F8], haze: 0xDFE9F3, light: 0xE8EEF8, clouds: 0xF6F9FD,
                lamp: 0xFFF8E6, lampHeight: 0.4)
            isSnowy = true
        }
    }

    /// A thing's colour in this light, at a distance.
    ///
    /// - Parameters:
    ///   - colour: As it would be on a table.
    ///   - distance: 0 is here, 1 is as far as one sees.
    func seen(_ colour: Colour, distance: Double = 0) -> Colour {
        colour.lit(by: light).mixed(with: haze, distance)
    }
}

extension Tint {
    var colour: Colour {
        switch self {
        case .red: Colour(0xD8382F)
        case .orange: Colour(0xF08A2C)
        case .yellow: Colour(0xF6CF3C)
        case .green: Colour(0x4BA658)
        case .blue: Colour(0x3B78D0)
        case .purple: Colour(0x8A56C0)
        case .pink: Colour(0xF28CB4)
        case .brown: Colour(0x8A5A36)
        case .black: Colour(0x2B2B31)
        case .white: Colour(0xF3F1EC)
        case .grey: Colour(0x8E949C)
        case .gold: Colour(0xDDA63A)
        }
    }
}
