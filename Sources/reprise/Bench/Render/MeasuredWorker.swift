import Domain
import FoundationEssentials

/// A warm `reprise-render` that makes one scene in one size.
final class MeasuredWorker {
    let scene: RenderScene
    let format: VideoFormat
    private(set) var figures: [RenderFigures] = []

    private let worker: Child
    private let folder: String

    /// Where the video of the last round lies.
    var video: String { folder + "/video.webm" }

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
        let line = try order(id: "round-\(figures.count + 1)")
        let (start, used) = (ContinuousClock.now, try ProcessFigures(of: worker).processorTime)
        try worker.send(line)
        try waitUntilDone()
        let wallTime = start.duration(to: .now)
        let processorTime = try ProcessFigures(of: worker).processorTime - used
        figures.append(RenderFigures(wallTime: wallTime, processorTime: processorTime))
    }

    /// The order as the service gives it, still pictures included, in a line.
    func order(id: String) throws(BenchError) -> [UInt8] {
        var order = RenderOrder(
            id: id, request: scene.request(format), video: video, thumbnail: folder + "/video.jpg",
            isSubstitute: false)
        (order.smallThumbnail, order.contactSheet) = (folder + "/video.webp", folder + "/sheet.jpg")
        guard let line = try? JSONEncoder().encode(order) else {
            throw BenchError("the order for \(scene.name) cannot be written as JSON")
        }
        return Array(line)
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
