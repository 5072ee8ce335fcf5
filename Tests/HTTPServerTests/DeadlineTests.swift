import HTTPServer
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct DeadlineTests {
    private func router(_ cancelled: AsyncStream<Void>.Continuation? = nil) -> Router {
        var router = Router()
        router.add(.get, "/") { _ in .text("done") }
        router.add(.post, "/") { _ in .text("done") }
        router.add(.get, "/never") { _ in
            await withTaskCancellationHandler {
                // Ends by cancellation alone.
                for await _ in AsyncStream<Void>(unfolding: { try? await Task.sleep(for: .seconds(3600)) }) {}
            } onCancel: {
                cancelled?.yield()
            }
            return .text("cancelled")
        }
        return router
    }

    @Test func `a head that does not end gets 408`() async throws {
        try await withServer(router(), configure: { $0.headTimeout = .milliseconds(30) }) { port, _ in
            let response = try await exchange(port, "GET / HTTP/1.1\r\nHost: te")
            #expect(response.status == 408)
        }
    }

    @Test func `a body that is too slow gets 408`() async throws {
        try await withServer(router(), configure: { $0.bodyGrace = .milliseconds(30) }) { port, _ in
            let head = "POST / HTTP/1.1\r\nHost: test\r\nContent-Length: 100000\r\n\r\n"
            let response = try await exchange(port, head + "a")
            #expect(response.status == 408)
        }
    }

    @Test func `a connection that was never used is closed without a word`() async throws {
        try await withServer(router(), configure: { $0.idleTimeout = .milliseconds(30) }) { port, _ in
            let fresh = try RawClient(port: port)
            #expect(await fresh.readToEnd().isEmpty)
        }
    }

    @Test func `a connection without a further request is closed without a word`() async throws {
        // On a busy machine the first request may come too late; then it is tried with more time.
        for idle in [Duration.milliseconds(30), .milliseconds(300), .seconds(3), .seconds(20)] {
            var wasServed = false
            try await withServer(router(), configure: { $0.idleTimeout = idle }) { port, _ in
                let used = try RawClient(port: port)
                await used.send(get("/"))
                wasServed = (try? await used.response().status) == 200
                #expect(await used.readToEnd().isEmpty)
            }
            if wasServed { return }
        }
        Issue.record("no connection lived long enough to be used")
    }

    @Test func `a handler past its deadline is cancelled and 503 is sent`() async throws {
        let (stream, cancelled) = AsyncStream<Void>.makeStream()
        try await withServer(
            router(cancelled), configure: { $0.handlerDeadline = .milliseconds(30) }
        ) { port, _ in
            let response = try await exchange(port, get("/never"))
            #expect(response.status == 503)
            #expect(response.header("Retry-After") != nil)
            await stream.first { true }
        }
    }

    @Test(arguments: [true, false])
    func `a client that goes away cancels its handler`(isHalfClosed: Bool) async throws {
        let (stream, cancelled) = AsyncStream<Void>.makeStream()
        try await withServer(router(cancelled)) { port, _ in
            let client = try RawClient(port: port)
            await client.send(get("/never"))
            if isHalfClosed { client.finishSending() } else { client.disconnect() }
            await stream.first { true }
            if isHalfClosed { #expect(try await client.response().text == "cancelled") }
        }
    }

    @Test func `a client that takes nothing of an answer is given up`() async throws {
        var router = Router()
        router.add(.get, "/large") { _ in
            HTTPResponse(body: .bytes([UInt8](repeating: 0, count: 32 << 20)))
        }
        let observer = RecordingObserver()
        try await withServer(
            router, observer: observer, configure: { $0.writeTimeout = .milliseconds(50) }
        ) { port, _ in
            let client = try RawClient(port: port)
            await client.send(get("/large"))
            #expect(await observer.next()?.isComplete == false)
            client.disconnect()
        }
    }
}
