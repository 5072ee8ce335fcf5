/// Closed outlines; what lies in an odd number of them is inside.
package struct Path: Sendable, Hashable {
    package private(set) var contours: [[Point]]

    package init(_ contours: [[Point]] = []) { self.contours = contours }

    package static func polygon(_ points: [Point]) -> Path { Path([points]) }

    package mutating func append(_ other: Path) { contours += other.contours }

    package func mapped(by map: Affine) -> Path {
        Path(contours.map { $0.map(map.apply) })
    }

    /// The smallest upright rectangle around all points; nil without points.
    var bounds: (low: Point, high: Point)? {
        var points = contours.lazy.joined().makeIterator()
        guard let first = points.next() else { return nil }
        var (low, high) = (first, first)
        while let point = points.next() {
            low = Point(min(low.x, point.x), min(low.y, point.y))
            high = Point(max(high.x, point.x), max(high.y, point.y))
        }
        return (low, high)
    }
}
