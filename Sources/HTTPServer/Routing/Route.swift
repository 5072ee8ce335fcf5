/// Answers a request.
///
/// It starts on the server's loop: it may await, but must not block or compute for long there. Its task
/// is cancelled when the client goes away and when its deadline passes.
package typealias HTTPHandler = @Sendable (HTTPRequest) async -> HTTPResponse

/// One method on one pattern.
package struct Route: Sendable {
    package let method: HTTPMethod
    /// Such as `/v1/prompts/{id}`: a segment in braces matches any one segment that is not empty.
    package let pattern: String
    /// The longest body, in bytes, if it is not the server's limit.
    package let maximumBodyBytes: Int?
    package let handler: HTTPHandler
}
