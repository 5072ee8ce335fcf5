extension VideoJob {
    /// Who is told when a job ends, and how far that is.
    package struct Webhook: Sendable, Hashable, Codable {
        package enum State: String, Sendable, Hashable, Codable, CaseIterable {
            /// The job has not ended.
            case waiting
            /// It has to be told.
            case due
            case delivered
            /// Every attempt failed, or the receiver wants no more.
            case failed
        }

        package let url: String
        package var state = State.waiting
        /// Attempts at telling of the present end.
        package var attempts = 0
        package var nextAttemptAt: Timestamp?
        /// Why the last attempt failed; safe to show.
        package var failure: String?

        package init(url: String) { self.url = url }

        /// Has the end of the job told, from the first attempt on.
        mutating func jobEnded(at now: Timestamp) {
            (state, attempts, nextAttemptAt, failure) = (.due, 0, now, nil)
        }
    }
}
