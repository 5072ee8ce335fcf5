import Canvas

extension SceneryPainter {
    /// Paints the sky with its sun or moon, which never moves.
    mutating func sky(horizon: Double, hasLamp: Bool = true) -> Picture {
        let picture = Picture(width: width, height: height)
        let bands = zip([0, 0.55, 1], palette.sky).map { Paint.Band(y($0 * horizon), $1) }
        picture.fillRows(0..<picture.height, .bands(bands))
        if palette.stars > 0 { scatterStars(picture, Int(160 * palette.stars), above: horizon) }
        shadeCorners(picture)
        if hasLamp { hangLamp(picture, horizon: horizon) }
        return picture
    }

    /// Deepens the sky towards the upper corners, as a lens does.
    private func shadeCorners(_ picture: Picture) {
        let (wide, high) = (Double(width), Double(height))
        var ring = Path.rectangle(-wide, -high, 3 * wide, 3 * high)
        ring.append(.ellipse(Point(wide / 2, high * 0.75), wide * 0.62, high * 0.8))
        picture.fill(ring, palette.sky[0].darker(0.45), opacity: 0.4, blur: min(wide, high) * 0.14)
    }

    mutating func scatterStars(_ picture: Picture, _ count: Int, above horizon: Double) {
        for _ in 0..<count {
            let place = Point(
                random.number(0...Double(picture.width)), y(horizon) * random.number(0...1))
            let radius = unit * random.number(0.5...1.7)
            picture.fill(.circle(place, max(0.5, radius)), .white, opacity: random.number(0.25...0.95))
        }
    }

    private mutating func hangLamp(_ picture: Picture, horizon: Double) {
        let place = Point(
            Double(width) * random.number(0.66...0.8), y(horizon) * palette.lampHeight)
        lamp = place.x / Double(width)
        let radius = 46 * unit
        for (size, opacity) in [(6.5, 0.16), (3.6, 0.2), (2.0, 0.3)] {
            picture.fill(
                .circle(place, radius * size * 0.6), palette.lamp, opacity: opacity, blur: radius * size * 0.3
            )
        }
        picture.fill(.circle(place, radius), palette.lamp)
        guard palette.isMoon else { return }
        for (x, y, size) in [(-0.3, -0.25, 0.22), (0.25, 0.2, 0.28), (0.1, -0.45, 0.13), (-0.35, 0.4, 0.15)] {
            picture.fill(
                .circle(place + Point(x, y) * radius, radius * size), palette.lamp.darker(0.12), opacity: 0.8)
        }
    }

    /// Paints soft heaps of clouds.
    mutating func clouds(_ count: Int, between top: Double, and bottom: Double, size: Double) -> Picture {
        let strip = makeStrip()
        for index in 0..<count {
            let x = (Double(index) + random.number(0.1...0.9)) * Double(strip.width) / Double(count)
            let base = y(random.number(top...bottom))
            let scale = size * unit * random.number(0.7...1.3)
            let puffs = (0..<7).map { puff in
                let share = Double(puff) / 6 - 0.5
                let radius = scale * (1 - 1.5 * share * share) * random.number(0.32...0.52)
                return (x: share * 2.3 * scale, radius: radius)
            }
            // Lit from above, in its own shade below.
            let paint = Paint.vertical(
                palette.clouds.lighter(0.15), from: base - scale * 0.8,
                palette.clouds.mixed(with: palette.haze, 0.55).darker(0.08), to: base)
            place(strip, at: x, reach: 2.2 * scale) { x in
                for puff in puffs {
                    let centre = Point(x + puff.x, base - puff.radius * 0.7)
                    strip.fill(
                        .ellipse(centre, puff.radius * 1.25, puff.radius), paint, opacity: 0.8,
                        blur: 5 * unit)
                }
                strip.fill(
                    .rounded(x - 1.3 * scale, base - 0.32 * scale, 2.6 * scale, 0.36 * scale, radius: scale),
                    palette.clouds.mixed(with: palette.haze, 0.4), opacity: 0.8, blur: 6 * unit)
            }
        }
        return strip.seal()
    }

    /// Paints curtains of northern light.
    mutating func aurora() -> Picture {
        let strip = makeStrip()
        let hues = [Colour(0x4DF0A8), Colour(0x37D6C8), Colour(0x9B7BFF)]
        for hue in hues {
            let line = ridge(random.number(0.18...0.3), 0.09, roughness: 0)
            let step = 26 * unit
            for x in stride(from: 0, to: Double(strip.width), by: step) {
                let top = line.y(at: x) - y(random.number(0.12...0.22))
                let foot = line.y(at: x + step / 2)
                strip.fill(
                    .polygon([
                        Point(x, top), Point(x + step * 1.1, top), Point(x + step * 1.1, foot),
                        Point(x, foot),
                    ]), hue, opacity: random.number(0.12...0.3), blur: 15 * unit)
            }
        }
        return strip.seal()
    }

    /// Paints a veil that hides what is far.
    mutating func mist(around middle: Double, _ opacity: Double) -> Picture {
        let strip = makeStrip()
        for index in 0..<14 {
            let x = (Double(index) + random.number(0...1)) * Double(strip.width) / 14
            let radius = 170 * unit * random.number(0.7...1.4)
            let centre = y(middle + random.number(-0.06...0.06))
            place(strip, at: x, reach: 2.4 * radius) { x in
                strip.fill(
                    .ellipse(Point(x, centre), radius * 1.8, radius * 0.4), palette.haze.lighter(0.2),
                    opacity: opacity, blur: 34 * unit)
            }
        }
        return strip.seal()
    }
}
