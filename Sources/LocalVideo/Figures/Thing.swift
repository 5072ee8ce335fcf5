import Canvas

/// Things that stand somewhere; one unit high.
enum Thing {
    static func campfire(_ pen: Pen, _ pose: Pose) {
        pen.glow(.circle(Point(0, -0.3), 0.75), Colour(0xFF9A3C), opacity: 0.12 + 0.03 * pose.swing(0.4))
        pen.glow(.circle(Point(0, -0.25), 0.45), Colour(0xFFB45C), opacity: 0.18)
        for (from, to) in [
            (Point(-0.34, -0.04), Point(0.3, -0.14)), (Point(0.34, -0.04), Point(-0.3, -0.14)),
        ] {
            pen.limb(from, 0.06, to, 0.055, Colour(0x5B3B28))
        }
        // The beat is slow for things that stand; a fire is not.
        for (width, height, hue, rate) in [
            (0.26, 0.95, 0xF0642A, 9.0), (0.18, 0.7, 0xFFA23A, 12), (0.1, 0.42, 0xFFE79A, 15),
        ] as [(Double, Double, UInt32, Double)] {
            let lick = 0.06 * Ease.swing(pose.beat * rate)
            let rise = height * (1 + 0.08 * Ease.swing(pose.beat * rate * 1.3 + 0.3))
            pen.glow(
                .smooth([
                    Point(-width, -0.1), Point(-width * 0.7, -rise * 0.5), Point(lick, -rise),
                    Point(width * 0.7 + lick * 0.5, -rise * 0.45), Point(width, -0.1), Point(0, -0.04),
                ]), Colour(hue))
        }
    }

    static func cake(_ pen: Pen, _ pose: Pose, _ colour: Colour) {
        table(pen)
        pen.ellipse(0, -0.04, 0.52, 0.06, Colour(0xE9ECEF))
        for (half, top, bottom) in [(0.42, -0.42, -0.03), (0.29, -0.68, -0.38)] {
            pen.fill(.rectangle(-half, top, 2 * half, bottom - top), colour)
            pen.ellipse(0, bottom, half, 0.05, colour.darker(0.1))
            pen.ellipse(0, top, half, 0.06, Colour(0xFFF6EE))
            for index in 0..<7 {
                let x = -half + half * 2 * (Double(index) + 0.5) / 7
                pen.limb(
                    Point(x, top + 0.02), half * 0.12, Point(x, top + 0.08 + 0.04 * Double(index % 2)),
                    half * 0.1, Colour(0xFFF6EE))
            }
        }
        for (index, x) in [-0.16, 0, 0.16].enumerated() {
            pen.fill(.rounded(x - 0.018, -0.86, 0.036, 0.18, radius: 0.01), Colour(0x6FB4E0))
            let lick = 0.015 * Ease.swing(pose.beat * 9 + Double(index) * 0.3)
            pen.glow(.circle(Point(x, -0.9), 0.09), Colour(0xFFD27A), opacity: 0.25)
            pen.glow(
                .smooth([Point(x - 0.025, -0.88), Point(x + lick, -0.98), Point(x + 0.025, -0.88)]),
                Colour(0xFFC24A))
        }
    }

    private static func table(_ pen: Pen) {
        let wood = Colour(0xB98A5C)
        for x in [-0.95, 0.86] { pen.fill(.rectangle(x, 0, 0.09, 0.5), wood.darker(0.35)) }
        pen.fill(.rounded(-1.15, -0.05, 2.3, 0.12, radius: 0.03), wood.darker(0.15))
        pen.ellipse(0, -0.05, 1.15, 0.07, wood)
    }

    static func cup(_ pen: Pen, _ pose: Pose, _ colour: Colour) {
        table(pen)
        for (index, x) in [-0.13, 0.02, 0.17].enumerated() {
            let steam = (0...4).map { step in
                Point(
                    x + 0.05 * Ease.swing(pose.beat * 1.4 + 0.22 * Double(step) + 0.3 * Double(index)),
                    -0.6 - 0.11 * Double(step))
            }
            pen.fill(.ribbon(steam, widths: [0.02, 0.05, 0.06, 0.05, 0.01]), .white, opacity: 0.45)
        }
        var handle = Path.ellipse(Point(0.33, -0.32), 0.15, 0.14)
        handle.append(.ellipse(Point(0.33, -0.32), 0.09, 0.085))
        pen.fill(handle, colour.darker(0.08))
        pen.ellipse(0, -0.08, 0.42, 0.045, colour.darker(0.12))
        pen.fill(
            .smooth([
                Point(-0.31, -0.52), Point(-0.29, -0.25), Point(-0.17, -0.09), Point(0.17, -0.09),
                Point(0.29, -0.25), Point(0.31, -0.52),
            ]), colour)
        pen.ellipse(0, -0.5, 0.31, 0.06, colour.lighter(0.4))
        pen.ellipse(0, -0.49, 0.26, 0.042, Colour(0x5A3520))
    }
}
