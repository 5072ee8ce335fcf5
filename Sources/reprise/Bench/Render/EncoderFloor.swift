import Domain
import Foundation

/// ffmpeg's libvpx on the frames that our worker draws, with our settings: what encoding alone takes.
final class EncoderFloor {
    private(set) var figures: [RenderFigures] = []
    /// What drawing alone takes our worker: to draw and throw the frames away.
    private(set) var drawing: [RenderFigures] = []

    private let shell: ShellChild
    private let format: VideoFormat
    private let files: (order: String, frames: String, video: String)

    /// Draws the frames once, into a file.
    init(_ worker: MeasuredWorker, _ shell: ShellChild) throws(BenchError) {
        (self.shell, format) = (shell, worker.format)
        files = (
            shell.folder + "/order.json", shell.folder + "/frames.yuv", shell.folder + "/floor.webm"
        )
        let line = try worker.order(id: "frames")
        guard FileManager.default.createFile(atPath: files.order, contents: Data(line + [10])) else {
            throw BenchError("\(files.order) cannot be written")
        }
        _ = try draw(into: files.frames)
    }

    deinit { for path in [files.frames, files.video] { unlink(path) } }

    /// Draws and encodes once more.
    func round() throws(BenchError) {
        drawing.append(try draw(into: "/dev/null"))
        figures.append(
            try shell.run(
                "exec ffmpeg -nostdin -v error -f rawvideo -pix_fmt yuv420p"
                    + " -s \(format.width)x\(format.height) -r \(format.framesPerSecond) -i \(files.frames)"
                    + " -c:v libvpx -deadline realtime -cpu-used -16 -static-thresh 100 -threads 1"
                    + " -lag-in-frames 0 -crf 18 -b:v \(mostKilobits)k -qmin 2 -qmax 56"
                    + " -g \(format.framesPerSecond * 4) -y \(files.video)"))
    }

    /// The quality of our worker's video, measured against the frames.
    func quality(of video: String) throws(BenchError) -> Double {
        try shell.quality(of: video, frames: files.frames, format)
    }

    /// The limit of our own encoder at 24 frames/s (`FrameFormat` of the room VideoCodec).
    private var mostKilobits: Int {
        Int(2700 * pow(Double(format.width * format.height) / (640 * 360), 0.57))
    }

    private func draw(into path: String) throws(BenchError) -> RenderFigures {
        try shell.run("exec \(Resources.workerProgram) --frames < \(files.order) > \(path)")
    }
}
