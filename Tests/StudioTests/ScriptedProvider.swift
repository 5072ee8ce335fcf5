import Domain
import Foundation
import Synchronization
import TestSupport

/// A provider that does what a test's script says, submission by submission.
final class ScriptedProvider: VideoProvider {
    enum Step: Sendable {
        case succeed
        case refuse(ProviderError.Code, after: Duration? = nil)
        case fail(ProviderError.Code)
        /// Runs until it is cancelled.
        case hang
        /// Is not done before this many looks.
        case takes(looks: Int)
        /// Is accepted, but the answer is lost.
        case loseAnswer
        /// The download fails this many times.
        case failDownload(times: Int)
        /// A file that is no video.
        case sendRubbish
    }

    struct Counts: Sendable {
        var submissions = 0
        var cancellations = 0
        var lookUps = 0
        var looks = 0
    }

    let name: String
    let isRepeatable: Bool
    let pollInterval = Duration.seconds(1)
    private let canLookUp: Bool
    private let script: Mutex<[Step]>
    private let accepted = Mutex<[String: Step]>([:])
    private let names = Mutex<[SubmissionName: ProviderHandle]>([:])
    private let state = Mutex(Counts())
    /// Looks that fail, whatever they look at.
    let blindLooks = Mutex(0)

    init(
        _ script: [Step], name: String = "scripted", isRepeatable: Bool = true, canLookUp: Bool = false
    ) {
        self.name = name
        self.isRepeatable = isRepeatable
        self.canLookUp = canLookUp
        self.script = Mutex(script)
    }

    var counts: Counts { state.withLock { $0 } }
    var submissions: Int { counts.submissions }
    var cancellations: Int { counts.cancellations }

    /// What comes next.
    func go(on steps: [Step]) { script.withLock { $0 = steps } }

    /// Has everything that hangs done.
    func finish() { accepted.withLock { $0 = $0.mapValues { _ in .succeed } } }

    func submit(_ request: VideoRequest, as name: SubmissionName, within time: Duration)
        async throws(ProviderError) -> ProviderHandle
    {
        state.withLock { $0.submissions += 1 }
        let step = script.withLock { $0.isEmpty ? .succeed : $0.removeFirst() }
        if case .refuse(let code, let wait) = step {
            throw ProviderError(code, "refused as scripted", retryAfter: wait)
        }
        let handle = ProviderHandle(provider: self.name, value: "\(submissions)")
        accepted.withLock { $0[handle.value] = step }
        names.withLock { $0[name] = handle }
        if case .loseAnswer = step { throw ProviderError(.outcomeUnknown, "lost as scripted") }
        return handle
    }

    func lookUp(_ name: SubmissionName) async throws(ProviderError) -> SubmissionLookup {
        state.withLock { $0.lookUps += 1 }
        guard canLookUp else { return .cannotTell }
        return names.withLock { $0[name] }.map { .found($0) } ?? .absent
    }

    func state(of handle: ProviderHandle) async throws(ProviderError) -> ProviderState {
        state.withLock { $0.looks += 1 }
        let isBlind = blindLooks.withLock { blind in
            defer { blind = max(0, blind - 1) }
            return blind > 0
        }
        if isBlind { throw ProviderError(.transient, "blind as scripted") }
        return accepted.withLock { accepted in
            switch accepted[handle.value] {
            case nil, .refuse: return .notFound
            case .succeed, .loseAnswer, .failDownload, .sendRubbish: return .succeeded
            case .fail(let code): return .failed(ProviderError(code, "failed as scripted"))
            case .hang: return .running(progress: 0.5)
            case .takes(let looks):
                accepted[handle.value] = looks > 1 ? .takes(looks: looks - 1) : .succeed
                return .running(progress: 0.5)
            }
        }
    }

    func download(_ handle: ProviderHandle, to files: DownloadTarget) async throws(ProviderError) {
        let step = accepted.withLock { $0[handle.value] }
        if case .failDownload(let times) = step, times > 0 {
            accepted.withLock { $0[handle.value] = .failDownload(times: times - 1) }
            throw ProviderError(.downloadFailed, "failed as scripted")
        }
        var video = SampleVideo.webm(seconds: 10)
        if case .sendRubbish = step { video = Array("<html>".utf8) }
        do {
            try Data(video).write(to: URL(filePath: files.video))
            try Data(SampleVideo.thumbnail).write(to: URL(filePath: files.thumbnail))
        } catch {
            throw ProviderError(.storage, "not written", detail: "\(error)")
        }
    }

    func cancel(_ handle: ProviderHandle) async {
        state.withLock { $0.cancellations += 1 }
        accepted.withLock { $0[handle.value] = nil }
    }
}
