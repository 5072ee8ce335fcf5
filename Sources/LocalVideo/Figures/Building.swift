import Canvas

/// A small house; one unit high.
enum Building {
    static func draw(_ pen: Pen, wall: Colour, roof: Colour, isLit: Bool) {
        pen.fill(.rectangle(0.18, -0.98, 0.11, 0.3), wall.darker(0.3))
        pen.fill(.rectangle(-0.42, -0.56, 0.84, 0.57), wall)
        pen.fill(.rectangle(-0.42, -0.56, 0.84, 0.07), wall.darker(0.2))
        pen.fill(
            .polygon([Point(-0.52, -0.53), Point(-0.28, -0.95), Point(0.28, -0.95), Point(0.52, -0.53)]), roof
        )
        pen.fill(
            .polygon([Point(-0.52, -0.53), Point(-0.5, -0.57), Point(0.5, -0.57), Point(0.52, -0.53)]),
            roof.darker(0.2))
        pen.fill(.rounded(-0.09, -0.34, 0.19, 0.35, radius: 0.03), Colour(0x7A4A30))
        pen.circle(0.06, -0.16, 0.016, Colour(0xF0C75E))
        for x in [-0.34, 0.17] {
            pen.fill(.rectangle(x - 0.015, -0.43, 0.2, 0.21), wall.lighter(0.5))
            let pane = Path.rectangle(x, -0.415, 0.17, 0.18)
            if isLit { pen.glow(pane, Colour(0xFFD36E)) } else { pen.fill(pane, Colour(0x8FC2DA)) }
            pen.fill(.rectangle(x + 0.077, -0.415, 0.016, 0.18), wall.lighter(0.5))
            pen.fill(.rectangle(x, -0.333, 0.17, 0.016), wall.lighter(0.5))
        }
    }

    static func castle(_ pen: Pen, _ pose: Pose, _ stone: Colour) {
        let roof = Colour(0x4F6FA8)
        for (x, top, wide) in [(-0.38, -0.62, 0.2), (0.38, -0.62, 0.2), (0.0, -0.78, 0.24)] {
            pen.fill(.rectangle(x - wide / 2, top, wide, -top), stone.darker(x == 0 ? 0.1 : 0))
            pen.fill(
                .polygon([
                    Point(x - wide * 0.62, top), Point(x, top - wide * 1.15), Point(x + wide * 0.62, top),
                ]), roof)
            pen.glow(.rounded(x - 0.025, top + 0.1, 0.05, 0.09, radius: 0.025), Colour(0xFFD98A))
            let mast = Point(x, top - wide * 1.15)
            pen.limb(mast, 0.006, mast - Point(0, 0.09), 0.006, Colour(0x4A4038))
            let wave = 0.02 * pose.swing(x)
            pen.fill(
                .polygon([
                    mast - Point(0, 0.09), mast + Point(0.11, -0.07 + wave), mast - Point(0, 0.045),
                ]), Colour(0xD8433B))
        }
        pen.fill(.rectangle(-0.34, -0.4, 0.68, 0.4), stone.darker(0.05))
        for index in 0..<7 {
            pen.fill(.rectangle(-0.34 + 0.1 * Double(index), -0.46, 0.06, 0.07), stone.darker(0.05))
        }
        pen.fill(.rounded(-0.09, -0.24, 0.18, 0.28, radius: 0.09), Colour(0x5B3F2C))
        for x in [-0.24, 0.19] { pen.fill(.rounded(x, -0.3, 0.05, 0.1, radius: 0.02), stone.darker(0.45)) }
    }

    static func lighthouse(_ pen: Pen, _ pose: Pose, _ colour: Colour) {
        let sweep = pose.swing()
        for side in [-1.0, 1.0] {
            pen.glow(
                .polygon([
                    Point(0, -0.87), Point(side * 1.5 * abs(sweep), -1.0),
                    Point(side * 1.5 * abs(sweep), -0.7),
                ]), Colour(0xFFF3B8), opacity: 0.22)
        }
        pen.fill(
            .polygon([Point(-0.2, 0.03), Point(-0.11, -0.78), Point(0.11, -0.78), Point(0.2, 0.03)]),
            Colour(0xF5F2EA))
        for (low, high) in [(-0.02, -0.2), (-0.38, -0.56)] {
            let width = { (y: Double) in 0.197 + 0.11 * y }
            pen.fill(
                .polygon([
                    Point(-width(low), low), Point(-width(high), high), Point(width(high), high),
                    Point(width(low), low),
                ]), colour)
        }
        pen.fill(.rounded(-0.16, -0.81, 0.32, 0.04, radius: 0.01), Colour(0x3A4048))
        pen.glow(.rectangle(-0.075, -0.92, 0.15, 0.12), Colour(0xFFE89A))
        pen.fill(.polygon([Point(-0.12, -0.91), Point(0, -1.02), Point(0.12, -0.91)]), colour.darker(0.1))
        pen.fill(.rounded(-0.05, -0.13, 0.1, 0.16, radius: 0.05), Colour(0x5B3F2C))
        pen.ellipse(0, 0.03, 0.42, 0.07, Colour(0x6E6A66))
    }
}
