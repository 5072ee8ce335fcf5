import Canvas

extension Stage {
    /// Builds the scenery of a place.
    init(_ shot: Shot, width: Int, height: Int, seed: UInt64) {
        var palette = Palette(shot.light)
        palette.isSnowy = palette.isSnowy || shot.weather.contains(.snow) || shot.season == .winter
        if shot.weather.contains(.stars) { palette.stars = max(palette.stars, 0.8) }
        var painter = SceneryPainter(
            width: width, height: height, palette: palette, season: shot.season,
            random: SeededRandom(seed: seed, purpose: "scenery"))
        switch shot.place {
        case .field, .mountain, .forest, .desert, .village: self = .land(shot.place, &painter)
        case .city, .street: self = .town(shot.place, &painter)
        case .beach, .sea: self = .water(shot.place, &painter)
        case .underwater: self = .underwater(&painter)
        case .room: self = .room(shot.interior, &painter)
        case .space: self = .space(&painter)
        case .sky: self = .sky(&painter)
        }
        if shot.light == .aurora && shot.place != .room && shot.place != .underwater {
            strips.insert(Strip(picture: painter.aurora(), depth: 0.03, drift: 6 * painter.unit), at: 0)
        }
        if shot.weather.contains(.fog) {
            strips.append(
                Strip(picture: painter.mist(around: 0.62, 0.5), depth: 0.5, drift: 14 * painter.unit))
            strips.append(
                Strip(
                    picture: painter.mist(around: 0.86, 0.34), depth: 1.2, drift: 34 * painter.unit,
                    isFront: true))
        }
    }

    private static func land(_ place: Place, _ painter: inout SceneryPainter) -> Stage {
        let horizon = place == .mountain ? 0.62 : 0.58
        var strips: [Strip] = []
        let backdrop = painter.sky(horizon: horizon + 0.08)
        let clouds = painter.clouds(6, between: 0.1, and: 0.36, size: 58)
        strips.append(Strip(picture: clouds, depth: 0.06, drift: -5 * painter.unit))
        strips += distance(of: place, &painter)
        let ground = place == .desert ? Colour(0xE8C083) : nil
        strips.append(
            Strip(picture: painter.meadow(at: 0.665, colour: ground, hasFlowers: place == .field), depth: 1))
        if place != .desert && place != .village {
            strips.append(Strip(picture: painter.foreground(), depth: 1.7, isFront: true))
        }
        return Stage(palette: painter.palette, backdrop: backdrop, strips: strips)
    }

    /// What lies between sky and ground.
    private static func distance(of place: Place, _ painter: inout SceneryPainter) -> [Strip] {
        var strips: [Strip] = []
        switch place {
        case .mountain:
            strips.append(Strip(picture: painter.peaks(at: 0.42, swing: 0.26, distance: 0.55), depth: 0.12))
            strips.append(Strip(picture: painter.peaks(at: 0.55, swing: 0.18, distance: 0.28), depth: 0.22))
            strips.append(
                Strip(
                    picture: painter.trees(46, foot: 0.72, size: 0.14, distance: 0.35, areFirs: true),
                    depth: 0.5))
        case .forest:
            for (foot, size, distance, depth) in [
                (0.66, 0.4, 0.6, 0.25), (0.7, 0.54, 0.34, 0.45), (0.74, 0.72, 0.08, 0.75),
            ] {
                strips.append(
                    Strip(
                        picture: painter.trees(
                            Int(26 * (1.1 - size)), foot: foot, size: size, distance: distance, areFirs: true),
                        depth: depth))
            }
        case .desert:
            let sand = Colour(0xE3B778)
            for (line, distance, depth) in [(0.56, 0.5, 0.2), (0.64, 0.25, 0.45)] {
                strips.append(
                    Strip(
                        picture: painter.hills(sand, at: line, swing: 0.05, roughness: 0, distance: distance),
                        depth: depth))
            }
        default:
            strips = countryside(place, &painter)
        }
        return strips
    }

    private static func countryside(_ place: Place, _ painter: inout SceneryPainter) -> [Strip] {
        var strips: [Strip] = []
        let green = painter.hill
        strips.append(
            Strip(
                picture: painter.hills(green, at: 0.54, swing: 0.06, roughness: 0.1, distance: 0.55),
                depth: 0.15))
        strips.append(
            Strip(
                picture: painter.hills(green, at: 0.62, swing: 0.05, roughness: 0, distance: 0.25),
                depth: 0.35))
        let between =
            place == .village
            ? painter.cottages(foot: 0.672, distance: 0.12)
            : painter.trees(13, foot: 0.68, size: 0.2, distance: 0.2, areFirs: painter.palette.isSnowy)
        strips.append(Strip(picture: between, depth: 0.55))
        return strips
    }

