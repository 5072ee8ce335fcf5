import Canvas

extension Prop {
    /// How the arm that holds it is bent, from the shoulder and from the elbow, in radians.
    var grip: (Double, Double) {
        switch self {
        case .umbrella, .balloon: (0.7, 2.5)
        case .guitar: (0.5, 1.7)
        case .book: (0.55, 1.9)
        }
    }
}

extension Human {
    /// Draws what the near hand holds.
    func draw(_ prop: Prop, _ pen: Pen, _ pose: Pose, _ shoulder: Point) {
        let hand = Point(shoulder.x + 0.2, shoulder.y)
        let colour = propColour
        switch prop {
        case .umbrella:
            let top = Point(hand.x - 0.05, hand.y - 0.42)
            pen.limb(Point(hand.x, hand.y + 0.08), 0.009, top, 0.009, Colour(0x4A3A30))
            let canopy = stride(from: 1.0, through: 2.0, by: 0.1).map { turn in
                Point(top.x + 0.34 * cosine(turn), top.y + 0.12 + 0.22 * sine(turn))
            }
            let hem = (0..<6).reversed().flatMap { index -> [Point] in
                let right = top.x - 0.34 + 0.68 * Double(index + 1) / 6
                return [
                    Point(right, top.y + 0.12), Point(right - 0.057, top.y + 0.085),
                ]
            }
            pen.fill(.polygon(canopy + hem), colour)
            pen.limb(top + Point(0, -0.1), 0.008, top + Point(0, -0.14), 0.005, Colour(0x4A3A30))
        case .balloon:
            let middle = Point(hand.x + 0.05 + 0.03 * pose.swing(), hand.y - 0.42)
            pen.limb(hand, 0.004, middle + Point(0, 0.15), 0.004, Colour(0x5A5A60))
            pen.ellipse(middle.x, middle.y, 0.12, 0.15, colour)
            pen.ellipse(middle.x - 0.04, middle.y - 0.05, 0.025, 0.04, colour.lighter(0.55), angle: 0.4)
        case .guitar:
            let body = Point(0.07, shoulder.y + 0.24)
            pen.limb(body, 0.014, body + Point(0.3, -0.17), 0.011, Colour(0x4A3020))
            pen.ellipse(body.x - 0.03, body.y + 0.015, 0.11, 0.085, Colour(0xB8742E), angle: -0.5)
            pen.ellipse(body.x + 0.06, body.y - 0.035, 0.08, 0.065, Colour(0xB8742E), angle: -0.5)
            pen.circle(body.x + 0.03, body.y - 0.02, 0.028, Colour(0x3A2416))
        case .book:
            let place = Point(hand.x - 0.03, hand.y + 0.04)
            pen.fill(
                .polygon([
                    place, place + Point(0.1, -0.05), place + Point(0.11, 0.06), place + Point(0.01, 0.1),
                ]), Colour(0xF6F1E4))
            pen.fill(
                .polygon([
                    place, place + Point(-0.05, -0.06), place + Point(-0.05, 0.05), place + Point(0.01, 0.1),
                ]), Colour(0x9C4438))
        }
    }

    private func cosine(_ halfTurns: Double) -> Double { Ease.swing(halfTurns / 2 + 0.25) }
    private func sine(_ halfTurns: Double) -> Double { Ease.swing(halfTurns / 2) }
}
