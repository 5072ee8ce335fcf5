import Canvas
import Glibc

/// Things that carry people; one unit long.
enum Vehicle {
    private static let glass = Colour(0xBFE3F2)
    private static let rubber = Colour(0x23252B)

    static func car(_ pen: Pen, _ pose: Pose, _ colour: Colour) {
        let pen = pen.moved(0, -0.006 * abs(pose.swing()))
        pen.ellipse(0, -0.015, 0.52, 0.03, Colour(0x101218))
        pen.fill(
            .smooth([
                Point(-0.27, -0.24), Point(-0.16, -0.4), Point(0.06, -0.42), Point(0.2, -0.28),
                Point(0.22, -0.22), Point(-0.25, -0.2),
            ]), colour.darker(0.12))
        pen.fill(
            .polygon([Point(-0.2, -0.25), Point(-0.13, -0.37), Point(-0.04, -0.38), Point(-0.04, -0.25)]),
            glass)
        pen.fill(
            .polygon([Point(-0.01, -0.25), Point(-0.01, -0.38), Point(0.06, -0.37), Point(0.16, -0.25)]),
            glass)
        pen.fill(.rounded(-0.48, -0.27, 0.96, 0.17, radius: 0.07), colour)
        pen.fill(.rounded(-0.48, -0.15, 0.96, 0.05, radius: 0.02), colour.darker(0.3))
        pen.glow(.ellipse(Point(0.455, -0.2), 0.025, 0.03), Colour(0xFFF2B8))
        pen.glow(.ellipse(Point(-0.465, -0.2), 0.018, 0.028), Colour(0xE8433A))
        for x in [-0.28, 0.29] { wheel(pen.moved(x, -0.095), 0.095, pose) }
    }

    static func bus(_ pen: Pen, _ pose: Pose, _ colour: Colour) {
        let pen = pen.moved(0, -0.006 * abs(pose.swing()))
        pen.fill(.rounded(-0.5, -0.5, 1, 0.42, radius: 0.05), colour)
        pen.fill(.rounded(-0.5, -0.18, 1, 0.1, radius: 0.03), colour.darker(0.25))
        for index in 0..<5 {
            pen.fill(.rounded(-0.46 + 0.175 * Double(index), -0.45, 0.15, 0.17, radius: 0.02), glass)
        }
        pen.fill(.rounded(0.42, -0.46, 0.08, 0.24, radius: 0.02), glass)
        pen.glow(.ellipse(Point(0.48, -0.15), 0.018, 0.022), Colour(0xFFF2B8))
        for x in [-0.28, 0.28] { wheel(pen.moved(x, -0.08), 0.08, pose) }
    }

    static func train(_ pen: Pen, _ pose: Pose, _ colour: Colour) {
        pen.fill(.rectangle(-2.2, -0.012, 4.4, 0.016), Colour(0x55504A))
        for wagon in 0..<3 {
            let x = -0.34 * Double(wagon) - 0.02
            let pen = pen.moved(x + 0.36, -0.003 * abs(Ease.swing(pose.beat + 0.2 * Double(wagon))))
            let body: Path =
                wagon == 0
                ? .smooth([
                    Point(-0.165, -0.05), Point(-0.165, -0.23), Point(0.0, -0.235), Point(0.1, -0.2),
                    Point(0.17, -0.1),
                    Point(0.165, -0.05),
                ]) : .rounded(-0.165, -0.235, 0.325, 0.19, radius: 0.02)
            pen.fill(body, Colour(0xEEF1F4))
            pen.fill(.rectangle(-0.16, -0.105, wagon == 0 ? 0.31 : 0.32, 0.035), colour)
            for index in 0..<(wagon == 0 ? 2 : 4) {
                pen.fill(
                    .rounded(-0.145 + 0.078 * Double(index), -0.195, 0.055, 0.06, radius: 0.012),
                    Colour(0x35506B))
            }
            if wagon == 0 {
                pen.fill(
                    .polygon([Point(0.03, -0.2), Point(0.09, -0.19), Point(0.13, -0.14), Point(0.03, -0.14)]),
                    Colour(0x35506B))
            }
            for x in [-0.1, 0.09] { wheel(pen.moved(x, -0.03), 0.03, pose) }
        }
    }

