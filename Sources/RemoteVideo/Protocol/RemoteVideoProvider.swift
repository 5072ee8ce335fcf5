package import Domain
import Synchronization

/// A service behind the port of all video providers.
///
/// ```swift
/// let kling = RemoteVideoProvider(
///     book, service: Kling(), connection: connection, files: FileFinisher())
/// let handle = try await kling.submit(request, as: name, within: .seconds(900))
/// ```
package final class RemoteVideoProvider: VideoProvider {
    package var name: String { book.name }
    package let isRepeatable = false
    package let makesOtherLengths = true
    package var pollInterval: Duration { service.pollPlan.least }
    package var patience: Duration? { service.pollPlan.patience }

    /// What the service offers.
    package let book: OfferBook
    let service: any RemoteService
    let connection: ServiceConnection
    let downloads: Downloads
    private let random: any RandomSource
    /// Where the service may say that something happened; nil tells nobody.
    private let callback: String?
    /// What came out of jobs that are done, until it is fetched.
    private let results = Mutex<[String: RemoteResult]>([:])

    /// - Parameters:
    ///   - book: What the service offers, by which requests are checked before anything is sent.
    ///   - service: How it is spoken to.
    ///   - connection: The way there.
    ///   - downloads: How results are fetched.
    ///   - random: Spreads the looks of many jobs.
    ///   - callback: Where the service may say that something happened; nil tells nobody.
    package init(
        _ book: OfferBook, service: any RemoteService, connection: ServiceConnection, downloads: Downloads,
        random: any RandomSource = SystemRandomSource(), callback: String? = nil
    ) {
        (self.book, self.service, self.connection) = (book, service, connection)
        (self.downloads, self.random, self.callback) = (downloads, random, callback)
    }

    package func check(_ request: VideoRequest) throws(InputError) { _ = try book.offer(for: request) }

    package func estimate(_ request: VideoRequest) throws(InputError) -> VideoCost {
        let offer = try book.offer(for: request)
        if offer.isFree { return .free }
        return offer.estimate(for: request).map(VideoCost.about) ?? .unknown
    }

    package func submit(_ request: VideoRequest, as name: SubmissionName, within time: Duration)
        async throws(ProviderError) -> ProviderHandle
    {
        let offer: VideoOffer
        do throws(InputError) {
            offer = try book.offer(for: request)
        } catch {
            throw ProviderError(.invalidRequest, error.description)
        }
        let order = RemoteOrder(name: name, request: request, offer: offer, callback: callback)
        return wrapped(try await service.submit(order, over: connection))
    }

    package func lookUp(_ name: SubmissionName) async throws(ProviderError) -> SubmissionLookup {
        switch try await service.lookUp(name, over: connection) {
        case .found(let handle): .found(wrapped(handle))
        case .absent: .absent
        case .cannotTell: .cannotTell
        }
    }

    package func state(of handle: ProviderHandle) async throws(ProviderError) -> ProviderState {
        let remote = try opened(handle)
        switch try await service.state(of: remote, over: connection) {
        case .queued: return .queued
        case .running(let progress): return .running(progress: progress ?? 0)
        case .succeeded(let result):
            results.withLock { $0[handle.value] = result }
            return .succeeded
        case .failed(let error): return .failed(connection.scrubber.scrub(error))
        case .notFound: return .notFound
        }
    }

    package func pause(for handle: ProviderHandle, at now: Timestamp) -> Duration {
        guard let remote = RemoteHandle(handle.value) else { return pollInterval }
        let jitter = Double(random.next() >> 11) / Double(1 << 53)
        return service.pollPlan.pause(at: remote.age(at: now), jitter: jitter)
    }

    package func hintName(of handle: ProviderHandle) -> String? { RemoteHandle(handle.value)?.job }

    package func download(_ handle: ProviderHandle, to files: DownloadTarget) async throws(ProviderError) {
        let known = results.withLock { $0[handle.value] }
        let result: RemoteResult
        if let known { result = known } else { result = try await askedResult(of: handle) }
        do throws(ProviderError) {
            try await downloads.fetch(result.video, over: connection, to: files)
        } catch {
            // A link may be over; the next look renews it.
            results.withLock { $0[handle.value] = nil }
            throw connection.scrubber.scrub(error)
        }
    }

    package func report(on handle: ProviderHandle) async -> ProviderReport? {
        guard let result = results.withLock({ $0.removeValue(forKey: handle.value) }) else { return nil }
        return ProviderReport(
            actualPrompt: result.actualPrompt.map(connection.scrubber.scrub), charge: result.charge)
    }

    package func cancel(_ handle: ProviderHandle) async {
        results.withLock { $0[handle.value] = nil }
        guard let remote = try? opened(handle) else { return }
        try? await service.cancel(remote, over: connection)
    }

    /// Asks whether the service can be used.
    package func status() async -> PartStatus {
        do throws(ProviderError) {
            let words = try await service.check(over: connection)
            return PartStatus(
                name: name, state: .ready, detail: words ?? "\(book.title), with a key; it was not asked")
        } catch {
            return PartStatus(name: name, state: .degraded, detail: connection.scrubber.scrub(error).message)
        }
    }

    private func askedResult(of handle: ProviderHandle) async throws(ProviderError) -> RemoteResult {
        switch try await service.state(of: opened(handle), over: connection) {
        case .succeeded(let result): return result
        case .failed(let error): throw error
        case .notFound: throw ProviderError(.lost, "\(book.title) no longer knows the job")
        case .queued, .running: throw ProviderError(.transient, "\(book.title) has not made the video yet")
        }
    }

    private func wrapped(_ handle: RemoteHandle) -> ProviderHandle {
        ProviderHandle(provider: name, value: handle.text)
    }

    /// - Throws: `lost` for a handle of another server: what is asked there is not our job.
    private func opened(_ handle: ProviderHandle) throws(ProviderError) -> RemoteHandle {
        guard let remote = RemoteHandle(handle.value), remote.server == connection.server else {
            throw ProviderError(
                .lost, "The job was given to another server than \(connection.server); set that one again")
        }
        return remote
    }
}
