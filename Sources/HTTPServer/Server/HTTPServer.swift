import Synchronization

/// An HTTP/1.1 server on one event loop of its own.
///
/// ```swift
/// let server = HTTPServer(configuration: configuration, router: router)
/// let address = try await server.start()
/// await server.stop(within: .seconds(10))
/// ```
package final class HTTPServer: Sendable {
    private enum State {
        case new
        case started(EventLoop, Listener)
        case stopping(EventLoop)
    }

    private let configuration: HTTPConfiguration
    private let router: Router
    private let observer: (any HTTPObserver)?
    private let problem: @Sendable (HTTPFault) -> HTTPResponse
    private let state = Mutex(State.new)

    /// Creates a server that does not listen yet.
    ///
    /// - Parameters:
    ///   - configuration: Where to listen, limits and time-outs.
    ///   - router: All routes.
    ///   - observer: Told of every request that is over.
    ///   - problem: Makes the answer to a request that the server itself refuses; called on the loop.
    package init(
        configuration: HTTPConfiguration, router: Router, observer: (any HTTPObserver)? = nil,
        problem: @escaping @Sendable (HTTPFault) -> HTTPResponse = { $0.plainResponse }
    ) {
        self.configuration = configuration
        self.router = router
        self.observer = observer
        self.problem = problem
    }

    /// Starts to listen and returns the address, with the port that was taken.
    ///
    /// A started server runs until ``stop(within:)``, also when nobody holds it any more.
    ///
    /// - Throws: ``HTTPServerError`` when the address cannot be had, or at a second call.
    package func start() async throws(HTTPServerError) -> HTTPAddress {
        let loop = try EventLoop(name: "http")
        let listener = Listener(
            loop: loop, configuration: configuration, router: router, observer: observer, problem: problem)
        let isFirst = state.withLock { state in
            guard case .new = state else { return false }
            state = .started(loop, listener)
            return true
        }
        guard isFirst else {
            await Task(executorPreference: loop) { loop.finish() }.value
            throw HTTPServerError(.alreadyStarted, "This server was started before; make a new one.")
        }
        let result = await Task(executorPreference: loop) { listener.open() }.value
        if case .failure = result {
            state.withLock { $0 = .stopping(loop) }
            await loop.ended()
        }
        return try result.get()
    }

    /// Stops: no new connection, requests in flight are answered, event streams end.
    ///
    /// Returns when the loop has ended. What is not done by then is cancelled and closed. Further calls
    /// wait for the first; a server that was never started has nothing to stop.
    ///
    /// - Parameter time: How long requests in flight may take.
    package func stop(within time: Duration) async {
        let (loop, listener): (EventLoop?, Listener?) = state.withLock { state in
            switch state {
            case .new: return (nil, nil)
            case .stopping(let loop): return (loop, nil)
            case .started(let loop, let listener):
                state = .stopping(loop)
                return (loop, listener)
            }
        }
        guard let loop else { return }
        if let listener {
            await Task(executorPreference: loop) { listener.stop(within: time.milliseconds) }.value
        }
        await loop.ended()
    }
}
