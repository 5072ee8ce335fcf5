import COpenCV

extension Picture {
    /// Goes a part of the way to another picture of the same size.
    ///
    /// - Parameters:
    ///   - other: Where the way ends.
    ///   - share: 0 is this picture, 1 the other.
    package func mix(with other: Picture, _ share: Double) {
        precondition(other.width == width && other.height == height, "Pictures of one size")
        let weight = UInt16(min(max(share, 0), 1) * 256)
        for (mine, theirs) in [(luma, other.luma), (blue, other.blue), (red, other.red)] {
            Samples.mix(mine.start, theirs.start, mine.count, weight: weight)
        }
    }

    /// Goes a part of the way to black.
    package func darken(_ share: Double) {
        let left = 1 - min(max(share, 0), 1)
        Samples.scale(luma.start, luma.count, gain: left, around: 16)
        for plane in [blue, red] { Samples.scale(plane.start, plane.count, gain: left, around: 128) }
    }

    /// Takes the left part of another picture of the same size.
    ///
    /// - Parameter share: How much of the width, 0...1.
    package func wipe(to other: Picture, _ share: Double) {
        precondition(other.width == width && other.height == height, "Pictures of one size")
        let columns = Int(Double(width) * min(max(share, 0), 1)) / 2 * 2
        for (mine, theirs, count) in [
            (luma, other.luma, columns), (blue, other.blue, columns / 2), (red, other.red, columns / 2),
        ] {
            for y in 0..<mine.height { mine.row(y).update(from: theirs.row(y), count: count) }
        }
    }

    /// Fills this picture with a part of another of the same size, enlarged.
    ///
    /// - Parameters:
    ///   - other: What is seen closer.
    ///   - scale: At least 1.
    ///   - centre: The place that stays where it is, in pixels.
    package func enlarge(_ other: Picture, by scale: Double, around centre: Point) {
        let corner = centre * (1 - 1 / max(1, scale))
        for (source, target, divisor) in [
            (other.luma, luma, 1.0), (other.blue, blue, 2), (other.red, red, 2),
        ] {
            require(
                copencv_enlarge(
                    source.forOpenCV, target.forOpenCV, corner.x / divisor, corner.y / divisor, max(1, scale)
                ))
        }
    }

    /// Makes a copy of another size.
    package func resized(width: Int, height: Int) -> Picture {
        let copy = Picture(width: width, height: height)
        for (source, target) in [(luma, copy.luma), (blue, copy.blue), (red, copy.red)] {
            require(copencv_resize(source.forOpenCV, target.forOpenCV))
        }
        return copy
    }
}
