import Synchronization

/// A part of the work that a trace shows, with its begin and its end.
///
/// ```swift
/// let draft = try await Span.during("writer.write", ["idea.language": "ko"]) { try await write(idea) }
/// ```
///
/// Inside ``during(_:kind:_:_:)`` the span is ``current``; log lines carry its trace, and calls to other
/// services its context. Outside of a trace, ``during(_:kind:_:_:)`` only does the work.
package final class Span: Sendable {
    /// Which side of a call it is (OTLP `SpanKind`).
    package enum Kind: Int, Sendable, Hashable {
        case inside = 1
        case server = 2
        case client = 3
    }

    package enum Value: Sendable, Hashable {
        case text(String)
        case whole(Int)
        case part(Double)
        case flag(Bool)
    }

    package typealias Attributes = KeyValuePairs<String, Value>

    /// The span that the current task works in.
    @TaskLocal package static var current: Span?

    /// What it tells those that it calls.
    package let context: TraceContext

    private struct State {
        var attributes: [(name: String, value: Value)]
        var failure: String?
        var isOver = false
    }

    private let name: String
    private let kind: Kind
    private let parent: SpanID?
    private let start: Int64
    private let begin = ContinuousClock.now
    private let tracer: Tracer
    private let state: Mutex<State>

    init(
        _ name: String, kind: Kind, context: TraceContext, parent: SpanID?, attributes: Attributes,
        tracer: Tracer
    ) {
        (self.name, self.kind, self.context, self.parent) = (name, kind, context, parent)
        self.tracer = tracer
        start = tracer.now()
        state = Mutex(State(attributes: attributes.map { (name: $0.key, value: $0.value) }))
    }

    /// The trace, if somebody can look it up.
    package var exemplar: String? { context.isSampled ? context.traceID.description : nil }

    /// Does `body` as a part of the current span, if there is one.
    ///
    /// An error that `body` throws is noted and thrown on.
    package static func during<Result, Failure: Error>(
        _ name: StaticString, kind: Kind = .inside, _ attributes: @autoclosure () -> Attributes = [:],
        _ body: () async throws(Failure) -> Result
    ) async throws(Failure) -> Result {
        guard let current, current.context.isSampled else { return try await body() }
        let span = current.child(name.description, kind: kind, attributes())
        return try await span.run(body)
    }

    /// Does `body` inside this span, and ends it.
    package func run<Result, Failure: Error>(
        _ body: () async throws(Failure) -> Result
    ) async throws(Failure) -> Result {
        let result = await Self.$current.withValue(self) {
            do throws(Failure) {
                return Swift.Result<Result, Failure>.success(try await body())
            } catch {
                return .failure(error)
            }
        }
        if case .failure(let error) = result { fail("\(error)") }
        end()
        return try result.get()
    }

    /// Begins a span below this one.
    func child(_ name: String, kind: Kind, _ attributes: Attributes) -> Span {
        tracer.span(name, kind: kind, below: context, attributes)
    }

    /// Notes something about the work.
    package func note(_ name: String, _ value: Value) {
        guard context.isSampled else { return }
        state.withLock { $0.attributes.append((name: name, value: value)) }
    }

    /// Notes that the work failed, and why.
    package func fail(_ reason: String) { state.withLock { $0.failure = reason } }

    /// The work is done; what comes later is not noted any more.
    package func end() {
        let last = state.withLock { state -> State? in
            guard !state.isOver else { return nil }
            state.isOver = true
            return state
        }
        guard let last, context.isSampled else { return }
        let elapsed = (ContinuousClock.now - begin) / .nanoseconds(1)
        tracer.queue?.add(
            FinishedSpan(
                context: context, parent: parent, name: name, kind: kind, start: start,
                end: start + Int64(elapsed), attributes: last.attributes, failure: last.failure))
    }
}

/// A span that is over, as it is exported.
package struct FinishedSpan: Sendable {
    package let context: TraceContext
    let parent: SpanID?
    package let name: String
    let kind: Span.Kind
    /// Nanoseconds since 1970.
    let start: Int64
    let end: Int64
    let attributes: [(name: String, value: Span.Value)]
    let failure: String?
}

extension Span.Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
    package init(stringLiteral value: String) { self = .text(value) }
    package init(integerLiteral value: Int) { self = .whole(value) }
    package init(booleanLiteral value: Bool) { self = .flag(value) }
}
