import Glibc

extension Path {
    package static func rectangle(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> Path {
        polygon([Point(x, y), Point(x + width, y), Point(x + width, y + height), Point(x, y + height)])
    }

    /// Makes a rectangle with round corners.
    package static func rounded(
        _ x: Double, _ y: Double, _ width: Double, _ height: Double, radius: Double
    ) -> Path {
        let radius = min(radius, width / 2, height / 2)
        let corners = [
            (x + width - radius, y + radius, -0.25), (x + width - radius, y + height - radius, 0.0),
            (x + radius, y + height - radius, 0.25), (x + radius, y + radius, 0.5),
        ]
        return polygon(
            corners.flatMap { centreX, centreY, turn in
                (0...6).map { step in
                    let angle = 2 * .pi * (turn + Double(step) / 24)
                    return Point(centreX + radius * cos(angle), centreY + radius * sin(angle))
                }
            })
    }

    package static func circle(_ centre: Point, _ radius: Double) -> Path {
        ellipse(centre, radius, radius)
    }

    /// Makes an ellipse, turned clockwise by `angle` radians.
    package static func ellipse(
        _ centre: Point, _ radiusX: Double, _ radiusY: Double, angle: Double = 0
    ) -> Path {
        let map = Affine().translated(centre.x, centre.y).rotated(angle).scaled(radiusX, radiusY)
        return polygon(circlePoints.map(map.apply))
    }

    /// Around a circle of radius 1, clockwise from its right.
    private static let circlePoints = (0..<40).map { step in
        let turn = 2 * .pi * Double(step) / 40
        return Point(cos(turn), sin(turn))
    }

    /// Around the half of it, both ends included.
    private static let halfCirclePoints = (0...10).map { step in
        let turn = .pi * Double(step) / 10
        return Point(cos(turn), sin(turn))
    }

    /// Makes a limb: a line with round ends that may be of different width.
    package static func limb(
        _ start: Point, _ startRadius: Double, _ end: Point, _ endRadius: Double
    ) -> Path {
        let way = end - start
        let length = max(1e-9, (way.x * way.x + way.y * way.y).squareRoot())
        let ahead = Point(way.x / length, way.y / length)
        // From one side round the end to the other: `sign` is where the end looks.
        let arc = { (centre: Point, radius: Double, sign: Double) in
            halfCirclePoints.map { step in
                let (along, across) = (sign * radius * step.y, -sign * radius * step.x)
                return Point(
                    centre.x + along * ahead.x - across * ahead.y,
                    centre.y + along * ahead.y + across * ahead.x)
            }
        }
        return polygon(arc(start, startRadius, -1) + arc(end, endRadius, 1))
    }

    /// Makes a closed smooth outline through the points (Catmull and Rom, 1974).
    package static func smooth(_ points: [Point]) -> Path {
        guard points.count > 2 else { return polygon(points) }
        return polygon(
            points.indices.flatMap { index in
                let around = (-1...2).map { points[(index + $0 + points.count) % points.count] }
                return (0..<8).map { between(around, Double($0) / 8) }
            })
    }

    /// Makes an open smooth line through the points, as wide as given at each of them.
    package static func ribbon(_ points: [Point], widths: [Double]) -> Path {
        precondition(points.count == widths.count && points.count > 1, "A width for each point")
        let normals = points.indices.map { index in
            let way = points[min(index + 1, points.count - 1)] - points[max(index - 1, 0)]
            let length = max(1e-9, (way.x * way.x + way.y * way.y).squareRoot())
            return Point(-way.y / length, way.x / length)
        }
        let side = { (sign: Double) in
            points.indices.map { points[$0] + normals[$0] * (sign * widths[$0] / 2) }
        }
        return smooth(side(1) + side(-1).reversed())
    }

    private static func between(_ around: [Point], _ share: Double) -> Point {
        let (square, cube) = (share * share, share * share * share)
        let weights = [
            -0.5 * cube + square - 0.5 * share, 1.5 * cube - 2.5 * square + 1,
            -1.5 * cube + 2 * square + 0.5 * share, 0.5 * cube - 0.5 * square,
        ]
        return zip(around, weights).reduce(Point(0, 0)) { $0 + $1.0 * $1.1 }
    }
}
