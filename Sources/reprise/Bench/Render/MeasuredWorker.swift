import Domain
import FoundationEssentials

/// A warm `reprise-render` that makes one scene in one size.
final class MeasuredWorker {
    let scene: RenderScene
    let format: VideoFormat
    private(set) var figures: [RenderFigures] = []

    private let worker: Child
    private let folder: String

    init(
        _ scene: RenderScene, format: VideoFormat, folder: String, among children: Children
    ) throws(BenchError) {
        (self.scene, self.format, self.folder) = (scene, format, folder)
        worker = try Child(Resources.workerProgram, [], folder: folder, among: children)
    }

    /// The most memory that it ever took, in MiB.
    var peakMebibytes: Double {
        get throws(BenchError) { Double(try ProcessFigures(of: worker).peakBytes) / 1_048_576 }
    }

    /// Makes the video once more.
    func round() throws(BenchError) {
        let order = RenderOrder(
            id: "round-\(figures.count + 1)", request: scene.request(format), video: folder + "/video.webm",
            thumbnail: folder + "/video.jpg", isSubstitute: false)
        guard let line = try? JSONEncoder().encode(order) else {
            throw BenchError("the order for \(scene.name) cannot be written as JSON")
        }
        let (start, used) = (ContinuousClock.now, try ProcessFigures(of: worker).processorTime)
        try worker.send(line)
        try waitUntilDone()
        let wallTime = start.duration(to: .now)
        let processorTime = try ProcessFigures(of: worker).processorTime - used
        figures.append(RenderFigures(wallTime: wallTime, processorTime: processorTime))
    }

    private func waitUntilDone() throws(BenchError) {
        while let line = try worker.line(within: .seconds(300)) {
            let report = try? JSONDecoder().decode(RenderReport.self, from: Data(line.utf8))
            switch report?.event {
            case .progress: continue
            case .done: return
            case .failed, nil: throw worker.failure(report?.failure?.message ?? "reports '\(line)'")
            }
        }
        throw worker.failure("ended before the video was done")
    }
}
