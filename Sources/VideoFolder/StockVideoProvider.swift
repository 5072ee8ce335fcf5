import BlockingExecutor
package import Domain
import FoundationEssentials

/// Hands out one and the same animation: the substitute for when nothing can be made at all.
package final class StockVideoProvider: VideoProvider {
    package let name = "stock"
    package let isRepeatable = true
    package let makesOtherLengths = true
    package let pollInterval = Duration.milliseconds(10)

    private let video: String
    private let thumbnail: String
    private let pool = BlockingPool(name: "stock-video", threads: 1)

    /// - Parameters:
    ///   - video: Path of the WebM file.
    ///   - thumbnail: Path of its JPEG.
    package init(video: String, thumbnail: String) {
        self.video = video
        self.thumbnail = thumbnail
    }

    package func submit(_ request: VideoRequest, as name: SubmissionName, within time: Duration)
        async throws(ProviderError) -> ProviderHandle
    {
        ProviderHandle(provider: self.name, value: name.description)
    }

    package func state(of handle: ProviderHandle) async throws(ProviderError) -> ProviderState { .succeeded }

    package func download(_ handle: ProviderHandle, to files: DownloadTarget) async throws(ProviderError) {
        try await pool.run { [video, thumbnail] () throws(ProviderError) in
            do {
                try FileManager.default.copyItem(atPath: video, toPath: files.video)
                try FileManager.default.copyItem(atPath: thumbnail, toPath: files.thumbnail)
            } catch {
                throw ProviderError(.storage, "The stock animation cannot be copied", detail: "\(error)")
            }
        }
    }

    package func cancel(_ handle: ProviderHandle) async {}
}
