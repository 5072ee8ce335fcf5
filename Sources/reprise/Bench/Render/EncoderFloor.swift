import Domain

/// ffmpeg's test picture through the same encoder library: what encoding alone takes, nothing drawn.
///
/// The test picture is cheap but not free, and differs from ours, so it is a floor to compare with and
/// no rival.
final class EncoderFloor {
    let format: VideoFormat
    private(set) var figures: [RenderFigures] = []

    private let ffmpeg: String
    private let folder: String
    private let children: Children

    init(_ ffmpeg: String, format: VideoFormat, folder: String, among children: Children) {
        (self.ffmpeg, self.format, self.folder, self.children) = (ffmpeg, format, folder, children)
    }

    /// Encodes as many frames of that size once more.
    func round() throws(BenchError) {
        let start = ContinuousClock.now
        let child = try Child(ffmpeg, words, folder: folder, among: children)
        let ending = try child.finish(within: .seconds(300))
        figures.append(
            RenderFigures(wallTime: start.duration(to: .now), processorTime: ending.processorTime))
    }

    private var words: [String] {
        let source =
            "testsrc2=size=\(format.width)x\(format.height):rate=\(format.framesPerSecond)"
            + ":duration=\(format.durationSeconds)"
        return [
            "-nostdin", "-v", "error", "-filter_threads", "1", "-f", "lavfi", "-i", source, "-pix_fmt",
            "yuv420p",
            "-c:v", "libvpx", "-deadline", "realtime", "-cpu-used", "8", "-threads", "1", "-b:v", "1M", "-y",
            folder + "/floor.webm",
        ]
    }
}
