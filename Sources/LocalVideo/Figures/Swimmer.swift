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

    static func turtle(_ pen: Pen, _ pose: Pose, _ colour: Colour) {
        let isAfloat = pose.motion == .swim
        let stroke = pose.swing()
        let pen = pen.moved(0, isAfloat ? -0.2 : 0, turn: isAfloat ? 0.05 * stroke : 0)
        let skin = colour.lighter(0.25)
        for (x, side) in [(-0.26, -1.0), (0.22, 1.0)] {
            let swing = (isAfloat ? 0.5 : 0.25) * pose.swing(side * 0.25)
            pen.limb(
                Point(x, -0.16), 0.08,
                Point(
                    x - 0.05 + 0.16 * swing, (isAfloat ? 0.1 : -0.03) + 0.1 * abs(swing) * (isAfloat ? 1 : 0)),
                0.05, skin.darker(0.12))
        }
        pen.limb(Point(0.32, -0.2), 0.09, Point(0.48, -0.28 + 0.02 * stroke), 0.1, skin)
        pen.circle(0.53, -0.31 + 0.02 * stroke, 0.022, Colour(0x15161C))
        pen.fill(.polygon([Point(-0.4, -0.16), Point(-0.55, -0.1), Point(-0.38, -0.1)]), skin)
        pen.fill(
            .smooth([
                Point(-0.44, -0.13), Point(-0.3, -0.4), Point(0, -0.5), Point(0.3, -0.38), Point(0.42, -0.13),
                Point(0, -0.08),
            ]), colour.darker(0.15))
        for (x, y, size) in [(-0.22, -0.28, 0.085), (0.0, -0.34, 0.1), (0.21, -0.27, 0.08)] {
            pen.ellipse(x, y, size, size * 0.8, colour.lighter(0.1))
        }
    }

    static func jellyfish(_ pen: Pen, _ pose: Pose, _ colour: Colour) {
        let pulse = 0.04 * pose.swing()
        let pen = pen.moved(0, -0.1 * pose.swing(0.2))
        for index in 0..<7 {
            let x = -0.21 + 0.07 * Double(index)
            let line = (0...5).map { step in
                Point(
                    x + 0.05 * pose.swing(0.12 * Double(step) + 0.1 * Double(index)),
                    -0.55 + 0.11 * Double(step))
            }
            pen.fill(
                .ribbon(line, widths: [0.035, 0.03, 0.026, 0.022, 0.016, 0.008]), colour.lighter(0.2),
                opacity: 0.75)
        }
        pen.glow(
            .smooth([
                Point(-0.32 - pulse, -0.54), Point(-0.27, -0.82), Point(0, -0.97 + pulse), Point(0.27, -0.82),
                Point(0.32 + pulse, -0.54), Point(0.1, -0.5), Point(-0.1, -0.5),
            ]), colour, opacity: 0.82)
        pen.glow(.ellipse(Point(-0.08, -0.78), 0.1, 0.07, angle: -0.5), colour.lighter(0.6), opacity: 0.6)
    }
}
