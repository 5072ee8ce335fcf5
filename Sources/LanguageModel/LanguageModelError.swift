import Domain

/// Why the language model wrote nothing that can be used.
struct LanguageModelError: Error, Sendable, Hashable {
    /// The reason, as metrics tell it apart.
    enum Code: String, Sendable, Hashable, CaseIterable {
        /// No connection, or one that ended early.
        case unreachable
        case timedOut = "timed_out"
        case throttled
        /// 401 or 403.
        case keyRefused = "key_refused"
        /// Another status of 4xx, or a redirect.
        case requestRefused = "request_refused"
        /// 5xx.
        case serverFailed = "server_failed"
        /// The answer is longer than any good one.
        case tooLong = "too_long"
        /// The model declined to write about the idea.
        case declined
        /// The model stopped before its answer was whole.
        case cut
        /// The answer is not what was asked for, also after the repair.
        case malformed
        /// The answer says something else than the idea, also after the repair.
        case drifted
        /// Too many calls failed lately, so none was made.
        case circuitOpen = "circuit_open"
    }

    let code: Code
    /// What went wrong and where, as the end of a sentence; it holds nothing that the server sent.
    let message: String
    /// When the server asked to come back.
    var retryAfter: Duration?

    init(_ code: Code, _ message: String, retryAfter: Duration? = nil) {
        self.code = code
        self.message = message
        self.retryAfter = retryAfter
    }

    /// Whether it says that the other side is in trouble.
    var isServersFault: Bool {
        switch code {
        case .unreachable, .timedOut, .keyRefused, .serverFailed, .tooLong: true
        case .throttled, .requestRefused, .declined, .cut, .malformed, .drifted, .circuitOpen: false
        }
    }
}
