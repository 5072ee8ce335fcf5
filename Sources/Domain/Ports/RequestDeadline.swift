/// When the request that is being worked on has to be answered; whoever waits for something on its behalf
/// waits no longer.
package enum RequestDeadline {
    /// nil outside of a request.
    @TaskLocal package static var current: ContinuousClock.Instant?

    /// How long is left, never negative; nil outside of a request.
    package static var remaining: Duration? {
        current.map { max(.zero, ContinuousClock.now.duration(to: $0)) }
    }

    /// Begins nothing that nobody waits for any more.
    ///
    /// - Throws: ``StoreError`` with the code `unavailable` when the time is over.
    package static func check() throws(StoreError) {
        guard let remaining, remaining == .zero else { return }
        throw StoreError(.unavailable, "The time for this request is over")
    }
}
