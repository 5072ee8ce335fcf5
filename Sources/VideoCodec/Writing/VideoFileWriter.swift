import Glibc

/// Makes a VP8 WebM file out of segments.
///
/// ```swift
/// let writer = try VideoFileWriter(path: path, format: format, title: "A dog runs")
/// let encoder = try SegmentEncoder(format)
/// for index in 0..<240 { try encoder.append(frame(index)) }
/// try writer.append(encoder.finish())
/// try writer.finish()
/// ```
///
/// The file is written beside its place as `path.part` and gets its name in ``finish()``; a writer
/// that goes away earlier leaves nothing behind. Use it on one thread at a time.
package final class VideoFileWriter {
    private let writer: WebMWriter
    private let path: String
    private let frameTime: Rational
    private var count = 0
    private var isFinished = false

    private var part: String { path + ".part" }

    /// Creates the file.
    ///
    /// - Throws: ``VideoCodecError/Code/storage`` when it cannot be written.
    package init(path: String, format: FrameFormat, title: String) throws(VideoCodecError) {
        self.path = path
        frameTime = Rational(1, format.framesPerSecond)
        writer = try WebMWriter(path: path + ".part", title: title)
        try writer.addVideo(format)
        try writer.begin()
    }

    deinit { if !isFinished { unlink(part) } }

    /// Writes the next segment.
    package func append(_ segment: EncodedSegment) throws(VideoCodecError) {
        for packet in segment.packets { try writer.write(packet, at: count + packet.index, frameTime) }
        count += segment.frameCount
    }

    /// Completes the file and gives it its name.
    package func finish() throws(VideoCodecError) {
        try writer.finish()
        try File.rename(part, to: path)
        isFinished = true
    }
}
