import Domain
import Foundation
import Synchronization

/// A provider that does what a test's script says, submission by submission.
final class ScriptedProvider: VideoProvider {
    enum Step: Sendable {
        case succeed
        case refuse(ProviderError.Code)
        case fail(ProviderError.Code)
        /// Runs until it is cancelled.
        case hang
    }

    let name: String
    let isRepeatable: Bool
    let pollInterval = Duration.seconds(1)
    private let script: Mutex<[Step]>
    private let accepted = Mutex<[String: Step]>([:])
    private let counts = Mutex((submissions: 0, cancellations: 0))

    init(_ script: [Step], name: String = "scripted", isRepeatable: Bool = true) {
        self.name = name
        self.isRepeatable = isRepeatable
        self.script = Mutex(script)
    }

    var submissions: Int { counts.withLock { $0.submissions } }
    var cancellations: Int { counts.withLock { $0.cancellations } }

    func submit(_ request: VideoRequest, job: VideoJob.ID) async throws(ProviderError) -> ProviderHandle {
        counts.withLock { $0.submissions += 1 }
        let step = script.withLock { $0.isEmpty ? .succeed : $0.removeFirst() }
        if case .refuse(let code) = step { throw ProviderError(code, "refused as scripted") }
        let handle = ProviderHandle(provider: name, value: "\(submissions)")
        accepted.withLock { $0[handle.value] = step }
        return handle
    }

    func state(of handle: ProviderHandle) async throws(ProviderError) -> ProviderState {
        switch accepted.withLock({ $0[handle.value] }) {
        case nil, .refuse: .notFound
        case .succeed: .succeeded
        case .fail(let code): .failed(ProviderError(code, "failed as scripted"))
        case .hang: .running(progress: 0.5)
        }
    }

    func download(_ handle: ProviderHandle, to files: DownloadTarget) async throws(ProviderError) {
        do {
            try Data([0x1A, 0x45, 0xDF, 0xA3, 1]).write(to: URL(filePath: files.video))
            try Data([0xFF, 0xD8]).write(to: URL(filePath: files.thumbnail))
        } catch {
            throw ProviderError(.storage, "not written", detail: "\(error)")
        }
    }

    func cancel(_ handle: ProviderHandle) async {
        counts.withLock { $0.cancellations += 1 }
        accepted.withLock { $0[handle.value] = nil }
    }
}
