import Canvas

/// Birds and butterflies; one unit from wing tip to wing tip.
enum Winged {
    static func bird(_ pen: Pen, _ pose: Pose, _ colour: Colour) {
        guard pose.motion != .sit, pose.motion != .stand, pose.motion != .walk else {
            return perched(pen, pose, colour)
        }
        let pen = pen.moved(0, -0.5 - 0.03 * pose.swing(0.25))
        let flap = pose.swing()
        wing(pen, tip: Point(-0.1, -0.42 * flap - 0.06), colour.darker(0.3))
        pen.fill(
            .polygon([
                Point(-0.2, -0.02), Point(-0.47, -0.08), Point(-0.43, 0.02), Point(-0.47, 0.1),
                Point(-0.2, 0.05),
            ]), colour.darker(0.15))
        pen.fill(
            .smooth([
                Point(-0.26, 0.01), Point(-0.05, -0.09), Point(0.2, -0.07), Point(0.27, 0.0), Point(0.1, 0.1),
                Point(-0.1, 0.09),
            ]),
            colour)
        head(pen.moved(0.24, -0.06), colour)
        wing(pen.moved(0.03, 0.0), tip: Point(-0.16, -0.46 * flap - 0.05), colour.lighter(0.12))
    }

    private static func wing(_ pen: Pen, tip: Point, _ colour: Colour) {
        pen.fill(
            .smooth([
                Point(0.12, -0.01), Point(0.1, tip.y * 0.55), tip, Point(tip.x - 0.06, tip.y * 0.85 + 0.03),
                Point(-0.12, tip.y * 0.35 + 0.02), Point(-0.12, 0.03),
            ]), colour)
    }

    private static func head(_ pen: Pen, _ colour: Colour) {
        pen.fill(.polygon([Point(0.05, -0.035), Point(0.18, 0.015), Point(0.05, 0.045)]), Colour(0xF2A93B))
        pen.circle(0, 0, 0.085, colour)
        pen.circle(0.03, -0.02, 0.018, Colour(0x1B1717))
    }

    private static func perched(_ pen: Pen, _ pose: Pose, _ colour: Colour) {
        let pen = pen.moved(0, -0.03 * abs(pose.swing()))
        for x in [-0.02, 0.07] {
            pen.limb(Point(x, -0.16), 0.014, Point(x + 0.02, 0), 0.012, Colour(0xC98A35))
        }
        pen.fill(
            .polygon([Point(-0.16, -0.26), Point(-0.46, -0.1), Point(-0.4, -0.05), Point(-0.1, -0.17)]),
            colour.darker(0.25))
        pen.ellipse(0, -0.28, 0.23, 0.16, colour, angle: -0.45)
        pen.ellipse(-0.05, -0.27, 0.17, 0.09, colour.darker(0.18), angle: 0.35)
        head(pen.moved(0.15, -0.46, turn: 0.1 * pose.swing(0.3)).moved(0, 0, scale: 1.25), colour)
    }

    static func butterfly(_ pen: Pen, _ pose: Pose, _ colour: Colour) {
        let pen = pen.moved(0, -0.5 + 0.08 * pose.swing(0.1), turn: 0.15)
        let open = 0.35 + 0.65 * abs(Ease.swing(pose.beat / 2))
        for (side, shade) in [(-1.0, colour.darker(0.15)), (1.0, colour)] {
            let x = side * open
            pen.ellipse(0.24 * x, -0.17, 0.24 * open, 0.24, shade, angle: 0.5 * side)
            pen.ellipse(0.17 * x, 0.15, 0.16 * open, 0.18, shade.darker(0.12), angle: -0.5 * side)
            pen.ellipse(0.27 * x, -0.2, 0.1 * open, 0.1, shade.lighter(0.45), angle: 0.5 * side)
        }
        pen.limb(Point(0, -0.2), 0.025, Point(0, 0.24), 0.015, Colour(0x2A2226))
        for side in [-1.0, 1.0] {
            pen.limb(Point(0, -0.2), 0.008, Point(0.12 * side, -0.4), 0.012, Colour(0x2A2226))
        }
    }

    static func duck(_ pen: Pen, _ pose: Pose, _ colour: Colour) {
        let waddle = pose.isMoving ? 0.08 * pose.swing() : 0.03 * pose.swing()
        let isAfloat = pose.motion == .swim || pose.motion == .float
        let pen = pen.moved(0, isAfloat ? 0.12 : 0, turn: waddle)
        if !isAfloat {
            for (x, shift) in [(-0.06, 0.0), (0.08, 0.5)] {
                let step = pose.isMoving ? 0.08 * pose.swing(shift) : 0
                pen.limb(Point(x, -0.18), 0.025, Point(x + step, -0.03), 0.022, Colour(0xE8902E))
                pen.ellipse(x + step + 0.04, -0.02, 0.08, 0.025, Colour(0xE8902E))
            }
        }
        pen.fill(
            .smooth([
                Point(-0.48, -0.5), Point(-0.3, -0.42), Point(0.1, -0.48), Point(0.3, -0.4),
                Point(0.28, -0.2),
                Point(0, -0.1), Point(-0.3, -0.17),
            ]), colour)
        pen.ellipse(-0.06, -0.32, 0.22, 0.12, colour.darker(0.12), angle: -0.15)
        pen.limb(Point(0.22, -0.4), 0.09, Point(0.27, -0.68), 0.08, colour)
        pen.circle(0.29, -0.76, 0.14, colour)
        pen.fill(
            .smooth([Point(0.38, -0.8), Point(0.58, -0.75), Point(0.56, -0.69), Point(0.38, -0.69)]),
            Colour(0xF2A33A))
        pen.circle(0.33, -0.79, 0.026, Colour(0x1B1717))
    }

    static func penguin(_ pen: Pen, _ pose: Pose) {
        let (black, white) = (Colour(0x27303D), Colour(0xF6F6F2))
        let pen = pen.moved(
            0, -0.02 * abs(pose.swing()), turn: pose.isMoving ? 0.1 * pose.swing() : 0.02 * pose.swing())
        for x in [-0.1, 0.1] { pen.ellipse(x, -0.03, 0.1, 0.035, Colour(0xF2A33A)) }
        let flap = 0.35 + 0.25 * pose.swing(0.2)
        pen.ellipse(-0.24, -0.44, 0.07, 0.22, black.darker(0.2), angle: flap)
        pen.ellipse(0, -0.42, 0.26, 0.4, black)
        pen.ellipse(0.06, -0.37, 0.18, 0.32, white)
        pen.ellipse(0.25, -0.44, 0.06, 0.22, black, angle: -flap)
        pen.circle(0.02, -0.82, 0.18, black)
        pen.ellipse(0.1, -0.8, 0.1, 0.1, white)
        pen.fill(.polygon([Point(0.14, -0.8), Point(0.33, -0.75), Point(0.14, -0.72)]), Colour(0xF2A33A))
        pen.circle(0.1, -0.84, 0.028, Colour(0x111418))
    }
}
