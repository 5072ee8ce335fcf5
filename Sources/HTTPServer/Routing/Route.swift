/// Answers a request.
///
/// It starts on the server's loop and comes back to it: it may await, but must neither block nor compute
/// for long there. The task prefers the loop as its executor (SE-0417), so `@concurrent` functions and
/// actors without an executor of their own run on the loop as well. What takes more than a millisecond goes
/// to an actor with its own executor, or into
///
/// ```swift
/// await withTaskExecutorPreference(globalConcurrentExecutor) { … }
/// ```
///
/// Its task is cancelled when the client goes away and when its deadline passes.
package typealias HTTPHandler = @Sendable (HTTPRequest) async -> HTTPResponse

/// One method on one pattern.
package struct Route: Sendable {
    package let method: HTTPMethod
    /// Such as `/v1/prompts/{id}`: a segment in braces matches any one segment that is not empty.
    package let pattern: String
    /// The longest body, in bytes, if it is not the server's limit.
    package let maximumBodyBytes: Int?
    /// Whether the handler begins at the head and reads the body as it comes.
    package let streamsBody: Bool
    /// Whether `Allow` names it.
    package let isListed: Bool
    package let handler: HTTPHandler
}
