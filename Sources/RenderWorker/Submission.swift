import Domain
import Glibc

/// One video on its way through the local provider.
struct Submission: Sendable {
    enum Stage: Sendable {
        case queued
        case running(WorkerProcess, progress: Double)
        case succeeded
        case failed(ProviderError)
    }

    let order: RenderOrder
    /// Nobody waits any longer than that.
    let deadline: ContinuousClock.Instant
    var stage = Stage.queued

    var state: ProviderState {
        switch stage {
        case .queued: .queued
        case .running(_, let progress): .running(progress: progress)
        case .succeeded: .succeeded
        case .failed(let error): .failed(error)
        }
    }
}

extension RenderOrder {
    /// Removes whatever was written for it.
    func removeFiles() {
        for path in [video, thumbnail, smallThumbnail, contactSheet].compactMap(\.self) {
            unlink(path)
            unlink(path + ".part")
        }
    }
}
