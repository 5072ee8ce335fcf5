import HTTPServer
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct EventStreamTests {
    private func router(
        _ stream: AsyncStream<ServerSentEvent>
    ) -> Router {
        var router = Router()
        router.add(.get, "/events") { _ in .events(stream) }
        router.add(.get, "/") { _ in .text("root") }
        return router
    }

    @Test func `events arrive as they are sent, and the end closes`() async throws {
        let (stream, source) = AsyncStream<ServerSentEvent>.makeStream()
        try await withServer(router(stream)) { port, _ in
            let client = try RawClient(port: port)
            await client.send(get("/events"))
            let head = try await client.read(through: "\r\n\r\n")
            #expect(head.contains("Content-Type: text/event-stream"))
            #expect(head.contains("Cache-Control: no-store"))
            source.yield(ServerSentEvent(id: "1", event: "progress", data: "강아지"))
            #expect(try await client.read(through: "\n\n") == "id: 1\nevent: progress\ndata: 강아지\n\n")
            source.yield(ServerSentEvent(data: "a\nb\r\nc", retry: .seconds(3)))
            #expect(try await client.read(through: "\n\n") == "retry: 3000\ndata: a\ndata: b\ndata: c\n\n")
            source.finish()
            #expect(await client.readToEnd().isEmpty)
        }
    }

    @Test func `a silent stream beats its heart`() async throws {
        let (stream, source) = AsyncStream<ServerSentEvent>.makeStream()
        try await withServer(router(stream), configure: { $0.heartbeatInterval = .milliseconds(10) }) {
            port, _ in
            let client = try RawClient(port: port)
            await client.send(get("/events"))
            _ = try await client.read(through: "\r\n\r\n")
            for _ in 0..<3 { #expect(try await client.read(through: "\n\n") == ":\n\n") }
            source.yield(ServerSentEvent(data: "x"))
            #expect(try await client.read(through: "data: x\n\n").hasSuffix("data: x\n\n"))
        }
    }

    @Test(arguments: [true, false])
    func `a client that goes away ends the stream`(isHalfClosed: Bool) async throws {
        let (stream, source) = AsyncStream<ServerSentEvent>.makeStream()
        let (ended, end) = AsyncStream<Void>.makeStream()
        source.onTermination = { _ in end.yield() }
        try await withServer(router(stream)) { port, _ in
            let client = try RawClient(port: port)
            await client.send(get("/events"))
            _ = try await client.read(through: "\r\n\r\n")
            if isHalfClosed { client.finishSending() } else { client.disconnect() }
            await ended.first { true }
        }
    }

    @Test func `a client that takes nothing is given up and its events wait`() async throws {
        let (stream, source) = AsyncStream<ServerSentEvent>.makeStream()
        let observer = RecordingObserver()
        let large = String(repeating: "x", count: 1 << 20)
        try await withServer(
            router(stream), observer: observer, configure: { $0.heartbeatInterval = .milliseconds(50) }
        ) { port, _ in
            let client = try RawClient(port: port)
            await client.send(get("/events"))
            for _ in 0..<40 { source.yield(ServerSentEvent(data: large)) }
            let exchange = try #require(await observer.next())
            #expect(exchange.isComplete == false)
            #expect(exchange.bytesOut < 40 << 20)
            client.disconnect()
        }
    }

    @Test func `HEAD of a stream ends at once`() async throws {
        let (stream, _) = AsyncStream<ServerSentEvent>.makeStream()
        try await withServer(router(stream)) { port, _ in
            let client = try RawClient(port: port)
            await client.send("HEAD /events HTTP/1.1\r\nHost: test\r\n\r\n")
            #expect(try await client.response(bodyless: true).status == 200)
            #expect(await client.readToEnd().isEmpty)
        }
    }
}
