/// How a failed call failed, as its caller judges it.
package enum Fault: Sendable, Hashable {
    /// Trying again does not help.
    case permanent
    /// The other side, or the way to it, failed in a way that may pass.
    case transient
    /// The other side asks for fewer calls, maybe saying when to come back.
    case throttled(retryAfter: Duration?)
}
