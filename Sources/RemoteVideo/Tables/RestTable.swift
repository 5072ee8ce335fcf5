import Domain

/// How a service is spoken to, as data and one-line closures.
package struct RestTable: Sendable {
    /// What a service's word for a state means.
    enum Word: Sendable, Hashable {
        case queued, running, succeeded, failed, cancelled, gone
    }

    var pollPlan: PollPlan
    var errors: ErrorDialect
    /// The call that asks for a video.
    var submission: @Sendable (RestOrder) -> ServiceCall
    /// Where its answer names the job.
    var idPaths: [String]
    /// What has to be known later beside the name of the job.
    var facts: @Sendable (VideoOffer) -> [String: String] = { _ in [:] }
    /// The call that asks for the state.
    var question: @Sendable (RemoteHandle) -> ServiceCall
    var statePaths: [String]
    var words: [String: Word]
    var progressPath: String?
    /// The progress of what is done, such as 100.
    var wholeProgress = 100.0
    /// Where the state, or the result, has the link to the video.
    var videoPaths: [String] = []
    /// The call that asks for the result, where the state does not hold it.
    var resultQuestion: @Sendable (RemoteHandle) -> ServiceCall? = { _ in nil }
    /// Where the service itself serves the video.
    var contentPath: @Sendable (RemoteHandle) -> String? = { _ in nil }
    /// Where a failed job says its code, and why.
    var failureCodePaths: [String] = []
    var failureMessagePaths: [String] = []
    /// What it means that a job succeeded without a video.
    var emptiness: @Sendable (JSONValue, String) -> ProviderError = { _, title in
        ProviderError(.lost, "\(title) says that it succeeded, and shows no video")
    }
    /// What it cost, where the answer tells it.
    var charge: @Sendable (JSONValue) -> Money? = { _ in nil }
    var cancellation: @Sendable (RemoteHandle) -> ServiceCall? = { _ in nil }
    /// What is asked to see whether the key is taken; costs nothing.
    var checkPath: String?
    /// Header fields of every call.
    package var headers: [String: String] = [:]
}

/// An order with its pictures.
struct RestOrder: Sendable {
    let order: RemoteOrder
    let start: KeptPicture?
    let end: KeptPicture?

    var request: VideoRequest { order.request }
    var offer: VideoOffer { order.offer }
    var text: JSONValue { .string(order.request.text) }
    var negative: JSONValue? {
        offer.negativeCharacters == nil ? nil : order.request.negative.map(JSONValue.string)
    }
    /// Where the service may say that something happened.
    var callback: JSONValue? { order.callback.map(JSONValue.string) }
    var seconds: Int { order.request.format.durationSeconds }
    var aspect: JSONValue { .string(order.request.format.aspect) }
    var resolution: JSONValue? { offer.resolution(for: order.request.format).map { .string($0.name) } }
    /// Such as `1280x720`.
    func size(_ separator: String) -> JSONValue {
        let size = offer.size(for: order.request.format)
        return .string("\(size.width)\(separator)\(size.height)")
    }
    /// A seed that fits into 32 bits, where the model takes one.
    var seed: JSONValue? { offer.seed ? .integer(Int(order.request.seed % 4_294_967_296)) : nil }
}
