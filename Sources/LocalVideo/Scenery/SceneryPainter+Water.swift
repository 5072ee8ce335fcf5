import Canvas

extension SceneryPainter {
    /// Paints water on the lower part of the backdrop.
    func pour(_ picture: Picture, from top: Double) {
        let deep = palette.seen(Colour(0x1E5F8E))
        let far = palette.sky[2].mixed(with: deep, 0.45)
        picture.fillRows(
            Int(y(top))..<height,
            .bands([
                .init(y(top), far), .init(y(top + 0.12), deep.lighter(0.12)), .init(y(1), deep.darker(0.3)),
            ]))
    }

    /// Paints a strip of waves with light crests.
    mutating func waves(at top: Double, distance: Double) -> Picture {
        let strip = makeStrip()
        let ridge = ridge(top, 0.012, roughness: 0)
        let colour = palette.seen(Colour(0x2C7BA8), distance: distance)
        fill(
            strip, under: ridge,
            .vertical(colour.lighter(0.16), from: y(top), colour.darker(0.3), to: y(top + 0.3)))
        for _ in 0..<26 {
            let x = random.number(0...Double(strip.width))
            let reach = unit * random.number(30...90)
            place(strip, at: x, reach: reach) { x in
                let crest = stride(from: -1.0, through: 1, by: 0.5).map { share in
                    Point(
                        x + share * reach,
                        ridge.y(at: x + share * reach) + 5 * unit + 9 * unit * share * share)
                }
                strip.fill(
                    .ribbon(crest, widths: [0.6, 3.4, 4.4, 3.4, 0.6].map { $0 * unit }), colour.lighter(0.5),
                    opacity: 0.6)
            }
        }
        return strip.seal()
    }

    /// Paints sand with a line of foam.
    mutating func shore(at top: Double) -> Picture {
        let strip = makeStrip()
        let sand = palette.seen(Colour(0xEBD3A0))
        let wet = ridge(top, 0.018, roughness: 0)
        fill(strip, under: wet, .solid(palette.seen(.white)))
        let dry = Ridge(
            middle: wet.middle + 9 * unit, swing: wet.swing, isSharp: false, width: wet.width,
            waves: wet.waves)
        fill(strip, under: dry, .vertical(sand.darker(0.16), from: y(top), sand, to: y(top + 0.1)))
        for _ in 0..<70 {
            let spot = Point(
                random.number(0...Double(strip.width)), y(random.number((top + 0.06)...1)))
            strip.fill(
                .ellipse(spot, unit * random.number(2...9), unit * 1.6), sand.darker(0.12), opacity: 0.7)
        }
        return strip.seal()
    }

    /// Paints deep water with rays of light.
    mutating func deep() -> Picture {
        let picture = Picture(width: width, height: height)
        let (top, bottom) = (palette.seen(Colour(0x4FC3D9)), palette.seen(Colour(0x062C5A)))
        let middle = palette.seen(Colour(0x1B78B0))
        picture.fillRows(0..<height, .bands([.init(0, top), .init(y(0.4), middle), .init(y(1), bottom)]))
        for _ in 0..<6 {
            let x = random.number(0...Double(width))
            let wide = unit * random.number(30...90)
            picture.fill(
                .polygon([
                    Point(x, -20), Point(x + wide, -20), Point(x + wide * 3 - 160 * unit, y(0.95)),
                    Point(x - 260 * unit, y(0.95)),
                ]), .white, opacity: 0.07, blur: 14 * unit)
        }
        return picture
    }

    /// Paints the ground of the sea with weeds and corals.
    mutating func seabed(at top: Double, distance: Double) -> Picture {
        let strip = makeStrip()
        let bed = palette.seen(Colour(0x2E6F86).mixed(with: Colour(0x0B3C66), distance))
        fill(
            strip, under: ridge(top, 0.03, roughness: 0),
            .vertical(bed, from: y(top), bed.darker(0.5), to: y(1)))
        let hues = [Colour(0x2C8C6A), Colour(0xD9657E), Colour(0xE59A4F), Colour(0x7B63B8)]
        for _ in 0..<26 {
            let x = random.number(0...Double(strip.width))
            let size = unit * random.number(50...130) * (1 - 0.5 * distance)
            let hue = palette.seen(random.one(of: hues).mixed(with: Colour(0x0B3C66), 0.25 + 0.5 * distance))
            let lean = random.number(-0.4...0.4)
            let foot = y(top + 0.04)
            place(strip, at: x, reach: size) { x in
                for stem in [-0.25, 0, 0.25] {
                    strip.fill(
                        .ribbon(
                            [
                                Point(x, foot), Point(x + (stem + lean * 0.3) * size, foot - size * 0.5),
                                Point(x + (2 * stem + lean) * size, foot - size),
                            ],
                            widths: [size * 0.12, size * 0.1, size * 0.03]), hue)
                }
            }
        }
        return strip.seal()
    }
}
