package import Domain

/// A service that makes videos, in its own words: how a request becomes calls, and what the answers mean.
///
/// The order of calls is ``submit(_:over:)``, then ``state(of:over:)`` until it is final; what all services
/// have in common (keys, errors of the network, downloads, secrets) is done by ``RemoteVideoProvider`` and
/// ``ServiceConnection``.
package protocol RemoteService: Sendable {
    /// How often one asks.
    var pollPlan: PollPlan { get }

    /// Asks for a video.
    ///
    /// - Throws: ``ProviderError``; any code but `outcomeUnknown` says that it was certainly not accepted.
    func submit(_ order: RemoteOrder, over connection: ServiceConnection) async throws(ProviderError)
        -> RemoteHandle

    /// Finds a submission by the name that it got here.
    func lookUp(_ name: SubmissionName, over connection: ServiceConnection) async throws(ProviderError)
        -> RemoteLookup

    func state(of handle: RemoteHandle, over connection: ServiceConnection) async throws(ProviderError)
        -> RemoteState

    /// Ends the work, as far as the service can do that.
    func cancel(_ handle: RemoteHandle, over connection: ServiceConnection) async throws(ProviderError)

    /// Asks whether the service can be used, without paying for anything.
    ///
    /// - Returns: What it says of itself; nil when there is no such call.
    func check(over connection: ServiceConnection) async throws(ProviderError) -> String?
}

extension RemoteService {
    package func lookUp(_ name: SubmissionName, over connection: ServiceConnection)
        async throws(ProviderError) -> RemoteLookup
    {
        .cannotTell
    }

    package func cancel(_ handle: RemoteHandle, over connection: ServiceConnection)
        async throws(ProviderError)
    {}

    package func check(over connection: ServiceConnection) async throws(ProviderError) -> String? { nil }
}

/// What a service is asked for, checked against what it offers.
package struct RemoteOrder: Sendable, Hashable {
    /// What the submission is called here.
    package let name: SubmissionName
    package let request: VideoRequest
    package let offer: VideoOffer
    /// Where the service may tell that something happened; nil tells nobody.
    package var callback: String?

    package init(name: SubmissionName, request: VideoRequest, offer: VideoOffer, callback: String? = nil) {
        (self.name, self.request, self.offer, self.callback) = (name, request, offer, callback)
    }
}

/// How a submission is doing, in the words of all services.
package enum RemoteState: Sendable, Hashable {
    case queued
    /// 0...1; nil when the service does not say.
    case running(progress: Double?)
    case succeeded(RemoteResult)
    case failed(ProviderError)
    /// The service does not know the handle, or no longer.
    case notFound
}

/// What came out of a submission.
package struct RemoteResult: Sendable, Hashable {
    /// Where the video is.
    package enum Source: Sendable, Hashable {
        /// An absolute URL, or one relative to the server of the service.
        case url(String)
        /// The video itself.
        case bytes([UInt8])
    }

    package let video: Source
    /// What the service made of the prompt; nil when it says nothing.
    package var actualPrompt: String?
    /// What it cost; nil when the answer does not tell.
    package var charge: Money?

    package init(_ video: Source, actualPrompt: String? = nil, charge: Money? = nil) {
        (self.video, self.actualPrompt, self.charge) = (video, actualPrompt, charge)
    }
}

/// What a service knows of a submission by its name.
package enum RemoteLookup: Sendable, Hashable {
    case found(RemoteHandle)
    /// It was certainly not accepted.
    case absent
    case cannotTell
}
