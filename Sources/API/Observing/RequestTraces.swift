import HTTPServer
import Synchronization
import Telemetry

/// Which trace a request belongs to, from its beginning until it is counted.
final class RequestTraces: Sendable {
    private let traces = Mutex<[String: TraceContext]>([:])

    /// Begins the span of a request that brought a trace or whose trace is collected; nil for all others, so
    /// that they cost nothing.
    func begin(_ request: HTTPRequest, route: String, by tracer: Tracer) -> Span? {
        let parents = request.headers.values("traceparent")
        guard tracer.queue != nil || !parents.isEmpty else { return nil }
        let caller = TraceContext(parents: parents, states: request.headers.values("tracestate"))
        let span = tracer.serve(
            "\(request.method.rawValue) \(route)", from: caller,
            [
                "http.request.method": .text(request.method.rawValue), "http.route": .text(route),
                "request.id": .text(request.id),
            ])
        traces.withLock { $0[request.id] = span.context }
        return span
    }

    /// Returns the trace of a request that is over, and forgets it.
    func end(_ requestID: String) -> TraceContext? {
        traces.withLock { $0.isEmpty ? nil : $0.removeValue(forKey: requestID) }
    }
}
