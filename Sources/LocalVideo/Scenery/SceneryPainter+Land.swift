import Canvas

extension SceneryPainter {
    /// The colour of hills far away.
    var hill: Colour {
        palette.isSnowy
            ? Colour(0xE3EBF5)
            : season == .autumn ? Colour(0xB98A45) : season == .spring ? Colour(0x86B85F) : Colour(0x5E9E52)
    }

    private var grass: Colour {
        palette.isSnowy ? Colour(0xEEF3FA) : season == .autumn ? Colour(0xB79A4B) : Colour(0x6FB04A)
    }

    private var firLeaf: Colour { palette.isSnowy ? Colour(0x6F8F86) : Colour(0x3C8148) }

    /// Crowns of trees with leaves: cherries in spring, maples in autumn.
    private var crowns: [Colour] {
        switch season {
        case _ where palette.isSnowy: [Colour(0x6F8F86), Colour(0x88A39B)]
        case .spring: [Colour(0xF5B5CC), Colour(0xF8CBDB), Colour(0xEE9DBB)]
        case .autumn: [Colour(0xD9772B), Colour(0xC8502E), Colour(0xE3A83C)]
        default: [Colour(0x3C8148), Colour(0x4A9150)]
        }
    }

    /// Paints a line of hills or peaks.
    mutating func hills(
        _ colour: Colour, at middle: Double, swing: Double, roughness: Double, distance: Double
    ) -> Picture {
        let strip = makeStrip()
        let ridge = ridge(middle, swing, roughness: roughness)
        let top = palette.seen(colour, distance: distance)
        let bottom = palette.seen(colour.darker(0.12), distance: min(1, distance + 0.25))
        let paint = Paint.vertical(top, from: y(middle - swing), bottom, to: y(middle + swing + 0.16))
        fill(strip, under: ridge, paint)
        return strip.seal()
    }

    /// Paints peaks with snow on them.
    mutating func peaks(at middle: Double, swing: Double, distance: Double) -> Picture {
        let strip = makeStrip()
        let ridge = ridge(middle, swing, roughness: 0.8)
        let rock = palette.seen(Colour(0x6B7A99), distance: distance)
        let snow = palette.seen(Colour(0xF4F8FF), distance: distance * 0.6)
        fill(strip, under: ridge, .vertical(snow, from: y(middle - swing * 0.8), rock, to: y(middle)))
        return strip.seal()
    }

    /// Paints the ground that subjects stand on, with tufts and flowers.
    mutating func meadow(at top: Double, colour: Colour? = nil, hasFlowers: Bool = true) -> Picture {
        let strip = makeStrip()
        let colour = colour ?? grass
        let ridge = ridge(top, 0.012, roughness: 0)
        let near = palette.seen(colour.darker(0.28))
        fill(strip, under: ridge, .vertical(palette.seen(colour), from: y(top), near, to: Double(height)))
        let petals = [Colour(0xFFFFFF), Colour(0xF7D154), Colour(0xF29BB7), Colour(0xE86A5B)]
        for _ in 0..<(palette.isSnowy ? 30 : 190) {
            let x = random.number(0...Double(strip.width))
            let share = random.number(0.04...1)
            let foot = Point(x, y(top + (1 - top) * share))
            let size = unit * (5 + 15 * share)
            if hasFlowers && !palette.isSnowy && random.number(0...1) < 0.16 {
                let petal = palette.seen(random.one(of: petals))
                strip.fill(.circle(foot - Point(0, size), size * 0.3), petal)
            } else {
                tuft(strip, foot, size, palette.seen(colour.darker(random.number(0.12...0.4))))
            }
        }
        return strip.seal()
    }

    private mutating func tuft(_ strip: Picture, _ foot: Point, _ size: Double, _ colour: Colour) {
        let lean = random.number(-0.3...0.3)
        for blade in [-0.5, 0, 0.5] {
            let tip = foot + Point((blade + lean) * size, -size)
            strip.fill(
                .polygon([
                    foot + Point((blade * 0.5 - 0.1) * size, 0), tip,
                    foot + Point((blade * 0.5 + 0.1) * size, 0),
                ]),
                colour)
        }
    }

    /// Paints a row of trees.
    mutating func trees(_ count: Int, foot: Double, size: Double, distance: Double, areFirs: Bool) -> Picture
    {
        let strip = makeStrip()
        for index in 0..<count {
            let x = (Double(index) + random.number(0.1...0.9)) * Double(strip.width) / Double(count)
            let scale = y(size) * random.number(0.75...1.15)
            let leaf = areFirs ? firLeaf : random.one(of: crowns)
            let shade = palette.seen(leaf.darker(random.number(0...0.3)), distance: distance)
            let bark = palette.seen(Colour(0x5B4334), distance: distance)
            let base = y(foot) + unit * random.number(0...10)
            let crown = (0..<6).map { _ in
                (random.number(-0.22...0.22), random.number(-0.95 ... -0.5), random.number(0.14...0.22))
            }
            place(strip, at: x, reach: scale * 0.5) { x in
                if areFirs {
                    fir(strip, Point(x, base), scale, shade, bark)
                } else {
                    strip.fill(
                        .limb(Point(x, base), scale * 0.05, Point(x, base - scale * 0.6), scale * 0.025), bark
                    )
                    for (side, height, radius) in crown {
                        let centre = Point(x + side * scale, base + height * scale)
                        strip.fill(.circle(centre, radius * scale), .lit(shade))
                    }
                }
            }
        }
        return strip.seal()
    }

    private func fir(_ strip: Picture, _ foot: Point, _ size: Double, _ colour: Colour, _ bark: Colour) {
        strip.fill(.rectangle(foot.x - size * 0.025, foot.y - size * 0.2, size * 0.05, size * 0.22), bark)
        for (low, high, half) in [(0.12, 0.5, 0.24), (0.34, 0.74, 0.19), (0.58, 1.0, 0.13)] {
            let tip = foot - Point(0, size * high)
            let (left, right) = (foot + Point(-half, -low) * size, foot + Point(half, -low) * size)
            strip.fill(
                .polygon([tip, right, left]),
                .vertical(colour.lighter(0.1), from: tip.y, colour.darker(0.12), to: left.y))
            guard palette.isSnowy else { continue }
            let cap = [
                tip, tip + (right - tip) * 0.45, tip + Point(0, size * 0.1), tip + (left - tip) * 0.45,
            ]
            strip.fill(.polygon(cap), palette.seen(.white))
        }
    }

    /// Paints a few blades close to the lens.
    mutating func foreground() -> Picture {
        let strip = makeStrip()
        let colour = palette.seen(palette.isSnowy ? Colour(0xDDE6F2) : firLeaf.darker(0.45))
        for _ in 0..<34 {
            let x = random.number(0...Double(strip.width))
            let size = unit * random.number(40...105)
            let lean = random.number(-0.35...0.35)
            place(strip, at: x, reach: size) { x in
                strip.fill(
                    .ribbon(
                        [
                            Point(x, Double(height) + 6),
                            Point(x + lean * size * 0.4, Double(height) - size * 0.5),
                            Point(x + lean * size, Double(height) - size),
                        ],
                        widths: [9 * unit, 6 * unit, 1]), colour, opacity: 0.92, blur: 1.2 * unit)
            }
        }
        return strip.seal()
    }
}
