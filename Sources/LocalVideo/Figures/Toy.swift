import Canvas

/// Snowmen, robots and what an astronaut wears; one unit high.
enum Toy {
    static func snowman(_ pen: Pen, _ pose: Pose) {
        let pen = pen.moved(0, 0, turn: 0.03 * pose.swing())
        let (snow, coal) = (Colour(0xF6F9FF), Colour(0x24262C))
        for side in [-1.0, 1.0] {
            pen.limb(Point(0.14 * side, -0.52), 0.016, Point(0.4 * side, -0.7), 0.009, Colour(0x6B4A32))
        }
        for (y, radius) in [(-0.2, 0.235), (-0.52, 0.18)] {
            pen.circle(0, y, radius, snow.darker(0.1))
            pen.circle(0.015, y - 0.012, radius * 0.95, snow)
        }
        pen.circle(0, -0.78, 0.135, snow)
        pen.fill(.rounded(-0.15, -0.69, 0.3, 0.06, radius: 0.03), Colour(0xD23B36))
        pen.fill(.rounded(0.06, -0.67, 0.07, 0.2, radius: 0.02), Colour(0xD23B36))
        pen.fill(.polygon([Point(0.03, -0.8), Point(0.2, -0.765), Point(0.03, -0.745)]), Colour(0xF08A2C))
        for x in [-0.03, 0.075] { pen.circle(x, -0.83, 0.017, coal) }
        for y in [-0.58, -0.5, -0.42] { pen.circle(0.03, y, 0.017, coal) }
        pen.fill(.rounded(-0.17, -0.92, 0.34, 0.035, radius: 0.01), coal)
        pen.fill(.rounded(-0.105, -1.06, 0.21, 0.15, radius: 0.015), coal)
    }

    static func robot(_ pen: Pen, _ pose: Pose, _ colour: Colour) {
        let dance = pose.motion == .dance ? 0.08 * pose.swing() : 0
        let pen = pen.moved(0, -0.02 * abs(pose.swing()), turn: dance)
        let joint = Colour(0x59616E)
        for (x, shift) in [(-0.1, 0.0), (0.1, 0.5)] {
            let step = pose.isMoving ? 0.12 * pose.swing(shift) : 0
            let lift = pose.isMoving ? 0.06 * max(0, pose.swing(shift + 0.25)) : 0
            pen.limb(Point(x, -0.34), 0.035, Point(x + step, -0.06 - lift), 0.035, joint)
            pen.fill(.rounded(x + step - 0.07, -0.07 - lift, 0.16, 0.07, radius: 0.03), colour.darker(0.3))
        }
        for (x, side) in [(-0.22, -1.0), (0.22, 1.0)] {
            let raise =
                pose.motion == .dance
                ? -0.2 + 0.14 * pose.swing(side * 0.25) : 0.14 + 0.04 * pose.swing(side * 0.25)
            pen.limb(Point(x, -0.58), 0.03, Point(x + 0.09 * side, -0.58 + raise), 0.028, joint)
            pen.circle(x + 0.09 * side, -0.58 + raise, 0.045, colour.darker(0.2))
        }
        pen.fill(.rounded(-0.2, -0.66, 0.4, 0.36, radius: 0.06), colour)
        pen.fill(.rounded(-0.12, -0.58, 0.24, 0.15, radius: 0.03), colour.darker(0.35))
        pen.glow(.circle(Point(-0.05, -0.505), 0.028), Colour(0xFF6B5E))
        pen.glow(.circle(Point(0.05, -0.505), 0.028), Colour(0x6FE38A))
        pen.limb(Point(0, -0.95), 0.01, Point(0, -1.02), 0.01, joint)
        pen.glow(.circle(Point(0, -1.03), 0.026), Colour(0xFFD34F))
        pen.fill(.rounded(-0.16, -0.96, 0.32, 0.26, radius: 0.07), colour.lighter(0.15))
        pen.fill(.rounded(-0.12, -0.9, 0.26, 0.13, radius: 0.06), Colour(0x1D2733))
        for x in [-0.045, 0.075] { pen.glow(.circle(Point(x, -0.835), 0.032), Colour(0x6FE9FF)) }
    }

    static func astronaut(_ pen: Pen, _ pose: Pose) {
        var human = Human()
        human.dress = .suit
        (human.coat, human.legs, human.head) = (Colour(0xEDF0F4), Colour(0xDDE2E9), 0.1)
        let turn = pose.motion == .float ? 0.22 * pose.swing() : 0
        let lift = pose.motion == .float ? -0.1 : -0.015 * abs(pose.swing())
        let back = pen.moved(0, lift, turn: turn)
        back.fill(.rounded(-0.21, -0.82, 0.16, 0.33, radius: 0.05), Colour(0xB9C0CB))
        human.draw(pen, pose)
        back.circle(0, -0.89, 0.135, Colour(0xF7F9FB))
        back.ellipse(0.035, -0.885, 0.095, 0.085, Colour(0x23344F))
        back.ellipse(0.065, -0.92, 0.035, 0.02, Colour(0x9CC4E8), angle: -0.5)
        back.fill(.rounded(-0.03, -0.66, 0.1, 0.06, radius: 0.015), Colour(0xD8443B))
    }
}
