import Glibc

/// Begins traces, and goes on with those of others.
package final class Tracer: Sendable {
    /// Where spans go that are over; nil when nobody collects them.
    package let queue: SpanQueue?
    private let ratio: Double
    let now: @Sendable () -> Int64

    /// - Parameters:
    ///   - queue: Where spans go that are over; without one, traces of others are still handed on.
    ///   - ratio: The share of own traces that is kept, from 0 to 1; those of others are kept when they are.
    ///   - now: Nanoseconds since 1970; the machine's clock unless a test says otherwise.
    package init(queue: SpanQueue?, ratio: Double = 1, now: @escaping @Sendable () -> Int64 = Tracer.clock) {
        self.queue = queue
        self.ratio = ratio
        self.now = now
    }

    /// Begins what a request asks for.
    ///
    /// - Parameters:
    ///   - name: Few names, such as the route; what differs is an attribute.
    ///   - caller: The trace that the request brought; nil begins a new one.
    ///   - attributes: What is known of it.
    package func serve(
        _ name: String, from caller: TraceContext?, _ attributes: Span.Attributes = [:]
    ) -> Span {
        caller.map { span(name, kind: .server, below: $0, attributes) }
            ?? begin(name, kind: .server, attributes)
    }

    /// Begins work that nobody asked for just now, such as a job of a queue.
    package func begin(
        _ name: String, kind: Span.Kind = .inside, _ attributes: Span.Attributes = [:]
    ) -> Span {
        var random = SystemRandomNumberGenerator()
        let isKept = queue != nil && Double.random(in: 0..<1, using: &random) < ratio
        let context = TraceContext(
            traceID: TraceID(using: &random), spanID: SpanID(using: &random), isSampled: isKept, state: "")
        return Span(
            name, kind: kind, context: context, parent: nil, attributes: attributes, tracer: self)
    }

    func span(
        _ name: String, kind: Span.Kind, below parent: TraceContext, _ attributes: Span.Attributes
    ) -> Span {
        var random = SystemRandomNumberGenerator()
        let context = TraceContext(
            traceID: parent.traceID, spanID: SpanID(using: &random), isSampled: parent.isSampled,
            state: parent.state)
        return Span(
            name, kind: kind, context: context, parent: parent.spanID, attributes: attributes, tracer: self)
    }

    /// Nanoseconds since 1970 by the machine's clock.
    @Sendable package static func clock() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
