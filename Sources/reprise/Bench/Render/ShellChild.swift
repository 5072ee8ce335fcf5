import Domain
import Foundation

/// Runs programs that a benchmark measures beside, with files as their input and output.
struct ShellChild {
    let folder: String
    let children: Children

    /// Runs a line of shell and says what it took.
    func run(_ line: String) throws(BenchError) -> RenderFigures {
        let start = ContinuousClock.now
        let child = try Child("/bin/sh", ["-c", line], folder: folder, among: children)
        let ending = try child.finish(within: .seconds(300))
        return RenderFigures(
            wallTime: start.duration(to: .now), processorTime: ending.processorTime)
    }

    /// Compares a video with the raw frames it was made of.
    ///
    /// - Returns: The peak signal-to-noise ratio over all frames and planes, in dB; more is better.
    func quality(of video: String, frames: String, _ format: VideoFormat) throws(BenchError) -> Double {
        // Frames are paired by their number: times in WebM are rounded to milliseconds.
        let rate = format.framesPerSecond
        let line =
            "ffmpeg -nostdin -i \(video) -f rawvideo -pix_fmt yuv420p -s \(format.width)x\(format.height)"
            + " -r \(rate) -i \(frames) -lavfi '[0:v]settb=1/\(rate),setpts=N[a];[1:v]settb=1/\(rate),"
            + "setpts=N[b];[a][b]psnr' -f null - 2>&1 | grep -o 'average:[0-9.]*'"
        let child = try Child("/bin/sh", ["-c", line], folder: folder, among: children)
        let text = try child.line(within: .seconds(300)) ?? ""
        _ = try child.finish(within: .seconds(60))
        guard let ratio = Double(text.dropFirst("average:".count)) else {
            throw BenchError("ffmpeg does not say how good \(video) is")
        }
        return ratio
    }
}
