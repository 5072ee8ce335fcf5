import BlockingExecutor
package import Domain
import FoundationEssentials
import Glibc
import Synchronization

/// The built-in renderer, as worker processes of this machine.
///
/// ```swift
/// let provider = try LocalVideoProvider(LocalVideoSettings(workerPath: worker, temporaryFolder: folder))
/// let handle = try await provider.submit(request, as: name, within: .seconds(60))
/// ```
///
/// It costs nothing and makes the same again. What it knows of a submission is in memory: after a
/// restart every handle is unknown, and what was half done is removed.
package final class LocalVideoProvider: VideoProvider {
    package let name: String
    package let isRepeatable = true
    package let pollInterval = Duration.milliseconds(200)

    private let settings: LocalVideoSettings
    private let crew: WorkerCrew
    // A worker ends with the thread that started it; these live as long as the provider.
    private let renderers: BlockingPool
    private let movers = BlockingPool(name: "video-files", threads: 1)
    private let state = Mutex(State())

    private struct State {
        var submissions: [String: Submission] = [:]
        var count = 0
    }

    /// Makes the folder ready; a worker is started with the first submission.
    ///
    /// The name is `local`, or `substitute` for a provider that marks its videos as substitutes.
    ///
    /// - Throws: ``ProviderError/Code/storage`` when the folder cannot be made.
    package init(_ settings: LocalVideoSettings) throws(ProviderError) {
        self.settings = settings
        name = settings.marksSubstitute ? "substitute" : "local"
        crew = WorkerCrew(program: settings.workerPath, logs: settings.temporaryFolder + "/\(name)-worker")
        renderers = BlockingPool(name: "render", threads: max(1, settings.workerCount))
        try Self.prepare(settings.temporaryFolder, removing: name + "-")
    }

    package func submit(
        _ request: VideoRequest, as name: SubmissionName, within time: Duration
    ) async throws(ProviderError) -> ProviderHandle {
        guard access(settings.workerPath, X_OK) == 0 else {
            throw ProviderError(
                .storage, "The media worker is missing: build the product reprise-render",
                detail: settings.workerPath)
        }
        let id = state.withLock { state in
            state.count += 1
            let id = "\(name)-\(state.count)"
            state.submissions[id] = Submission(order: order(request, id: id), deadline: .now + time)
            return id
        }
        Task.detached { await self.renderers.run { self.render(id) } }
        return ProviderHandle(provider: self.name, value: id)
    }

    package func state(of handle: ProviderHandle) async throws(ProviderError) -> ProviderState {
        state.withLock { $0.submissions[handle.value]?.state } ?? .notFound
    }

    package func download(
        _ handle: ProviderHandle, to files: DownloadTarget
    ) async throws(ProviderError) {
        let submission = state.withLock { $0.submissions[handle.value] }
        guard let submission, case .succeeded = submission.stage else {
            throw ProviderError(.lost, "The video is not there to be fetched")
        }
        try await movers.run { () throws(ProviderError) in
            try Self.move(submission.order.video, to: files.video)
            try Self.move(submission.order.thumbnail, to: files.thumbnail)
            if let small = submission.order.smallThumbnail { try Self.move(small, to: files.smallThumbnail) }
            if let sheet = submission.order.contactSheet { try Self.move(sheet, to: files.contactSheet) }
        }
        state.withLock { $0.submissions[handle.value] = nil }
    }

    package func cancel(_ handle: ProviderHandle) async {
        let cancelled = state.withLock { state in
            let submission = state.submissions.removeValue(forKey: handle.value)
            // Under the lock, so that the worker is not yet at the next order.
            if case .running(let worker, _) = submission?.stage { worker.kill() }
            return submission
        }
        await movers.run { cancelled?.order.removeFiles() }
    }

    private func order(_ request: VideoRequest, id: String) -> RenderOrder {
        let path = "\(settings.temporaryFolder)/\(name)-\(id)"
        var order = RenderOrder(
            id: id, request: request, video: path + ".webm", thumbnail: path + ".jpg",
            isSubstitute: settings.marksSubstitute)
        (order.smallThumbnail, order.contactSheet) = (path + ".webp", path + "-sheet.jpg")
        return order
    }
}

extension LocalVideoProvider {
    /// Makes one video from start to end, on a thread of the pool.
    private func render(_ id: String) {
        guard let submission = state.withLock({ $0.submissions[id] }) else { return }
        do throws(ProviderError) {
            guard ContinuousClock.now < submission.deadline else { throw .deadline }
            // A warm worker may have died in its sleep, which says nothing of the order.
            let isHeard = try attempt(id, submission, crew.take())
            if !isHeard, try !attempt(id, submission, crew.start()) {
                throw ProviderError.workerEnded(log: "")
            }
        } catch {
            state.withLock { $0.submissions[id]?.stage = .failed(error) }
        }
    }

    /// Gives a worker the order and settles the submission; false when the worker never answered.
    private func attempt(_ id: String, _ submission: Submission, _ worker: WorkerProcess) -> Bool {
        let order = submission.order
        let isWanted = state.withLock { state in
            state.submissions[id]?.stage = .running(worker, progress: 0)
            return state.submissions[id] != nil
        }
        guard isWanted else {
            crew.giveBack(worker)
            return true
        }
        let deadline = min(.now + settings.deadline, submission.deadline)
        let outcome = worker.carryOut(order, id: order.id, until: deadline) { progress in
            state.withLock { $0.submissions[id]?.stage = .running(worker, progress: progress) }
        }
        switch outcome {
        case .done: settle(id, order, .succeeded)
        case .refused(let error): settle(id, order, .failed(error))
        case .broken(let error):
            worker.end()
            settle(id, order, .failed(error))
            return true
        case .unheard:
            worker.end()
            return false
        }
        crew.giveBack(worker)
        return true
    }

    private func settle(_ id: String, _ order: RenderOrder, _ stage: Submission.Stage) {
        let isKept = state.withLock { state in
            state.submissions[id]?.stage = stage
            return state.submissions[id] != nil
        }
        if case .succeeded = stage, isKept { return }
        order.removeFiles()
    }

    private static func prepare(_ folder: String, removing prefix: String) throws(ProviderError) {
        do {
            let files = FileManager.default
            try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
            for left in try files.contentsOfDirectory(atPath: folder) where left.hasPrefix(prefix) {
                unlink(folder + "/" + left)
            }
        } catch {
            throw ProviderError(
                .storage, "The folder for unfinished videos cannot be made", detail: "\(error)")
        }
    }

    private static func move(_ path: String, to target: String) throws(ProviderError) {
        do {
            try FileManager.default.moveItem(atPath: path, toPath: target)
        } catch {
            throw ProviderError(.storage, "The video cannot be put into its folder", detail: "\(error)")
        }
    }
}
