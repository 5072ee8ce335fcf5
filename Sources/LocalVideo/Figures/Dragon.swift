import Canvas

/// A dragon in flight; one unit long.
enum Dragon {
    static func draw(_ pen: Pen, _ pose: Pose, _ colour: Colour) {
        let flap = pose.swing()
        let pen = pen.moved(0, -0.42 - 0.03 * pose.swing(0.25))
        wing(pen.moved(0.02, -0.05), flap, colour.darker(0.4))
        let tail = [
            Point(-0.1, 0.04), Point(-0.26, 0.07), Point(-0.4, 0.03 + 0.04 * pose.swing(0.2)),
            Point(-0.56, 0.07 + 0.06 * pose.swing(0.4)),
        ]
        pen.fill(.ribbon(tail, widths: [0.14, 0.09, 0.05, 0.02]), colour)
        let tip = tail[3]
        pen.fill(
            .polygon([tip + Point(0.02, -0.06), tip + Point(-0.1, 0.0), tip + Point(0.02, 0.06)]),
            Colour(0xD8573B))
        for x in [-0.06, 0.1] {
            pen.limb(Point(x, 0.08), 0.04, Point(x - 0.05, 0.19), 0.024, colour.darker(0.15))
            pen.limb(Point(x - 0.05, 0.19), 0.022, Point(x + 0.01, 0.21), 0.016, colour.darker(0.15))
        }
        pen.ellipse(0.02, 0.04, 0.22, 0.1, colour)
        pen.ellipse(0.05, 0.08, 0.17, 0.05, colour.lighter(0.5))
        pen.fill(
            .ribbon(
                [Point(0.16, 0.02), Point(0.28, -0.06), Point(0.34, -0.18)], widths: [0.15, 0.1, 0.085]),
            colour)
        head(pen.moved(0.37, -0.21, turn: 0.08 * pose.swing(0.3)), pose, colour)
        for index in 0..<5 {
            let x = -0.14 + 0.07 * Double(index)
            pen.fill(
                .polygon([Point(x - 0.03, -0.04), Point(x, -0.1), Point(x + 0.03, -0.04)]), Colour(0xD8573B))
        }
        wing(pen.moved(-0.03, -0.02), flap, colour.darker(0.12))
    }

    private static func head(_ pen: Pen, _ pose: Pose, _ colour: Colour) {
        for x in [-0.06, -0.01] {
            pen.limb(Point(x, -0.05), 0.018, Point(x - 0.1, -0.14), 0.005, Colour(0xEADCC0))
        }
        pen.ellipse(0, 0, 0.09, 0.075, colour)
        pen.limb(Point(0.03, 0.01), 0.055, Point(0.15, 0.03), 0.036, colour)
        pen.circle(0.16, 0.015, 0.012, colour.darker(0.5))
        pen.circle(0.03, -0.02, 0.022, Colour(0xFFE27A))
        pen.circle(0.036, -0.02, 0.01, Colour(0x1B1717))
        let fire = max(0, pose.swing(0.6))
        guard fire > 0.05 else { return }
        for (reach, hue) in [(0.34, 0xF0642A), (0.22, 0xFFC24A)] as [(Double, UInt32)] {
            pen.glow(
                .smooth([
                    Point(0.17, 0.02), Point(0.17 + reach * fire * 0.7, -0.06 * fire),
                    Point(0.17 + reach * fire, 0.04), Point(0.17 + reach * fire * 0.7, 0.12 * fire),
                    Point(0.17, 0.06),
                ]), Colour(hue), opacity: 0.85)
        }
    }

    private static func wing(_ pen: Pen, _ flap: Double, _ colour: Colour) {
        let rise = 0.42 * flap + 0.08
        pen.fill(
            .polygon([
                Point(0.1, 0), Point(0.04, -rise * 0.8), Point(-0.12, -rise), Point(-0.2, -rise * 0.72),
                Point(-0.17, -rise * 0.5), Point(-0.3, -rise * 0.45), Point(-0.22, -rise * 0.2),
                Point(-0.26, -rise * 0.05), Point(-0.1, 0.05),
            ]), colour)
        pen.limb(Point(0.08, 0), 0.02, Point(0.02, -rise * 0.78), 0.014, colour.darker(0.2))
        pen.limb(Point(0.02, -rise * 0.78), 0.014, Point(-0.12, -rise), 0.008, colour.darker(0.2))
    }
}
