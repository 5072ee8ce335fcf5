/// A picture in I420 that can be turned.
struct PlanarPicture {
    /// Luma, then blue and red difference.
    var samples: [UInt8]
    /// Even, in pixels.
    private(set) var width: Int
    /// Even, in pixels.
    private(set) var height: Int

    init(samples: [UInt8], width: Int, height: Int) {
        (self.samples, self.width, self.height) = (samples, width, height)
    }

    /// Turns the picture as EXIF says that it has to be: 3 upside down, 6 to the right, 8 to the left; mirrored
    /// ones stay as they are.
    mutating func turn(by orientation: Int) {
        guard [3, 6, 8].contains(orientation) else { return }
        var turned: [UInt8] = []
        turned.reserveCapacity(samples.count)
        var start = 0
        for divisor in [1, 2, 2] {
            let (wide, high) = (width / divisor, height / divisor)
            turned += Self.turned(samples[start..<start + wide * high], wide, high, by: orientation)
            start += wide * high
        }
        samples = turned
        if orientation != 3 { (width, height) = (height, width) }
    }

    private static func turned(
        _ plane: ArraySlice<UInt8>, _ width: Int, _ height: Int, by orientation: Int
    ) -> [UInt8] {
        if orientation == 3 { return plane.reversed() }
        let first = plane.startIndex
        return (0..<width * height).map { place in
            let (row, column) = (place / height, place % height)
            return orientation == 6
                ? plane[first + (height - 1 - column) * width + row]
                : plane[first + column * width + (width - 1 - row)]
        }
    }
}
