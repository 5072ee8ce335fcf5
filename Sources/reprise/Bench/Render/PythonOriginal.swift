import Domain
import Foundation

/// The Python original's like of a scene: OpenCV draws BGR frames and its `VideoWriter` encodes them as VP80.
final class PythonOriginal {
    private(set) var figures: [RenderFigures] = []

    private let shell: ShellChild
    private let command: String
    private let format: VideoFormat

    private var video: String { shell.folder + "/original.webm" }

    /// - Throws: ``BenchError`` that says what is missing and what brings it.
    init(_ scene: String, format: VideoFormat, settings: Settings, _ shell: ShellChild) throws(BenchError) {
        let root = URL(filePath: Resources(settings).folder).deletingLastPathComponent()
        let python = root.appending(path: "data/packages/bench-peers/bin/python").path
        guard FileManager.default.isExecutableFile(atPath: python) else {
            throw .missing("OpenCV for Python", remedy: root.appending(path: "scripts/bench-peers").path)
        }
        let script = root.appending(path: "Benchmarks/opencv_original.py").path
        (self.shell, self.format) = (shell, format)
        command =
            "exec \(python) \(script) \(scene) \(format.width) \(format.height) \(format.framesPerSecond)"
            + " \(format.durationSeconds) \(shell.folder)/original.webm"
    }

    /// Makes the video once more.
    func round() throws(BenchError) { figures.append(try shell.run(command)) }

    /// How many bytes its file has, and how good it is against its own frames, in dB.
    func result() throws(BenchError) -> (bytes: Int, quality: Double) {
        let frames = shell.folder + "/original.yuv"
        defer { unlink(frames) }
        _ = try shell.run(command + " " + frames)
        return (video.fileBytes, try shell.quality(of: video, frames: frames, format))
    }
}

extension String {
    /// The size of the file at this path; 0 when there is none.
    var fileBytes: Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: self)
        return (attributes?[.size] as? NSNumber)?.intValue ?? 0
    }
}
