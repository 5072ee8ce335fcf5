import Domain

/// What making one scene in one size took us, the Python original and ffmpeg.
struct MeasuredScene {
    /// A video as a file.
    struct Video {
        let summary: RenderSummary
        let kibibytes: Double
        /// In dB.
        let quality: Double
    }

    let name: String
    let ours: Video
    let original: Video?
    let peakMebibytes: Double
    /// Processor seconds of our encoder: all that the worker took but drawing.
    let encoding: Double
    /// Those of ffmpeg on the same frames.
    let floor: RenderSummary

    init(
        _ worker: MeasuredWorker, _ floor: EncoderFloor, _ original: PythonOriginal?
    ) throws(BenchError) {
        let format = worker.format
        name = "\(format.width)×\(format.height) \(worker.scene.name)"
        let summary = RenderSummary(worker.figures, frames: format.frameCount)
        ours = Video(
            summary: summary, kibibytes: Double(worker.video.fileBytes) / 1024,
            quality: try floor.quality(of: worker.video))
        peakMebibytes = try worker.peakMebibytes
        self.floor = RenderSummary(floor.figures, frames: format.frameCount)
        let drawing = RenderSummary(floor.drawing, frames: format.frameCount)
        encoding = summary.processorTime - drawing.processorTime
        if let original {
            let result = try original.result()
            self.original = Video(
                summary: RenderSummary(original.figures, frames: format.frameCount),
                kibibytes: Double(result.bytes) / 1024, quality: result.quality)
        } else {
            self.original = nil
        }
    }
}

extension TextTable {
    /// Adds a row for each who made it.
    mutating func add(_ scene: MeasuredScene) {
        add(
            scene.name, scene.ours, encoding: scene.encoding.text(decimals: 2),
            peak: scene.peakMebibytes.text())
        if let original = scene.original { add("  Python original", original, encoding: "", peak: "") }
        add(
            "  ffmpeg libvpx, same frames", scene.floor.wallTime.text(decimals: 2),
            scene.floor.framesPerSecond.text(), "", scene.floor.processorTime.text(decimals: 2), "", "", "")
    }

    private mutating func add(_ name: String, _ video: MeasuredScene.Video, encoding: String, peak: String) {
        add(
            name, video.summary.wallTime.text(decimals: 2), video.summary.framesPerSecond.text(),
            video.summary.processorTime.text(decimals: 2), encoding, video.kibibytes.text(),
            video.quality.text(decimals: 1), peak)
    }

    /// Adds how a scene compares; nothing for one that the original cannot draw.
    mutating func addRatios(_ scene: MeasuredScene) {
        let encoding = (scene.encoding / scene.floor.processorTime).text(decimals: 2)
        guard let original = scene.original else { return add(scene.name, "", "", "", "", encoding) }
        let (ours, theirs) = (scene.ours, original)
        add(
            scene.name, (theirs.summary.wallTime / ours.summary.wallTime).text(decimals: 1),
            (theirs.summary.processorTime / ours.summary.processorTime).text(decimals: 1),
            (theirs.kibibytes / ours.kibibytes).text(decimals: 1),
            (ours.quality - theirs.quality).text(decimals: 1), encoding)
    }
}
