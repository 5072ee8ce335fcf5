import CAVFormat

/// Takes one picture out of a clip.
package enum ClipStill {
    /// The longer side of the picture, in pixels.
    private static let longest = 1280
    /// Seconds at most from the start to the moment that is shown: the first picture is often black.
    private static let latest = 1.0

    /// Writes a moment near the beginning of a clip as a JPEG.
    ///
    /// - Throws: ``VideoCodecError/Code/damaged`` when there is no picture.
    package static func write(of path: String, to still: String) throws(VideoCodecError) {
        let clip = try ClipFile(path, limits: ClipLimits())
        let format = try format(of: clip.facts)
        let decoder = try FrameDecoder(clip, format: format, limits: ClipLimits())
        let wanted = max(1, Int(min(latest, clip.facts.duration / 3) * Double(format.framesPerSecond)))
        let picture = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: format.frameBytes)
        defer { picture.deallocate() }
        var count = 0
        let keep: (UnsafeMutableBufferPointer<UInt8>) throws(VideoCodecError) -> Void = { frame in
            if count < wanted { _ = picture.update(from: frame) }
            count += 1
        }
        while count < wanted, try clip.read() {
            guard clip.packet.pointee.stream_index == clip.video.pointee.index else { continue }
            try decoder.take(clip.packet, keep)
        }
        if count < wanted { try decoder.take(nil, keep) }
        guard count > 0 else { throw VideoCodecError(.damaged, "The clip has no picture") }
        try StillFile.write(picture, width: format.width, height: format.height, to: still, as: .jpeg)
    }

    /// The clip's shape in even numbers, not larger than needed.
    private static func format(of facts: ClipFacts) throws(VideoCodecError) -> FrameFormat {
        let scale = min(1, Double(longest) / Double(max(facts.width, facts.height, 1)))
        let even = { (side: Int) in max(2, Int(Double(side) * scale / 2) * 2) }
        return try FrameFormat(width: even(facts.width), height: even(facts.height), framesPerSecond: 10)
    }
}
