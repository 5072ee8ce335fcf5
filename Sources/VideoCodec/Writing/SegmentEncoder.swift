/// A run of compressed pictures that begins with a key frame and needs nothing before it.
package struct EncodedSegment: Sendable {
    let packets: [VideoPacket]
    /// How many pictures it shows.
    package let frameCount: Int
}

/// Compresses one segment of a video.
///
/// Segments know nothing of each other, so that several threads can make one video: one encoder each, and
/// equal bytes however many they are. Use an encoder on one thread at a time.
package final class SegmentEncoder {
    private let encoder: VP8Encoder
    private var packets: [VideoPacket] = []
    private var count = 0

    package init(_ format: FrameFormat) throws(VideoCodecError) {
        encoder = try VP8Encoder(format)
        try encoder.prepare()
    }

    /// Compresses the next picture.
    ///
    /// - Parameter frame: ``FrameFormat/frameBytes`` bytes in I420, BT.601, video range. It is only read.
    package func append(_ frame: UnsafeMutableBufferPointer<UInt8>) throws(VideoCodecError) {
        packets += try encoder.encode(frame, index: count)
        count += 1
    }

    /// Returns all of it; the encoder is done.
    package func finish() throws(VideoCodecError) -> EncodedSegment {
        packets += try encoder.finish(at: count)
        return EncodedSegment(packets: packets, frameCount: count)
    }
}
