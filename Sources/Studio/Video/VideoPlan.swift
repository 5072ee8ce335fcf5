package import Domain

/// What a request for a video would do.
package struct VideoPlan: Sendable, Hashable {
    package let provider: String
    package let request: VideoRequest
    package let cost: VideoCost
}

extension VideoCost {
    /// The amount that counts against a budget; nil for what is free.
    func amount(assuming price: Money) -> Money? {
        switch self {
        case .free: nil
        case .about(let amount): amount
        case .unknown: price
        }
    }

    /// In words.
    package var sentence: String {
        switch self {
        case .free: "it costs nothing"
        case .about(let amount): "it costs about \(amount)"
        case .unknown: "it costs something; nobody has seen a price"
        }
    }
}
