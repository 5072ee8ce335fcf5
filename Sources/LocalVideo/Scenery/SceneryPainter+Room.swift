import Canvas

extension SceneryPainter {
    private var wallColour: Colour { palette.seen(Colour(0xE8D5BC)) }
    private var wood: Colour { palette.seen(Colour(0x9A6B45)) }

    /// Paints what is seen through the windows: far away, so it hardly moves.
    mutating func outside() -> Picture {
        let picture = sky(horizon: 0.55, hasLamp: true)
        let hills = ridge(0.42, 0.04, roughness: 0)
        fill(picture, under: hills, .solid(palette.seen(hill, distance: 0.5)))
        return picture
    }

    /// Paints the wall with its windows left open, and the floor.
    ///
    /// - Parameter line: Where they meet, 0...1 of the height.
    func wall(meeting line: Double) -> Picture {
        let strip = makeStrip()
        let (top, foot) = (y(0.12), y(0.45))
        let wide = min(270 * unit, Double(width) * 0.34)
        let span = Double(strip.width) / 2
        strip.fillRows(0..<Int(top), .vertical(wallColour.lighter(0.1), from: 0, wallColour, to: top))
        strip.fillRows(
            Int(foot)..<Int(y(line)), .vertical(wallColour, from: foot, wallColour.darker(0.08), to: y(line)))
        for index in 0..<2 {
            let left = (Double(index) + 0.42) * span
            strip.fill(.rectangle(left + wide - span, top - 1, span - wide, foot - top + 2), wallColour)
            strip.fill(.rectangle(left + wide, top - 1, span - wide, foot - top + 2), wallColour)
        }
        for index in 0..<2 { frame(strip, (Double(index) + 0.42) * span, top, wide, foot - top) }
        strip.fillRows(
            Int(y(line))..<height, .vertical(wood, from: y(line), wood.darker(0.3), to: Double(height)))
        strip.fillRows(Int(y(line) - 9 * unit)..<Int(y(line)), .solid(wallColour.lighter(0.4)))
        boards(strip, line)
        for index in 0..<2 { sunbeam(strip, (Double(index) + 0.42) * span, wide, line) }
        return strip.seal()
    }

    /// Lays the light of a window on the floor.
    private func sunbeam(_ strip: Picture, _ left: Double, _ wide: Double, _ line: Double) {
        let (far, near) = (y(line + 0.02), y(line + 0.25))
        for pane in [0.0, 0.5] {
            let (start, end) = (left + wide * (pane + 0.04), left + wide * (pane + 0.46))
            let slant = 0.55 * wide
            strip.fill(
                .polygon([
                    Point(start - 0.2 * wide, far), Point(end - 0.2 * wide, far),
                    Point(end - slant + 0.1 * wide, near), Point(start - slant - 0.1 * wide, near),
                ]), palette.lamp, opacity: palette.isMoon ? 0.1 : 0.24, blur: 3 * unit)
        }
    }

    private func frame(_ strip: Picture, _ left: Double, _ top: Double, _ wide: Double, _ high: Double) {
        let (bar, sash) = (9 * unit, wood.lighter(0.5))
        for x in [left - bar, left + wide / 2 - bar / 2, left + wide] {
            strip.fill(.rectangle(x, top - bar, bar, high + 2 * bar), sash)
        }
        for y in [top - bar, top + high / 2 - bar / 2, top + high] {
            strip.fill(.rectangle(left - bar, y, wide + 2 * bar, bar), sash)
        }
        let cloth = palette.seen(Colour(0xC97463))
        for (x, lean) in [(left - 44 * unit, 1.0), (left + wide + 44 * unit, -1.0)] {
            strip.fill(
                .smooth([
                    Point(x - 30 * unit, top - 24 * unit), Point(x + 30 * unit, top - 24 * unit),
                    Point(x + (30 - 22 * lean) * unit, top + high * 0.6),
                    Point(x + 26 * unit, top + high + 40 * unit),
                    Point(x - 26 * unit, top + high + 40 * unit),
                    Point(x - (30 + 22 * lean) * unit, top + high * 0.6),
                ]), cloth, opacity: 0.95)
        }
    }

