/// Why somebody is not let in.
package enum AccessRefusal: Error, Sendable, Hashable {
    /// They showed nothing, and something is asked for.
    case nothingShown
    /// What they showed is no key or session of this service.
    case unknown
    /// Their key was right, and its time is over.
    case expired
    /// Their key was right, and was taken back.
    case revoked
    /// Somebody tried wrong secrets for this key too often.
    case tooManyTries(retryAfter: Duration)
}
