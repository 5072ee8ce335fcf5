/// A small soft mask that is made once and printed many times, such as a snow flake.
package final class Stamp {
    let picture: Picture
    private let radius: Double

    /// Makes a round spot.
    ///
    /// - Parameters:
    ///   - radius: Where it ends, in pixels, at least 0.5.
    ///   - softness: 0 is a disc, 1 fades from its middle.
    package init(radius: Double, softness: Double) {
        let radius = max(0.5, radius)
        let side = Int((2 * radius).rounded(.up)) + 2
        self.radius = radius
        picture = Picture(width: side, height: side)
        let middle = Double(picture.width) / 2
        let core = radius * (1 - softness)
        for y in 0..<picture.height {
            for x in 0..<picture.width {
                let (dx, dy) = (Double(x) + 0.5 - middle, Double(y) + 0.5 - middle)
                let distance = (dx * dx + dy * dy).squareRoot()
                let share = min(1, max(0, (radius + 0.5 - distance) / max(1, radius + 0.5 - core)))
                picture.mask.row(y)[x] = UInt8(255 * share * share * (3 - 2 * share))
            }
        }
    }
}

extension Picture {
    /// Prints a stamp around a point, on the nearest even pixel.
    package func print(_ stamp: Stamp, at point: Point, _ colour: Colour, opacity: Double = 1) {
        let source = stamp.picture.mask
        let left = Int((point.x - Double(source.width) / 2).rounded(.down)) & ~1
        let top = Int((point.y - Double(source.height) / 2).rounded(.down)) & ~1
        let area = Area(
            x: max(0, left), y: max(0, top), width: min(width, left + source.width) - max(0, left),
            height: min(height, top + source.height) - max(0, top))
        guard area.width > 0, area.height > 0 else { return }
        let cut = Plane(start: mask.start, width: area.width, height: area.height)
        for y in 0..<area.height {
            cut.row(y).update(from: source.row(y + area.y - top) + (area.x - left), count: area.width)
        }
        blend(cut, area, .solid(colour), opacity: opacity)
    }
}