    private func boards(_ strip: Picture, _ line: Double) {
        for row in 1..<5 {
            let depth = Double(row * row) / 18
            let at = y(line + (1 - line) * depth)
            strip.fill(
                .rectangle(0, at, Double(strip.width), max(1, 2 * unit)), wood.darker(0.22), opacity: 0.7)
        }
    }

    /// Paints what stands in a room of that kind.
    func furniture(_ interior: Interior, line: Double) -> Picture {
        let strip = makeStrip()
        let middle = Double(width) / 2
        strip.fill(
            .ellipse(Point(middle, y(line + 0.15)), 350 * unit, 50 * unit), palette.seen(Colour(0xB2564C)))
        strip.fill(
            .ellipse(Point(middle, y(line + 0.15)), 305 * unit, 40 * unit), palette.seen(Colour(0xC97463)))
        for left in [0.05, 0.78] {
            let foot = Point(Double(width) * left, y(line + 0.05))
            switch interior {
            case .living: left < 0.5 ? standingLamp(strip, foot) : sofa(strip, foot)
            case .kitchen: counter(strip, foot)
            case .bedroom: left < 0.5 ? standingLamp(strip, foot) : bed(strip, foot)
            case .library: shelves(strip, foot)
            }
        }
        return strip.seal()
    }

    private func standingLamp(_ strip: Picture, _ foot: Point) {
        let shade = foot - Point(0, 300 * unit)
        let frame = palette.seen(Colour(0x5B3B28))
        strip.fill(.limb(foot, 4 * unit, shade, 4 * unit), frame)
        strip.fill(.ellipse(foot, 40 * unit, 9 * unit), frame)
        strip.fill(.circle(shade, 130 * unit), Colour(0xFFDF9E), opacity: 0.4, blur: 55 * unit)
        strip.fill(
            .polygon(
                [Point(-32, -40), Point(32, -40), Point(56, 30), Point(-56, 30)].map { shade + $0 * unit }),
            Colour(0xFFE7B8))
    }

    private func sofa(_ strip: Picture, _ foot: Point) {
        let cloth = palette.seen(Colour(0x4F7C8A))
        let box = { (x: Double, y: Double, width: Double, height: Double, colour: Colour) in
            strip.fill(
                .rounded(
                    foot.x + x * unit, foot.y + y * unit, width * unit, height * unit, radius: 22 * unit),
                colour)
        }
        box(0, -170, 300, 150, cloth.darker(0.12))
        box(-26, -110, 60, 120, cloth.darker(0.2))
        box(266, -110, 60, 120, cloth.darker(0.2))
        box(10, -80, 280, 80, cloth)
        box(40, -130, 80, 70, palette.seen(Colour(0xE3B05A)))
    }

    private func bed(_ strip: Picture, _ foot: Point) {
        let (cloth, linen) = (palette.seen(Colour(0x6C86B8)), palette.seen(Colour(0xF4EFE6)))
        strip.fill(
            .rounded(foot.x, foot.y - 190 * unit, 60 * unit, 200 * unit, radius: 12 * unit), wood.darker(0.2))
        strip.fill(
            .rounded(foot.x + 20 * unit, foot.y - 90 * unit, 380 * unit, 90 * unit, radius: 24 * unit), linen)
        strip.fill(
            .rounded(foot.x + 130 * unit, foot.y - 98 * unit, 280 * unit, 100 * unit, radius: 24 * unit),
            cloth)
        strip.fill(
            .rounded(foot.x + 44 * unit, foot.y - 122 * unit, 90 * unit, 46 * unit, radius: 22 * unit),
            linen.lighter(0.4))
    }

