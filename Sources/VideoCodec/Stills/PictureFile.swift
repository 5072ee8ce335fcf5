import CAVFormat

/// Reads pictures that others made (JPEG, PNG, WebP) and writes them anew, so that nothing but the picture is
/// left: no EXIF, no place, no comment, no second file behind the first.
package enum PictureFile {
    /// The most pixels that are read.
    private static let mostPixels = 50_000_000
    /// The longer side of what is written, in pixels.
    private static let longest = 2048

    /// Writes a picture as a JPEG, turned as its maker meant it to be seen.
    ///
    /// - Parameters:
    ///   - bytes: The file of the picture.
    ///   - path: Where the JPEG goes.
    /// - Throws: ``VideoCodecError/Code/unsupported`` for anything but JPEG, PNG and WebP and for what is too
    ///   large, ``VideoCodecError/Code/damaged`` when it cannot be read.
    package static func rewrite(_ bytes: [UInt8], to path: String) throws(VideoCodecError) {
        let decoder = try PictureDecoder(bytes, mostPixels: mostPixels)
        let frame = try decoder.decode(bytes)
        let (width, height) = (Int(frame.pointee.width), Int(frame.pointee.height))
        guard width * height <= mostPixels, width >= 16, height >= 16 else {
            throw VideoCodecError(
                .unsupported,
                "A picture of \(width)×\(height) is not read; it may have 16 pixels a side and "
                    + "\(mostPixels / 1_000_000) million in all")
        }
        let scale = min(1, Double(longest) / Double(max(width, height)))
        let even = { (side: Int) in max(2, Int(Double(side) * scale / 2) * 2) }
        let format = try FrameFormat(width: even(width), height: even(height), framesPerSecond: 1)
        let canvas = FrameCanvas(format)
        try canvas.take(frame, isVP8: false)
        var picture = PlanarPicture(
            samples: Array(canvas.samples), width: format.width, height: format.height)
        picture.turn(by: decoder.orientation)
        let (wide, high) = (picture.width, picture.height)
        try picture.samples.withUnsafeMutableBufferPointer { (samples) throws(VideoCodecError) in
            try StillFile.write(samples, width: wide, height: high, to: path, as: .jpeg)
        }
    }
}
