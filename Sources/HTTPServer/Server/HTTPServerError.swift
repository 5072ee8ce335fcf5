/// Why a server could not start.
package struct HTTPServerError: Error, Sendable, Hashable {
    /// What went wrong, in terms an operator can act on.
    package enum Code: String, Sendable, Hashable, CaseIterable {
        case portTaken
        case notPermitted
        case addressNotAvailable
        case invalidAddress
        /// The certificate or the key of TLS cannot be read, or they do not belong together.
        case certificateUnusable
        /// `start()` was called a second time; make a new server.
        case alreadyStarted
        case systemFailure
    }

    package let code: Code
    /// One sentence that says what to do.
    package let message: String

    init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }
}

extension HTTPServerError: CustomStringConvertible {
    package var description: String { message }
}
