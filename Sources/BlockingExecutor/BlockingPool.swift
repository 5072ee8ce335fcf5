/// A few threads for calls that block, such as encoders and `getaddrinfo`.
///
/// ```swift
/// let page = try await pool.run { () throws(StoreError) in
///     try client.find(filter)
/// }
/// ```
///
/// The threads end after the last reference to the pool goes away and the calls that wait are done.
package final class BlockingPool: Sendable {
    private let queue = BlockingQueue<@Sendable () -> Void>()

    /// Creates the pool and starts its threads.
    ///
    /// - Parameters:
    ///   - name: What the threads are called in `top -H` and in backtraces.
    ///   - threads: How many calls may block at the same time, at least 1. Further calls wait in order.
    package init(name: String, threads: Int) {
        precondition(threads > 0, "A pool needs a thread")
        for index in 0..<threads {
            NamedThread.start("\(name)-\(index)") { [queue] in
                while let body = queue.takeFirst() { body() }
            }
        }
    }

    deinit { queue.close() }

    /// Runs `body` on one of the pool's threads.
    ///
    /// Cancelling the task does not stop a body that has started. Give the C library a deadline of its
    /// own.
    ///
    /// - Parameter body: The blocking call.
    /// - Returns: What `body` returns.
    /// - Throws: What `body` throws.
    package func run<Value: Sendable, Failure: Error>(
        _ body: @escaping @Sendable () throws(Failure) -> Value
    ) async throws(Failure) -> Value {
        let result = await withCheckedContinuation { continuation in
            queue.append { continuation.resume(returning: Result(catching: body)) }
        }
        return try result.get()
    }
}
