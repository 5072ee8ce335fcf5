import Canvas

/// Fish and whales; one unit long, drawn around their middle.
enum Swimmer {
    static func fish(_ pen: Pen, _ pose: Pose, _ colour: Colour) {
        let wave = 0.1 * pose.swing()
        let pen = pen.moved(0, -0.3, turn: 0.05 * pose.swing(0.25))
        pen.fill(
            .smooth([
                Point(-0.26, 0), Point(-0.42, -0.2 + wave), Point(-0.5, -0.22 + wave), Point(-0.44, wave),
                Point(-0.5, 0.22 + wave), Point(-0.42, 0.2 + wave),
            ]), colour.darker(0.2))
        pen.fill(
            .smooth([Point(-0.14, -0.15), Point(-0.02, -0.33), Point(0.14, -0.3), Point(0.18, -0.15)]),
            colour.darker(0.25))
        pen.fill(
            .smooth([
                Point(-0.33, 0.4 * wave), Point(-0.1, -0.19), Point(0.22, -0.19), Point(0.44, -0.02),
                Point(0.4, 0.07),
                Point(0.2, 0.19), Point(-0.1, 0.17),
            ]), colour)
        pen.ellipse(0.08, 0.08, 0.22, 0.07, colour.lighter(0.4))
        for x in [-0.06, 0.08] {
            pen.fill(
                .ribbon([Point(x, -0.15), Point(x + 0.03, 0), Point(x, 0.14)], widths: [0.02, 0.05, 0.02]),
                .white, opacity: 0.7)
        }
        pen.fill(
            .smooth([Point(0.1, 0.04), Point(-0.06, 0.16 + wave), Point(-0.08, 0.06)]), colour.darker(0.25))
        pen.circle(0.3, -0.05, 0.042, .white)
        pen.circle(0.31, -0.05, 0.024, Colour(0x15161C))
    }

    static func whale(_ pen: Pen, _ pose: Pose, _ colour: Colour) {
        let wave = 0.06 * pose.swing()
        let pen = pen.moved(0, -0.28, turn: 0.04 * pose.swing(0.3))
        pen.fill(
            .smooth([
                Point(-0.4, -0.03 + wave), Point(-0.5, -0.15 + 1.5 * wave), Point(-0.64, -0.17 + 2 * wave),
                Point(-0.55, -0.02 + 1.6 * wave), Point(-0.64, 0.09 + 2 * wave),
                Point(-0.5, 0.07 + 1.5 * wave),
            ]), colour.darker(0.15))
        pen.fill(
            .smooth([
                Point(-0.48, 0.0 + wave), Point(-0.2, -0.14), Point(0.14, -0.21), Point(0.42, -0.15),
                Point(0.5, 0.02),
                Point(0.4, 0.16), Point(0.1, 0.18), Point(-0.22, 0.1),
            ]), colour)
        pen.fill(
            .smooth([
                Point(0.5, 0.04), Point(0.4, 0.16), Point(0.1, 0.18), Point(-0.16, 0.11), Point(0.1, 0.1),
                Point(0.34, 0.08),
            ]),
            Colour(0xE3EDF2))
        for index in 0..<4 {
            let x = 0.16 + 0.06 * Double(index)
            pen.limb(Point(x, 0.11), 0.004, Point(x - 0.06, 0.165), 0.004, colour.lighter(0.25))
        }
        pen.fill(
            .smooth([Point(0.16, 0.1), Point(-0.04, 0.3 - wave), Point(-0.06, 0.2 - wave), Point(0.06, 0.1)]),
            colour.darker(0.2))
        pen.circle(0.36, 0.0, 0.02, Colour(0x12151C))
        pen.circle(0.365, -0.005, 0.007, .white)
    }
}
