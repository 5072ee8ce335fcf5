import Telemetry
import Testing

/// The rules of W3C Trace Context, level 2, in the order of its chapters.
@Suite struct TraceContextTests {
    private static let trace = "12345678901234567890123456789012"
    private static let span = "1234567890123456"
    private static let parent = "00-\(trace)-\(span)-01"

    private func read(_ parents: [String], _ states: [String] = []) -> TraceContext? {
        TraceContext(parents: parents, states: states)
    }

    private static let wellFormed: [(String, Bool)] = [
        (parent, true), ("00-\(trace)-\(span)-00", false), ("00-\(trace)-\(span)-02", false),
        ("00-\(trace)-\(span)-03", true), ("00-\(trace)-\(span)-ff", true), (" \t\(parent)\t ", true),
        ("cc-\(trace)-\(span)-01", true), ("cc-\(trace)-\(span)-01-what-the-future-will-be-like", true),
        ("cc-\(trace)-\(span)-01-", true), ("fe-\(trace)-\(span)-01", true),
    ]

    @Test(arguments: wellFormed)
    func `goes on with a trace that is well formed`(header: String, isSampled: Bool) throws {
        let context = try #require(read([header]))
        #expect(context.traceID.description == Self.trace)
        #expect(context.spanID.description == Self.span)
        #expect(context.isSampled == isSampled)
    }

    private static let malformed: [[String]] = [
        // None, and more than one.
        [], [parent, parent], [parent, "00-\(trace)-\(span)-00"], [""],
        // Version.
        ["ff-\(trace)-\(span)-01"], [".0-\(trace)-\(span)-01"], ["0.-\(trace)-\(span)-01"],
        ["000-\(trace)-\(span)-01"], ["0-\(trace)-\(span)-01"], ["0x-\(trace)-\(span)-01"],
        ["00-\(trace)-\(span)-01-what-the-future-will-be-like"], ["00-\(trace)-\(span)-01-"],
        ["cc-\(trace)-\(span)-01.what-the-future-will-not-be-like"], ["FE-\(trace)-\(span)-01"],
        // Trace.
        ["00-00000000000000000000000000000000-\(span)-01"],
        ["00-.2345678901234567890123456789012-\(span)-01"],
        ["00-1234567890123456789012345678901.-\(span)-01"], ["00-1234567890123456789012345678901-\(span)-01"],
        ["00-123456789012345678901234567890123-\(span)-01"],
        ["00-1234567890ABCDEF7890123456789012-\(span)-01"],
        // Span.
        ["00-\(trace)-0000000000000000-01"], ["00-\(trace)-.234567890123456-01"],
        ["00-\(trace)-123456789012345.-01"], ["00-\(trace)-123456789012345-01"],
        ["00-\(trace)-12345678901234567-01"], ["00-\(trace)-123456789012345A-01"],
        // Flags.
        ["00-\(trace)-\(span)-.0"], ["00-\(trace)-\(span)-0."], ["00-\(trace)-\(span)-1"],
        ["00-\(trace)-\(span)-001"], ["00-\(trace)-\(span)-0A"],
        // Dashes and blanks.
        ["00_\(trace)_\(span)_01"], ["00 -\(trace)-\(span)-01"], ["00-\(trace) -\(span)-01"], ["눈"],
    ]

    @Test(arguments: malformed)
    func `begins a new trace rather than refusing anybody`(headers: [String]) {
        #expect(read(headers, ["foo=1"]) == nil)
    }

    private static let long = String(repeating: "z", count: 256)
    private static let tenant = String(repeating: "t", count: 241) + "@" + String(repeating: "v", count: 14)

    private static let states: [([String], String)] = [
        ([], ""), ([""], ""), (["foo=1"], "foo=1"), (["foo=1,bar=2"], "foo=1,bar=2"),
        (["foo=1", "bar=2"], "foo=1,bar=2"), (["foo=1", "", "bar=2"], "foo=1,bar=2"),
        (["foo=1 \t , \t bar=2, \t baz=3"], "foo=1,bar=2,baz=3"), (["foo=1,", " , bar=2"], "foo=1,bar=2"),
        (["foo@vendor=1"], "foo@vendor=1"), (["0foo@v=1"], "0foo@v=1"), (["a_-*/z0=1"], "a_-*/z0=1"),
        (["\(long)=1"], "\(long)=1"), (["\(tenant)=1"], "\(tenant)=1"),
        (["foo=\(long)"], "foo=\(long)"), (["foo=a b:!~"], "foo=a b:!~"),
        (
            [(0..<32).map { "k\($0)=1" }.joined(separator: ",")],
            (0..<32).map { "k\($0)=1" }.joined(separator: ",")
        ),
    ]

    @Test(arguments: states)
    func `hands on what other vendors wrote`(headers: [String], state: String) throws {
        #expect(try #require(read([Self.parent], headers)).state == state)
    }

    private static let brokenStates: [[String]] = [
        ["foo =1"], ["FOO=1"], ["foo.bar=1"], ["foo@=1,bar=2"], ["@foo=1"], ["foo@@bar=1"], ["foo@bar@baz=1"],
        ["0foo=1"], ["foo@0bar=1"], ["\(long)z=1"], ["t\(tenant)=1"], ["\(tenant)v=1"], ["foo=1,foo=1"],
        ["foo=1", "foo=2"], ["foo=bar=baz"], ["foo=,bar=3"], ["foo=\(long)z"], ["foo"], ["=1"],
        ["foo=\u{7F}"],
        ["foo=눈"], [(0..<33).map { "k\($0)=1" }.joined(separator: ",")],
    ]

    @Test(arguments: brokenStates)
    func `leaves out what breaks a rule, and goes on with the trace`(headers: [String]) throws {
        let context = try #require(read([Self.parent], headers))
        #expect(context.state == "" && context.traceID.description == Self.trace)
    }

    @Test func `a call carries the same trace, a span of its own, the flag and the state`() async throws {
        let caller = try #require(read([Self.parent], ["foo=1"]))
        let span = Tracer(queue: nil).serve("GET /", from: caller)
        #expect(span.context.parent.hasPrefix("00-\(Self.trace)-") && span.context.parent.hasSuffix("-01"))
        #expect(span.context.spanID.description != Self.span && span.context.state == "foo=1")
        let again = try #require(read([span.context.parent], [span.context.state]))
        #expect(again == span.context)
    }

    @Test func `new traces differ, and none is zero`() {
        let tracer = Tracer(queue: SpanQueue(), ratio: 0.5)
        let contexts = (0..<400).map { _ in tracer.begin("x").context }
        #expect(Set(contexts.map(\.traceID)).count == 400 && Set(contexts.map(\.spanID)).count == 400)
        #expect(contexts.allSatisfy { read([$0.parent]) == $0 })
        let kept = contexts.count(where: \.isSampled)
        #expect((100...300).contains(kept))
    }
}
