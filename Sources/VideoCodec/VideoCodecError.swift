/// The one error of this room.
package struct VideoCodecError: Error, Sendable, Hashable {
    /// What went wrong, in terms of what to do about it.
    package enum Code: String, Sendable, Hashable, CaseIterable {
        /// The size, rate, picture or clip is none that can be encoded or read.
        case unsupported
        /// A clip is not whole, or not what it says it is.
        case damaged
        /// The file cannot be written: the disk is full, or the folder is missing or closed to us.
        case storage
        /// The library failed.
        case internalFailure
    }

    package let code: Code
    /// Safe to show.
    package let message: String
    /// For logs only.
    package let detail: String?

    package init(_ code: Code, _ message: String, detail: String? = nil) {
        self.code = code
        self.message = message
        self.detail = detail
    }
}