    static func boat(_ pen: Pen, _ pose: Pose, _ colour: Colour) {
        let pen = pen.moved(0, 0.02 * pose.swing(), turn: 0.04 * pose.swing(0.2))
        pen.limb(Point(0.02, -0.1), 0.014, Point(0.02, -0.95), 0.01, Colour(0x6B4A33))
        pen.fill(
            .smooth([Point(0.05, -0.9), Point(0.22, -0.5), Point(0.4, -0.22), Point(0.06, -0.22)]),
            Colour(0xF7F3EA))
        pen.fill(
            .smooth([Point(-0.01, -0.84), Point(-0.2, -0.5), Point(-0.3, -0.24), Point(-0.01, -0.22)]),
            Colour(0xE4DCCB))
        pen.fill(.polygon([Point(0.02, -0.95), Point(0.16, -0.9), Point(0.02, -0.85)]), colour)
        pen.fill(
            .smooth([
                Point(-0.46, -0.17), Point(0, -0.15), Point(0.52, -0.2), Point(0.36, 0.02), Point(0, 0.06),
                Point(-0.36, 0.03),
            ]), colour)
        pen.fill(.rounded(-0.44, -0.18, 0.9, 0.035, radius: 0.015), .white)
    }

    static func plane(_ pen: Pen, _ pose: Pose, _ colour: Colour) {
        let pen = pen.moved(0, -0.3 + 0.012 * pose.swing(), turn: -0.06 + 0.015 * pose.swing(0.2))
        pen.fill(
            .polygon([Point(0.1, -0.02), Point(-0.16, -0.2), Point(-0.24, -0.2), Point(-0.06, -0.02)]),
            colour.darker(0.35))
        pen.fill(
            .polygon([Point(-0.36, -0.04), Point(-0.5, -0.25), Point(-0.4, -0.25), Point(-0.24, -0.05)]),
            colour)
        pen.fill(
            .smooth([
                Point(-0.5, -0.03), Point(-0.2, -0.075), Point(0.3, -0.075), Point(0.46, -0.04),
                Point(0.5, 0.01), Point(0.42, 0.05),
                Point(-0.1, 0.065), Point(-0.4, 0.02),
            ]), Colour(0xF2F4F7))
        pen.fill(
            .polygon([Point(-0.44, 0.015), Point(0.46, 0.025), Point(0.4, 0.05), Point(-0.1, 0.06)]), colour)
        for index in 0..<9 { pen.circle(-0.24 + 0.06 * Double(index), -0.025, 0.013, Colour(0x3A5470)) }
        pen.fill(.polygon([Point(0.38, -0.055), Point(0.45, -0.03), Point(0.38, -0.025)]), Colour(0x3A5470))
        pen.fill(
            .polygon([Point(0.14, 0.03), Point(-0.22, 0.24), Point(-0.31, 0.24), Point(-0.08, 0.03)]),
            colour.lighter(0.25))
    }

    static func rocket(_ pen: Pen, _ pose: Pose, _ colour: Colour) {
        let pen = pen.moved(0, -0.5, turn: 0.35 + 0.02 * pose.swing(0.3))
        let flame = 0.3 + 0.06 * pose.swing() + 0.04 * pose.swing(0.37)
        pen.glow(
            .smooth([Point(-0.08, 0.4), Point(0, 0.45 + flame), Point(0.08, 0.4)]), Colour(0xFF8A3C),
            opacity: 0.9)
        pen.glow(
            .smooth([Point(-0.045, 0.4), Point(0, 0.42 + flame * 0.55), Point(0.045, 0.4)]), Colour(0xFFF0A8))
        for side in [-1.0, 1.0] {
            pen.fill(
                .polygon([Point(0.11 * side, 0.12), Point(0.26 * side, 0.42), Point(0.08 * side, 0.36)]),
                colour.darker(0.15))
        }
        pen.fill(
            .smooth([
                Point(0, -0.5), Point(0.12, -0.24), Point(0.13, 0.1), Point(0.08, 0.4), Point(-0.08, 0.4),
                Point(-0.13, 0.1), Point(-0.12, -0.24),
            ]),
            Colour(0xF1F3F6))
        pen.fill(.smooth([Point(0, -0.5), Point(0.1, -0.28), Point(0, -0.24), Point(-0.1, -0.28)]), colour)
        pen.circle(0, -0.1, 0.068, colour.darker(0.2))
        pen.circle(0, -0.1, 0.048, glass)
    }

