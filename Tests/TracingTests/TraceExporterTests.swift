import Foundation
import HTTPClient
import Telemetry
import TestSupport
import Testing
import Tracing

@Suite(.timeLimit(.minutes(5)))
struct TraceExporterTests {
    private let registry = MetricsRegistry()
    private let queue = SpanQueue()

    private func exporter(to server: ScriptedServer, _ path: String = "") -> TraceExporter {
        TraceExporter(
            to: server.url(path), queue: queue, version: "1.2", client: HTTPClient(), registry: registry)
    }

    private func count(_ fate: String) -> Double {
        _ = registry.exposition(.prometheus)
        return TraceExporter.declareMetrics(on: registry)[fate].value
    }

    private func make(_ count: Int, in queue: SpanQueue) async {
        let tracer = Tracer(queue: queue)
        for number in 0..<count {
            await tracer.serve("GET /", from: nil, ["n": .whole(number)]).run {
                await Span.during("inner") {}
            }
        }
    }

    @Test(arguments: ["", "/", "/v1/traces"])
    func `spans arrive in the shape that collectors read`(path: String) async throws {
        let server = try await ScriptedServer(.init(200, body: "{}"))
        let exporter = exporter(to: server, path)
        await make(2, in: queue)
        await exporter.flush()
        let request = try await server.request()
        #expect(request.method == "POST" && request.path == "/v1/traces")
        #expect(request.headers["content-type"] == "application/json")
        try OTLPShape.check(request.body, spans: 4)
        #expect(count("exported") == 4 && queue.count == 0)
    }

    @Test func `a request inside of a span carries its trace, and another one none`() async throws {
        let server = try await ScriptedServer(.init(200))
        let caller = TraceContext(
            parents: ["00-12345678901234567890123456789012-1234567890123456-01"], states: ["a=1", "b=2"])
        let span = Tracer(queue: nil).serve("GET /", from: caller)
        let client = HTTPClient()
        _ = try await span.run { try await client.send(HTTPClient.Request(.get, server.url())) }
        let inside = try await server.request()
        #expect(inside.headers["traceparent"] == span.context.parent)
        #expect(inside.headers["tracestate"] == "a=1,b=2")
        _ = try await client.send(HTTPClient.Request(.get, server.url()))
        #expect(try await server.request().headers["traceparent"] == nil)
    }

    @Test func `many spans go in several batches`() async throws {
        let server = try await ScriptedServer(.init(200, body: "{}"))
        await make(600, in: queue)
        await exporter(to: server).flush()
        try OTLPShape.check(try await server.request().body, spans: 512)
        try OTLPShape.check(try await server.request().body, spans: 512)
        try OTLPShape.check(try await server.request().body, spans: 176)
        #expect(count("exported") == 1200)
    }

    @Test(arguments: [429, 502, 503, 504])
    func `what cannot be taken now is tried again, and lost at the third time`(status: Int) async throws {
        let server = try await ScriptedServer(answers: [.init(status), .init(200), .init(status)])
        let exporter = exporter(to: server)
        await make(1, in: queue)
        await exporter.flush()
        #expect(count("exported") == 0 && count("lost") == 0)
        await exporter.flush()
        #expect(count("exported") == 2)
        await make(1, in: queue)
        for _ in 0..<3 { await exporter.flush() }
        #expect(count("exported") == 2 && count("lost") == 2)
    }

    @Test(arguments: [400, 404, 500])
    func `what is refused is not tried again`(status: Int) async throws {
        let server = try await ScriptedServer(.init(status))
        await make(1, in: queue)
        await exporter(to: server).flush()
        #expect(count("refused") == 2 && queue.count == 0)
    }

    @Test func `no collector costs nothing but the spans`() async throws {
        let exporter = TraceExporter(
            to: "http://127.0.0.1:\(try FreePort.find())", queue: queue, version: "1", client: HTTPClient(),
            registry: registry)
        await make(1, in: queue)
        for _ in 0..<3 { await exporter.flush() }
        #expect(count("lost") == 2)
    }

    @Test func `what found no room is counted`() async throws {
        let small = SpanQueue(capacity: 1)
        let server = try await ScriptedServer(.init(200))
        let exporter = TraceExporter(
            to: server.url(), queue: small, version: "1", client: HTTPClient(), registry: registry)
        await make(3, in: small)
        await exporter.flush()
        #expect(count("dropped") == 5 && count("exported") == 1)
    }
}
