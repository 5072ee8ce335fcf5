/// Size and rate of the pictures of a video.
package struct FrameFormat: Sendable, Hashable {
    /// Even, 2...16382.
    package let width: Int
    /// Even, 2...16382.
    package let height: Int
    /// Pictures in a second, 1...240.
    package let framesPerSecond: Int

    /// Checks the numbers.
    ///
    /// - Throws: ``VideoCodecError/Code/unsupported`` when VP8 cannot hold them.
    package init(width: Int, height: Int, framesPerSecond: Int) throws(VideoCodecError) {
        let sizes = 2...16382
        guard sizes.contains(width), sizes.contains(height), (width | height).isMultiple(of: 2),
            (1...240).contains(framesPerSecond)
        else {
            throw VideoCodecError(
                .unsupported, "A video of \(width)×\(height) at \(framesPerSecond) frames/s cannot be encoded"
            )
        }
        self.width = width
        self.height = height
        self.framesPerSecond = framesPerSecond
    }

    /// Bytes of one picture in planar 4:2:0 (I420): luma, then blue and red difference.
    package var frameBytes: Int { width * height * 3 / 2 }

    /// The most that a busy picture may take: 2,700 at 640×360 and 6,000 at 1280×720 with 24 frames/s.
    ///
    /// The eye asks for less per pixel in larger pictures, and for less per picture at higher rates.
    var mostKilobitsPerSecond: Int {
        let size = Double(width * height) / (640 * 360)
        let rate = Double(framesPerSecond) / 24
        return max(300, Int(2_700 * size.power(0.57) * rate.power(0.5)))
    }
}