    static func balloon(_ pen: Pen, _ pose: Pose, _ colour: Colour) {
        let pen = pen.moved(0, 0.02 * pose.swing(), turn: 0.03 * pose.swing(0.2))
        for side in [-1.0, 1.0] {
            pen.limb(Point(0.15 * side, -0.34), 0.006, Point(0.06 * side, -0.13), 0.006, Colour(0x5E4633))
        }
        for (width, shade) in [(1.0, colour), (0.62, Colour(0xFFF1D6)), (0.26, colour.darker(0.08))] {
            pen.fill(
                .smooth([
                    Point(0, -1), Point(0.25 * width, -0.93), Point(0.35 * width, -0.7),
                    Point(0.26 * width, -0.48), Point(0.13 * width, -0.33),
                    Point(-0.13 * width, -0.33), Point(-0.26 * width, -0.48), Point(-0.35 * width, -0.7),
                    Point(-0.25 * width, -0.93),
                ]), shade)
        }
        pen.fill(.rounded(-0.075, -0.14, 0.15, 0.13, radius: 0.025), Colour(0x9A6A3F))
    }

    static func bicycle(_ pen: Pen, _ pose: Pose, _ colour: Colour) {
        let (hub, front) = (Point(-0.32, -0.24), Point(0.34, -0.24))
        for centre in [hub, front] {
            var rim = Path.circle(centre, 0.24)
            rim.append(.circle(centre, 0.212))
            pen.fill(rim, rubber)
            for spoke in 0..<4 {
                let turn = .pi * (Double(spoke) / 4 + (pose.isMoving ? pose.beat : 0))
                let end = Point(cos(turn), sin(turn)) * 0.21
                pen.limb(centre - end, 0.004, centre + end, 0.004, Colour(0xAEB4BC))
            }
        }
        let (crank, seat, head) = (Point(-0.02, -0.26), Point(-0.14, -0.58), Point(0.26, -0.56))
        for (from, to) in [
            (hub, crank), (crank, seat), (hub, seat), (crank, head), (seat, head), (head, front),
        ] {
            pen.limb(from, 0.018, to, 0.018, colour)
        }
        pen.limb(seat + Point(-0.07, -0.04), 0.022, seat + Point(0.08, -0.04), 0.012, rubber)
        pen.limb(head, 0.015, head + Point(-0.02, -0.1), 0.015, colour.darker(0.3))
        pen.limb(head + Point(-0.02, -0.1), 0.014, head + Point(-0.12, -0.12), 0.014, rubber)
        pen.circle(crank.x, crank.y, 0.05, Colour(0x8E949C))
    }

    static func saucer(_ pen: Pen, _ pose: Pose, _ colour: Colour) {
        let pen = pen.moved(0, -0.35 + 0.03 * pose.swing(), turn: 0.06 * pose.swing(0.25))
        pen.glow(
            .polygon([Point(-0.16, 0.05), Point(0.16, 0.05), Point(0.38, 0.75), Point(-0.38, 0.75)]),
            Colour(0xBFF6D8), opacity: 0.22)
        pen.glow(.ellipse(Point(0, -0.1), 0.2, 0.2), Colour(0x9FE8F2), opacity: 0.85)
        pen.ellipse(0, 0, 0.5, 0.13, colour)
        pen.ellipse(0, -0.03, 0.42, 0.07, colour.lighter(0.35))
        for index in 0..<5 {
            let lit = pose.swing(Double(index) / 5 * 2) > 0
            pen.glow(
                .circle(Point(-0.34 + 0.17 * Double(index), 0.04), 0.03),
                lit ? Colour(0xFFE66B) : Colour(0xE85A5A))
        }
    }

    private static func wheel(_ pen: Pen, _ radius: Double, _ pose: Pose) {
        pen.circle(0, 0, radius, rubber)
        pen.circle(0, 0, radius * 0.58, Colour(0xB9BEC6))
        // Wheels turn as fast as the way asks for; the beat counts the way.
        for spoke in 0..<3 {
            let turn = pose.isMoving ? 2 * .pi * (pose.beat + Double(spoke) / 6) : .pi * Double(spoke) / 3
            let end = Point(cos(turn), sin(turn)) * (radius * 0.5)
            pen.limb(Point(-end.x, -end.y), radius * 0.08, end, radius * 0.08, rubber)
        }
    }
}
