import Domain
import Foundation
import RenderWorker
import TestSupport

/// The worker's program and requests for it.
enum Rendered {
    /// `reprise-render` in the folder of build products, where the tests' own program is.
    static let worker: String = {
        var folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        for argument in CommandLine.arguments where argument.hasSuffix(".xctest") {
            folder = URL(filePath: argument).deletingLastPathComponent()
        }
        return folder.appending(path: "reprise-render").path
    }()

    static func request(seconds: Int = 1, width: Int = 128, height: Int = 72) throws -> VideoRequest {
        let format = try VideoFormat(
            width: width, height: height, framesPerSecond: 12, durationSeconds: seconds)
        return VideoRequest(
            text: "A dog running in the snow", idea: "눈밭을 달리는 강아지", model: ModelName(rawValue: "test"),
            format: format, seed: 4)
    }

    static func job(_ seed: UInt64 = 1) -> VideoJob.ID {
        VideoJob.ID(at: Timestamp(milliseconds: 1_795_000_000_000), random: SeededRandom(seed: seed))
    }
}

extension LocalVideoProvider {
    func submit(_ request: VideoRequest, job: VideoJob.ID) async throws(ProviderError) -> ProviderHandle {
        try await submit(request, as: SubmissionName(job: job, attempt: 1), within: .seconds(300))
    }

    /// Asks for the state until nothing more will happen.
    func finalState(of handle: ProviderHandle) async throws -> ProviderState {
        while true {
            let state = try await state(of: handle)
            switch state {
            case .queued, .running: await Task.yield()
            case .succeeded, .failed, .notFound: return state
            }
        }
    }

    /// Waits until a worker has made a part of it.
    func waitUntilRunning(_ handle: ProviderHandle) async throws {
        while true {
            switch try await state(of: handle) {
            case .queued: await Task.yield()
            case .running(let progress) where progress == 0: await Task.yield()
            case .running, .succeeded, .failed, .notFound: return
            }
        }
    }
}
