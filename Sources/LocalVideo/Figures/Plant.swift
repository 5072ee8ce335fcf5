import Canvas
import Glibc

/// Trees and flowers; one unit high.
enum Plant {
    static func tree(_ pen: Pen, _ pose: Pose, _ colour: Colour) {
        let sway = 0.012 * pose.swing()
        let bark = Colour(0x6B4A32)
        pen.fill(
            .ribbon([Point(0, 0.01), Point(0.01, -0.25), Point(sway, -0.6)], widths: [0.13, 0.08, 0.04]), bark
        )
        pen.limb(Point(0.01, -0.36), 0.02, Point(0.16 + sway, -0.55), 0.01, bark)
        pen.limb(Point(0, -0.32), 0.02, Point(-0.15 + sway, -0.52), 0.01, bark)
        let crown = [
            (-0.2, -0.56, 0.17, 0.16), (0.21, -0.58, 0.16, 0.16), (0.0, -0.6, 0.2, 0.06),
            (-0.13, -0.74, 0.16, 0.0),
            (0.13, -0.75, 0.16, -0.04), (0.0, -0.85, 0.15, -0.08),
        ]
        for (x, y, radius, shade) in crown {
            let move = sway * (1 - y)
            pen.circle(x + move, y, radius, shade > 0 ? colour.darker(shade) : colour.lighter(-shade))
        }
    }

    static func flower(_ pen: Pen, _ pose: Pose, _ colour: Colour) {
        let sway = 0.05 * pose.swing()
        let stem = Colour(0x4C9148)
        let top = Point(sway, -0.76)
        pen.fill(.ribbon([Point(0, 0), Point(sway * 0.3, -0.4), top], widths: [0.035, 0.03, 0.03]), stem)
        pen.ellipse(0.1, -0.25, 0.13, 0.045, stem.lighter(0.1), angle: -0.6)
        pen.ellipse(-0.1, -0.34, 0.13, 0.045, stem, angle: 0.6)
        for petal in 0..<8 {
            let turn = 2 * Double.pi * Double(petal) / 8 + 0.2 * sway
            let centre = top + Point(cos(turn), sin(turn)) * 0.125
            pen.ellipse(
                centre.x, centre.y, 0.105, 0.066, petal.isMultiple(of: 2) ? colour : colour.darker(0.1),
                angle: turn)
        }
        pen.circle(top.x, top.y, 0.07, Colour(0xF6C744))
        pen.circle(top.x, top.y, 0.04, Colour(0xC98A2B))
    }
}
