package import Domain
import FoundationEssentials
import Glibc
import Synchronization

/// A provider with the faults of a plan around one that works: for tests and demonstrations.
///
/// The same seed has the same submissions fail in the same way.
package final class FaultyVideoProvider: VideoProvider {
    package let name: String
    package let pollInterval = Duration.milliseconds(50)
    package var isRepeatable: Bool { !plan.isPaid }

    private let plan: FaultPlan
    private let inner: any VideoProvider
    private let ledger: SubmissionLedger?
    private let state = Mutex(State())

    private struct State {
        /// What the working provider calls a submission, by our name.
        var inner: [String: ProviderHandle] = [:]
        var calls: [String: Int] = [:]
    }

    /// - Parameters:
    ///   - inner: Who does the work.
    ///   - plan: What goes wrong.
    ///   - ledger: A folder where a paid provider remembers what it accepted, whatever happens to us.
    /// - Throws: ``ProviderError/Code/storage`` when the folder cannot be made.
    package init(_ inner: any VideoProvider, plan: FaultPlan, ledger: String) throws(ProviderError) {
        self.inner = inner
        self.plan = plan
        name = inner.name
        self.ledger = plan.isPaid ? try SubmissionLedger(folder: ledger) : nil
    }

    package func submit(_ request: VideoRequest, as name: SubmissionName, within time: Duration)
        async throws(ProviderError) -> ProviderHandle
    {
        try await wait(name.description, "submit")
        let isUnknown = hits(plan.errors[.outcomeUnknown], name.description, "outcomeUnknown")
        if !isUnknown { try refuse(name) }
        // The answer is lost on its way there, or on its way back.
        if isUnknown, plan.roll(name.description, "half") < 0.5 {
            throw ProviderError(.outcomeUnknown, "The answer to the submission was lost")
        }
        try ledger?.accept(name, request)
        let handle = ProviderHandle(provider: self.name, value: name.description)
        if ledger == nil { try await start(handle, request, as: name, within: time) }
        if isUnknown { throw ProviderError(.outcomeUnknown, "The answer to the submission was lost") }
        return handle
    }

    private func refuse(_ name: SubmissionName) throws(ProviderError) {
        for code in ProviderError.Code.allCases where hits(plan.errors[code], name.description, code.rawValue)
        {
            guard ![.lost, .downloadFailed].contains(code) else { continue }
            throw ProviderError(
                code, "The plan of faults says \(code.rawValue)",
                retryAfter: code == .throttled ? plan.retryAfter : nil)
        }
    }

    private func start(
        _ handle: ProviderHandle, _ request: VideoRequest, as name: SubmissionName, within time: Duration
    ) async throws(ProviderError) {
        let inner = try await self.inner.submit(request, as: name, within: time)
        state.withLock { $0.inner[handle.value] = inner }
    }

    package func state(of handle: ProviderHandle) async throws(ProviderError) -> ProviderState {
        let call = "\(count(handle.value, "state"))"
        try await wait(handle.value, call)
        if hits(plan.faults[.unreadable], handle.value, "unreadable", call) {
            throw ProviderError(.transient, "The state cannot be read now")
        }
        if hits(plan.errors[.lost], handle.value, "lost") { return .notFound }
        if hits(plan.faults[.stall], handle.value, "stall") { return .running(progress: 0.3) }
        if hits(plan.faults[.broken], handle.value, "broken") {
            return .failed(ProviderError(.transient, "The work broke down"))
        }
        guard let inner = try await innerHandle(of: handle) else { return .notFound }
        return try await self.inner.state(of: inner)
    }

    /// A paid provider goes on with what it accepted, even if we were gone meanwhile.
    private func innerHandle(of handle: ProviderHandle) async throws(ProviderError) -> ProviderHandle? {
        if let known = state.withLock({ $0.inner[handle.value] }) { return known }
        guard let ledger, let (name, request) = try ledger.accepted(handle.value) else { return nil }
        try await start(handle, request, as: name, within: .seconds(3600))
        return state.withLock { $0.inner[handle.value] }
    }

    package func lookUp(_ name: SubmissionName) async throws(ProviderError) -> SubmissionLookup {
        guard let ledger else { return .cannotTell }
        guard try ledger.accepted(name.description) != nil else { return .absent }
        return .found(ProviderHandle(provider: self.name, value: name.description))
    }

    package func download(_ handle: ProviderHandle, to files: DownloadTarget) async throws(ProviderError) {
        let call = "\(count(handle.value, "download"))"
        try await wait(handle.value, call)
        if hits(plan.errors[.downloadFailed], handle.value, "download", call) {
            throw ProviderError(.downloadFailed, "The link to the video is over")
        }
        guard let inner = try await innerHandle(of: handle) else {
            throw ProviderError(.lost, "The video is gone")
        }
        try await self.inner.download(inner, to: files)
        if hits(plan.faults[.truncated], handle.value, "truncated") {
            var status = stat()
            guard stat(files.video, &status) == 0, truncate(files.video, status.st_size / 2) == 0 else {
                throw ProviderError(.storage, "The file cannot be cut off")
            }
            // It is gone from there, so the next attempt needs another submission.
            state.withLock { $0.inner[handle.value] = nil }
        }
    }

    package func cancel(_ handle: ProviderHandle) async {
        let inner = state.withLock { $0.inner.removeValue(forKey: handle.value) }
        if let inner { await self.inner.cancel(inner) }
    }

    private func wait(_ words: String...) async throws(ProviderError) {
        guard plan.latency.upperBound > 0 else { return }
        let share = plan.roll(words.joined(separator: "/"), "latency")
        let span = Double(plan.latency.upperBound - plan.latency.lowerBound)
        do {
            try await Task.sleep(for: .milliseconds(plan.latency.lowerBound + Int(share * span)))
        } catch {
            throw ProviderError(.cancelled, "The call was stopped")
        }
    }

    private func hits(_ share: Double?, _ words: String...) -> Bool {
        guard let share, share > 0 else { return false }
        return plan.roll(words.joined(separator: "/")) < share
    }

    /// How often this was asked in this process.
    private func count(_ words: String...) -> Int {
        state.withLock { state in
            state.calls[words.joined(separator: "/"), default: 0] += 1
            return state.calls[words.joined(separator: "/"), default: 0]
        }
    }
}
