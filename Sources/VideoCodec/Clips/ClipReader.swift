import CAVFormat

/// Reads clips that others made: WebM and MP4 with VP8, VP9, AV1, H.264 or H.265.
package enum ClipReader {
    /// Reads what a clip's head says.
    package static func facts(
        of path: String, limits: ClipLimits = ClipLimits()
    ) throws(VideoCodecError) -> ClipFacts {
        try ClipFile(path, limits: limits).facts
    }

    /// Reads every picture, fitted to a size and rate.
    ///
    /// - Parameters:
    ///   - path: The clip.
    ///   - format: What is wanted.
    ///   - limits: The most that is read.
    ///   - body: Called with each picture: I420, BT.601, video range, good during the call.
    /// - Returns: How many pictures there were.
    /// - Throws: ``VideoCodecError/Code/damaged`` when the clip breaks off or cannot be decoded,
    ///   ``VideoCodecError/Code/unsupported`` when it is none that is read.
    @discardableResult
    package static func read(
        _ path: String, as format: FrameFormat, limits: ClipLimits = ClipLimits(),
        _ body: (UnsafeMutableBufferPointer<UInt8>) throws(VideoCodecError) -> Void
    ) throws(VideoCodecError) -> Int {
        let clip = try ClipFile(path, limits: limits)
        let decoder = try FrameDecoder(clip, format: format, limits: limits)
        while try clip.read() {
            guard clip.packet.pointee.stream_index == clip.video.pointee.index else { continue }
            try decoder.take(clip.packet, body)
        }
        try decoder.take(nil, body)
        try clip.checkIsWhole(end: decoder.end)
        return decoder.count
    }
}

extension ClipFile {
    /// - Throws: ``VideoCodecError/Code/damaged`` when much less came than the head had said.
    func checkIsWhole(end: Double) throws(VideoCodecError) {
        guard end > 0 else { throw VideoCodecError(.damaged, "The clip has no picture") }
        guard end > facts.duration - 0.5 else {
            throw VideoCodecError(
                .damaged,
                "The clip breaks off: it says \(facts.duration.text) s, and \(end.text) s are there")
        }
    }
}

extension Double {
    /// With two decimals.
    fileprivate var text: String { "\((self * 100).rounded() / 100)" }
}