    private func counter(_ strip: Picture, _ foot: Point) {
        let (front, stone) = (palette.seen(Colour(0xDCC9A8)), palette.seen(Colour(0x77797C)))
        let wide = 330 * unit
        strip.fill(.rectangle(foot.x - 40 * unit, foot.y - 140 * unit, wide, 150 * unit), front)
        strip.fill(.rectangle(foot.x - 50 * unit, foot.y - 156 * unit, wide + 20 * unit, 20 * unit), stone)
        for index in 0..<3 {
            let left = foot.x + (-28 + 106 * Double(index)) * unit
            strip.fill(
                .rounded(left, foot.y - 126 * unit, 94 * unit, 124 * unit, radius: 6 * unit),
                front.darker(0.1))
            strip.fill(
                .rounded(left + 36 * unit, foot.y - 112 * unit, 24 * unit, 6 * unit, radius: 3 * unit), stone)
        }
        let pot = palette.seen(Colour(0xB8493E))
        strip.fill(
            .rounded(foot.x + 30 * unit, foot.y - 214 * unit, 100 * unit, 58 * unit, radius: 14 * unit), pot)
        strip.fill(
            .rounded(foot.x + 18 * unit, foot.y - 220 * unit, 124 * unit, 14 * unit, radius: 7 * unit),
            pot.darker(0.25))
        for (x, hue) in [(180.0, Colour(0x5E8F4E)), (222, Colour(0xE3B05A)), (258, Colour(0xC8683A))] {
            strip.fill(
                .rounded(foot.x + x * unit, foot.y - 206 * unit, 28 * unit, 50 * unit, radius: 6 * unit),
                palette.seen(hue))
        }
    }

    private func shelves(_ strip: Picture, _ foot: Point) {
        let hues = [Colour(0xB8493E), Colour(0x3F6FA8), Colour(0xE3B05A), Colour(0x5E8F4E), Colour(0x7B5B9E)]
        let wide = 250 * unit
        strip.fill(
            .rectangle(foot.x - 30 * unit, foot.y - 400 * unit, wide, 400 * unit), wood.darker(0.25))
        for row in 0..<4 {
            let base = foot.y - Double(row) * 98 * unit - 10 * unit
            strip.fill(
                .rectangle(foot.x - 18 * unit, base - 84 * unit, wide - 24 * unit, 84 * unit),
                wood.darker(0.5))
            for book in 0..<11 {
                let high = (58 + Double((book * 7 + row * 5) % 4) * 7) * unit
                strip.fill(
                    .rectangle(foot.x + (-14 + 20 * Double(book)) * unit, base - high, 17 * unit, high),
                    palette.seen(hues[(book * 3 + row) % 5]))
            }
        }
    }

    /// Paints a plant close to the lens.
    func housePlant() -> Picture {
        let strip = makeStrip()
        let leaf = palette.seen(Colour(0x3C8148)).darker(0.35)
        let foot = Point(Double(width) * 1.08, Double(height) * 1.02)
        place(strip, at: foot.x, reach: 300 * unit) { x in
            for lean in [-0.9, -0.5, -0.1, 0.3, 0.7] {
                let tip = Point(x + lean * 240 * unit, foot.y - (270 - 90 * abs(lean)) * unit)
                let bend = Point(x + lean * 90 * unit, foot.y - 170 * unit)
                strip.fill(
                    .ribbon(
                        [Point(x, foot.y), bend, tip], widths: [14 * unit, 46 * unit, 2 * unit]), leaf,
                    opacity: 0.95, blur: 1.6 * unit)
            }
        }
        return strip.seal()
    }
}

extension Stage {
    /// Builds a room in layers: the world outside, the wall, furniture, a plant before the lens.
    static func room(_ interior: Interior, _ painter: inout SceneryPainter) -> Stage {
        let line = 0.62
        let backdrop = painter.outside()
        return Stage(
            palette: painter.palette, backdrop: backdrop,
            strips: [
                Strip(picture: painter.wall(meeting: line), depth: 0.55),
                Strip(picture: painter.furniture(interior, line: line), depth: 0.85),
                Strip(picture: painter.housePlant(), depth: 1.8, isFront: true),
            ])
    }
}
