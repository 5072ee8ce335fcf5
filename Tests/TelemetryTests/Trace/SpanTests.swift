import Foundation
import Telemetry
import Testing

@Suite struct SpanTests {
    private struct Failed: Error, CustomStringConvertible { let description = "it \"broke\"" }

    private let queue = SpanQueue()

    private func exported() throws -> [[String: Any]] {
        let body = SpanBatch(queue.take(atMost: 100), version: "1").json
        let request = try #require(try JSONSerialization.jsonObject(with: Data(body)) as? [String: Any])
        let resource = try #require((request["resourceSpans"] as? [[String: Any]])?.first)
        let scope = try #require((resource["scopeSpans"] as? [[String: Any]])?.first)
        return try #require(scope["spans"] as? [[String: Any]])
    }

    @Test func `work inside work is a span below a span, with times in order`() async throws {
        let tracer = Tracer(queue: queue)
        let root = tracer.serve("POST /v1/prompts", from: nil, ["http.request.method": "POST"])
        await root.run {
            await Span.during("writer.write", ["idea.language": "ko", "words": 3, "cached": false]) {
                Span.current?.note("share", .part(0.5))
            }
        }
        let spans = try exported()
        #expect(spans.map { $0["name"] as? String } == ["writer.write", "POST /v1/prompts"])
        let (inner, outer) = (spans[0], spans[1])
        #expect(inner["traceId"] as? String == outer["traceId"] as? String)
        #expect(inner["parentSpanId"] as? String == outer["spanId"] as? String)
        #expect(outer["parentSpanId"] == nil && outer["kind"] as? Int == 2 && inner["kind"] as? Int == 1)
        #expect((inner["traceId"] as? String)?.count == 32 && (inner["spanId"] as? String)?.count == 16)
        for span in spans {
            let start = try #require((span["startTimeUnixNano"] as? String).flatMap(UInt64.init))
            let end = try #require((span["endTimeUnixNano"] as? String).flatMap(UInt64.init))
            #expect(start <= end && start > 1_600_000_000_000_000_000)
        }
        let attributes = try #require(inner["attributes"] as? [[String: Any]])
        let values = attributes.reduce(into: [String: [String: Any]]()) {
            $0[$1["key"] as? String ?? ""] = $1["value"] as? [String: Any]
        }
        #expect(values["idea.language"]?["stringValue"] as? String == "ko")
        #expect(values["words"]?["intValue"] as? String == "3")
        #expect(values["cached"]?["boolValue"] as? Bool == false)
        #expect(values["share"]?["doubleValue"] as? Double == 0.5)
    }

    @Test func `an error is noted and thrown on`() async throws {
        let root = Tracer(queue: queue).begin("job")
        await #expect(throws: Failed.self) { try await root.run { throw Failed() } }
        let status = try #require(try exported().first?["status"] as? [String: Any])
        #expect(status["code"] as? Int == 2 && status["message"] as? String == "it \"broke\"")
    }

    @Test func `what is not kept is not exported, and outside of a trace the work is done all the same`()
        async throws
    {
        #expect(await Span.during("alone") { 7 } == 7)
        let root = Tracer(queue: queue, ratio: 0).begin("job")
        let inner = await root.run { await Span.during("inner") { Span.current?.context } }
        #expect(inner == root.context)
        #expect(queue.count == 0)
    }

    @Test func `a full queue drops and counts`() async {
        let queue = SpanQueue(capacity: 3)
        let tracer = Tracer(queue: queue)
        for _ in 0..<5 { await tracer.begin("x").run {} }
        #expect(queue.count == 3 && queue.dropped == 2)
        #expect(queue.take(atMost: 2).count == 2 && queue.count == 1)
    }

    @Test func `log lines carry the trace`() async throws {
        let sink = MemoryLogSink()
        let log = Log(sink: sink)
        let span = Tracer(queue: nil).begin("job")
        await span.run { log.info("inside") }
        log.info("outside")
        #expect(sink.lines[0].contains("\"trace.id\":\"\(span.context.traceID)\""))
        #expect(!sink.lines[1].contains("trace.id"))
    }
}
