import Glibc

/// A map of the plane: scale, turn and shift.
package struct Affine: Sendable, Hashable {
    private var xx = 1.0
    private var xy = 0.0
    private var yx = 0.0
    private var yy = 1.0
    private var shift = Point(0, 0)

    package init() {}

    /// Returns this map, with the shift done first.
    package func translated(_ x: Double, _ y: Double) -> Affine {
        var map = self
        map.shift = apply(Point(x, y))
        return map
    }

    /// Returns this map, with the scale done first.
    package func scaled(_ x: Double, _ y: Double) -> Affine {
        var map = self
        (map.xx, map.yx, map.xy, map.yy) = (xx * x, yx * x, xy * y, yy * y)
        return map
    }

    /// Returns this map, with a clockwise turn done first.
    ///
    /// - Parameter angle: In radians.
    package func rotated(_ angle: Double) -> Affine {
        let (sine, cosine) = (sin(angle), cos(angle))
        var map = self
        (map.xx, map.xy) = (xx * cosine + xy * sine, xy * cosine - xx * sine)
        (map.yx, map.yy) = (yx * cosine + yy * sine, yy * cosine - yx * sine)
        return map
    }

    package func apply(_ point: Point) -> Point {
        Point(xx * point.x + xy * point.y + shift.x, yx * point.x + yy * point.y + shift.y)
    }
}
