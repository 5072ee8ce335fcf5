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
}
