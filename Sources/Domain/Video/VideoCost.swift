/// What a video is expected to cost.
package enum VideoCost: Sendable, Hashable {
    case free
    case about(Money)
    /// It costs something, and nobody has seen a price.
    case unknown
}
