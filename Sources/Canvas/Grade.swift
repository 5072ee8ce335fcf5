/// What a style does to the colours of a whole picture.
package struct Grade: Sendable, Hashable {
    /// Around the middle grey: 1 leaves it, 0...2.
    package var contrast: Double
    /// Added light, -0.5...0.5.
    package var brightness: Double
    /// 0 is black and white, 1 leaves it, at most 2.
    package var saturation: Double
    /// Towards orange, or blue when negative, -0.2...0.2.
    package var warmth: Double
    /// Side of the squares the picture is made of, in pixels; 1 leaves it.
    package var block: Int

    package init(
        contrast: Double = 1, brightness: Double = 0, saturation: Double = 1, warmth: Double = 0,
        block: Int = 1
    ) {
        (self.contrast, self.brightness, self.saturation) = (contrast, brightness, saturation)
        (self.warmth, self.block) = (warmth, block)
    }

    /// Changes nothing.
    package static let none = Grade()
}

extension Picture {
    /// Grades the whole picture in place.
    package func apply(_ grade: Grade) {
        if grade.contrast != 1 || grade.brightness != 0 {
            Samples.scale(
                luma.start, luma.count, gain: grade.contrast, around: 126, lift: 219 * grade.brightness,
                in: 16...235)
        }
        guard grade.saturation != 1 || grade.warmth != 0 else { return mosaic(grade.block) }
        for (plane, tint) in [(blue, -1.0), (red, 1.0)] {
            Samples.scale(
                plane.start, plane.count, gain: grade.saturation, around: 128,
                lift: tint * 112 * grade.warmth, in: 16...240)
        }
        mosaic(grade.block)
    }

    private func mosaic(_ side: Int) {
        guard side > 1 else { return }
        for (plane, side) in [(luma, side), (blue, max(1, side / 2)), (red, max(1, side / 2))] {
            for y in 0..<plane.height {
                guard y.isMultiple(of: side) else {
                    plane.row(y).update(from: plane.row(y - y % side), count: plane.width)
                    continue
                }
                let row = plane.row(y)
                for x in stride(from: 0, to: plane.width, by: side) {
                    let count = min(side, plane.width - x)
                    (row + x).update(repeating: row[x + count / 2], count: count)
                }
            }
        }
    }
}
