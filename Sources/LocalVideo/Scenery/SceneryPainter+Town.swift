import Canvas

extension SceneryPainter {
    private static let neon = [Colour(0xFF3FA4), Colour(0x35E0FF), Colour(0x9B5BFF), Colour(0xFFD23F)]

    /// Paints a row of high buildings with windows.
    mutating func towers(foot: Double, heights: ClosedRange<Double>, distance: Double) -> Picture {
        let strip = makeStrip()
        var x = 0.0
        while x < Double(strip.width) {
            let width = min(unit * random.number(58...130), Double(strip.width) - x)
            let rise = y(random.number(heights))
            let hue = random.one(of: [Colour(0x6F7F99), Colour(0x8B8FA3), Colour(0x5E6A86), Colour(0xA39A98)])
            let wall = palette.seen(hue, distance: distance)
            let top = y(foot) - rise
            strip.fill(
                .rectangle(x, top, width + 1, Double(height) - top),
                .vertical(wall, from: top, wall.mixed(with: palette.haze, 0.35), to: y(foot)))
            if distance < 0.75 { windows(strip, x, top, width, rise, wall, distance) }
            if palette.hasLamps && random.number(0...1) < 0.3 { sign(strip, x, top, width, rise, distance) }
            x += width
        }
        return strip.seal()
    }

    private mutating func windows(
        _ strip: Picture, _ x: Double, _ top: Double, _ width: Double, _ rise: Double, _ wall: Colour,
        _ distance: Double
    ) {
        let (across, down) = (17 * unit, 22 * unit)
        let columns = max(1, Int((width - 12 * unit) / across))
        for row in 0..<max(0, Int((rise - 16 * unit) / down)) {
            for column in 0..<columns {
                let isLit = palette.hasLamps && random.number(0...1) < 0.42
                let glass =
                    isLit ? Colour(0xFFD98A).mixed(with: palette.haze, distance * 0.6) : wall.darker(0.2)
                let corner = Point(
                    x + 9 * unit + Double(column) * across, top + 12 * unit + Double(row) * down)
                strip.fill(.rectangle(corner.x, corner.y, 8 * unit, 12 * unit), glass)
            }
        }
    }

    private mutating func sign(
        _ strip: Picture, _ x: Double, _ top: Double, _ width: Double, _ rise: Double, _ distance: Double
    ) {
        let colour = random.one(of: Self.neon).mixed(with: palette.haze, distance * 0.5)
        let box = Path.rounded(
            x + width * 0.62, top + rise * 0.2, 12 * unit, min(rise * 0.4, 120 * unit), radius: 4 * unit)
        strip.fill(box, colour, opacity: 0.7, blur: 9 * unit)
        strip.fill(box, colour.lighter(0.25))
    }

    /// Paints road, kerb and street lamps.
    mutating func road(at top: Double) -> Picture {
        let strip = makeStrip()
        let asphalt = palette.seen(palette.isSnowy ? Colour(0xC9D2DF) : Colour(0x54585F))
        let kerb = palette.seen(palette.isSnowy ? Colour(0xF2F5FA) : Colour(0xA7A29A))
        strip.fillRows(
            Int(y(top))..<height, .vertical(kerb, from: y(top), kerb.darker(0.1), to: y(top + 0.06)))
        strip.fillRows(
            Int(y(top + 0.06))..<height,
            .vertical(asphalt, from: y(top + 0.06), asphalt.darker(0.3), to: Double(height)))
        let count = 8
        for index in 0..<count {
            let x = (Double(index) + 0.25) * Double(strip.width) / Double(count)
            strip.fill(
                .rectangle(x, y(top + 0.22), 70 * unit, 7 * unit), palette.seen(Colour(0xE9E3CC)),
                opacity: 0.8)
        }
        for index in 0..<3 {
            lantern(strip, Point((Double(index) + 0.6) * Double(strip.width) / 3, y(top + 0.03)))
        }
        return strip.seal()
    }

    private func lantern(_ strip: Picture, _ foot: Point) {
        let (high, post) = (230 * unit, palette.seen(Colour(0x3B4048)))
        let head = foot + Point(34 * unit, -high)
        strip.fill(.limb(foot, 5 * unit, foot - Point(0, high), 3 * unit), post)
        strip.fill(.limb(foot - Point(0, high), 3 * unit, head, 3 * unit), post)
        if palette.hasLamps {
            strip.fill(.circle(head, 40 * unit), Colour(0xFFDFA0), opacity: 0.5, blur: 22 * unit)
        }
        strip.fill(
            .ellipse(head, 15 * unit, 7 * unit), palette.hasLamps ? Colour(0xFFF1CF) : post.lighter(0.3))
    }

    /// Paints small houses with lit windows.
    mutating func cottages(foot: Double, distance: Double) -> Picture {
        let strip = makeStrip()
        let walls = [Colour(0xEADBC5), Colour(0xD9B48F), Colour(0xC8D3DC), Colour(0xE6C3B4)]
        let roofs = [Colour(0xA9483C), Colour(0x7D4B3A), Colour(0x4F5E7A)]
        for index in 0..<8 {
            let x = (Double(index) + random.number(0.15...0.6)) * Double(strip.width) / 8
            let size = unit * random.number(118...172)
            var pen = Pen(
                on: strip, at: Point(x, y(foot) + unit * random.number(0...10)), across: size, size: size,
                light: palette.light)
            (pen.haze, pen.distance) = (palette.haze, distance)
            Building.draw(
                pen, wall: random.one(of: walls),
                roof: palette.isSnowy ? Colour(0xF4F8FF) : random.one(of: roofs),
                isLit: palette.hasLamps || palette.isSnowy)
        }
        return strip.seal()
    }
}