    private static func town(_ place: Place, _ painter: inout SceneryPainter) -> Stage {
        var strips: [Strip] = []
        let backdrop = painter.sky(horizon: 0.72)
        let far = painter.towers(foot: 0.66, heights: 0.18...0.46, distance: 0.7)
        strips.append(Strip(picture: far, depth: 0.12))
        let middle = painter.towers(foot: 0.67, heights: 0.12...0.36, distance: 0.4)
        strips.append(Strip(picture: middle, depth: 0.3))
        if place == .street {
            let near = painter.towers(foot: 0.66, heights: 0.2...0.5, distance: 0.1)
            strips.append(Strip(picture: near, depth: 0.6))
        }
        strips.append(Strip(picture: painter.road(at: 0.645), depth: 1))
        return Stage(palette: painter.palette, backdrop: backdrop, strips: strips)
    }

    private static func water(_ place: Place, _ painter: inout SceneryPainter) -> Stage {
        let horizon = place == .beach ? 0.46 : 0.52
        let backdrop = painter.sky(horizon: horizon)
        painter.pour(backdrop, from: horizon)
        var strips = [
            Strip(
                picture: painter.clouds(6, between: 0.1, and: 0.34, size: 58), depth: 0.05,
                drift: -5 * painter.unit)
        ]
        let drift = 16 * painter.unit
        if place == .beach {
            strips.append(Strip(picture: painter.waves(at: 0.61, distance: 0.2), depth: 0.6, drift: drift))
            strips.append(Strip(picture: painter.shore(at: 0.7), depth: 1))
        } else {
            strips.append(Strip(picture: painter.waves(at: 0.64, distance: 0.25), depth: 0.5, drift: -drift))
            strips.append(
                Strip(picture: painter.waves(at: 0.73, distance: 0.05), depth: 1, drift: drift, isFront: true)
            )
        }
        return Stage(
            palette: painter.palette, backdrop: backdrop, strips: strips,
            floor: place == .beach ? 0.78 : 0.73, hasGround: place == .beach,
            water: horizon...(place == .beach ? 0.61 : 0.65), lamp: painter.lamp)
    }

    private static func underwater(_ painter: inout SceneryPainter) -> Stage {
        let strips = [
            Strip(picture: painter.seabed(at: 0.8, distance: 0.7), depth: 0.35),
            Strip(picture: painter.seabed(at: 0.9, distance: 0), depth: 1),
        ]
        return Stage(
            palette: painter.palette, backdrop: painter.deep(), strips: strips, hasGround: false)
    }

    private static func space(_ painter: inout SceneryPainter) -> Stage {
        let backdrop = Picture(width: painter.width, height: painter.height)
        backdrop.fillRows(
            0..<painter.height,
            .bands([
                .init(0, Colour(0x05030F)), .init(painter.y(0.6), Colour(0x14103A)),
                .init(painter.y(1), Colour(0x2A1648)),
            ]))
        painter.scatterStars(backdrop, 240, above: 1)
        let strip = painter.makeStrip()
        painter.scatterStars(strip, 90, above: 1)
        painter.planet(strip)
        return Stage(
            palette: painter.palette, backdrop: backdrop, strips: [Strip(picture: strip.seal(), depth: 0.25)],
            floor: 0.72, hasGround: false)
    }

    private static func sky(_ painter: inout SceneryPainter) -> Stage {
        let backdrop = painter.sky(horizon: 1)
        let strips = [
            Strip(
                picture: painter.clouds(7, between: 0.3, and: 0.6, size: 60), depth: 0.2,
                drift: -8 * painter.unit),
            Strip(
                picture: painter.clouds(6, between: 0.62, and: 0.85, size: 110), depth: 0.6,
                drift: -18 * painter.unit),
            Strip(
                picture: painter.clouds(5, between: 0.98, and: 1.08, size: 190), depth: 1.3,
                drift: -40 * painter.unit, isFront: true),
        ]
        return Stage(
            palette: painter.palette, backdrop: backdrop, strips: strips, floor: 0.7, hasGround: false)
    }
}

extension SceneryPainter {
    /// Paints a planet with a ring.
    fileprivate func planet(_ strip: Picture) {
        let centre = Point(Double(width) * 0.78, y(0.3))
        let radius = 105 * unit
        strip.fill(.circle(centre, radius * 1.15), Colour(0xE59A6B), opacity: 0.35, blur: 22 * unit)
        strip.fill(
            .circle(centre, radius),
            .vertical(Colour(0xF2B880), from: centre.y - radius, Colour(0x8A3E5C), to: centre.y + radius))
        for (dy, opacity) in [(-0.45, 0.25), (0.0, 0.3), (0.4, 0.22)] {
            let half = radius * (1 - dy * dy).squareRoot()
            strip.fill(
                .ellipse(centre + Point(0, dy * radius), half * 0.98, radius * 0.07), Colour(0xFBE3C0),
                opacity: opacity)
        }
        var ring = Path.ellipse(centre, radius * 1.85, radius * 0.34, angle: -0.3)
        ring.append(.ellipse(centre, radius * 1.5, radius * 0.24, angle: -0.3))
        strip.fill(ring, Colour(0xF6DDB6), opacity: 0.6)
    }
}
