import Glibc

/// Makes a VP8 WebM file, picture by picture.
///
/// ```swift
/// let writer = try VideoFileWriter(path: path, format: format, title: "A dog runs")
/// for index in 0..<240 { try writer.append(frame(index)) }
/// try writer.finish()
/// ```
///
/// The file is written beside its place as `path.part` and gets its name in ``finish()``; a writer
/// that goes away earlier leaves nothing behind. Use it on one thread at a time.
package final class VideoFileWriter {
    private let encoder: VP8Encoder
    private let writer: WebMWriter
    private let path: String
    private var count = 0
    private var isFinished = false

    private var part: String { path + ".part" }

    /// Creates the file.
    ///
    /// - Throws: ``VideoCodecError/Code/storage`` when it cannot be written.
    package init(path: String, format: FrameFormat, title: String) throws(VideoCodecError) {
        self.path = path
        encoder = try VP8Encoder(format)
        writer = try WebMWriter(path: path + ".part", format: format, title: title)
        try encoder.prepare()
        try writer.begin()
    }

    deinit { if !isFinished { unlink(part) } }

    /// Encodes the next picture.
    ///
    /// - Parameter frame: ``FrameFormat/frameBytes`` bytes in I420, BT.601, video range. It is only read.
    package func append(_ frame: UnsafeMutableBufferPointer<UInt8>) throws(VideoCodecError) {
        for packet in try encoder.encode(frame, index: count) { try writer.write(packet) }
        count += 1
    }

    /// Completes the file and gives it its name.
    package func finish() throws(VideoCodecError) {
        for packet in try encoder.finish(at: count) { try writer.write(packet) }
        try writer.finish()
        try File.rename(part, to: path)
        isFinished = true
    }
}
